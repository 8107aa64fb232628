import { describe, expect, it } from 'vitest'
import { metricGroups } from '../../../src/components/metricGroups.ts'
import { metrics } from '../../../src/metrics/metrics.ts'
import { officeHeads } from '../../../scripts/private/ledger/officeHeads.ts'
import { officeKpis } from '../../../src/metrics/officeKpis.ts'
import { waitingKpis } from '../../../src/metrics/waitingKpis.ts'

const dictionary = Array.from({ length: 60 }, (_, index) => `K${String(index + 1).padStart(2, '0')}`)

describe('the KPI dictionary', () => {
  it('is computed for a page or for the office, or waits: each number in one place', () => {
    const computed = [...new Set(metrics.map(({ kpi }) => kpi))]
    const kept = officeKpis.map(({ kpi }) => kpi)
    const waiting = waitingKpis.map(({ kpi }) => kpi)
    expect([...computed, ...kept, ...waiting].toSorted()).toEqual(dictionary)
  })

  it('of the office is what its tab has', () => {
    const told = new Set(officeHeads.map(({ kpi }) => kpi))
    expect([...told].toSorted()).toEqual(officeKpis.map(({ kpi }) => kpi).toSorted())
  })

  it.each(officeKpis)('$kpi says in sentences what it is and why it is in no page', (kpi) => {
    for (const text of [kpi.summary, kpi.formula, kpi.reason]) expect(text).toMatch(/^[A-Z].*[.]$/)
    expect(kpi.tab).toBe('Office numbers')
    expect(metrics.map(({ label }) => label)).not.toContain(kpi.label)
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
