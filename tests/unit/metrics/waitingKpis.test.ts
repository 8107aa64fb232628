import { describe, expect, it } from 'vitest'
import { metricGroups } from '../../../src/components/metricGroups.ts'
import { metrics } from '../../../src/metrics/metrics.ts'
import { waitingKpis } from '../../../src/metrics/waitingKpis.ts'

const dictionary = Array.from({ length: 60 }, (_, index) => `K${String(index + 1).padStart(2, '0')}`)

describe('the KPI dictionary', () => {
  it('is computed or waits, number by number, and nothing is both', () => {
    const computed = [...new Set(metrics.map(({ kpi }) => kpi))]
    const waiting = waitingKpis.map(({ kpi }) => kpi)
    expect([...computed, ...waiting].toSorted()).toEqual(dictionary)
  })

  it.each(waitingKpis)('$kpi says in sentences what it is and why it waits', (kpi) => {
    for (const text of [kpi.summary, kpi.reason]) expect(text).toMatch(/^[A-Z].*[.]$/)
    if (kpi.needs !== null) expect(kpi.needs).toMatch(/ tab /)
    expect(metrics.map(({ label }) => label)).not.toContain(kpi.label)
  })
})

describe('the chapters of the definitions', () => {
  it('have every number, once', () => {
    const found = metricGroups.flatMap(({ bases }) =>
      metrics.filter((each) => bases.includes(each.dateBasis)),
    )
    expect(found.map(({ id }) => id).toSorted()).toEqual(metrics.map(({ id }) => id).toSorted())
  })
})
