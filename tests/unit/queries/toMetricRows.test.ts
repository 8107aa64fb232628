import { describe, expect, it } from 'vitest'
import type { MetricQuery } from '../../../src/queries/metricQuery.ts'
import { toMetricRows } from '../../../src/queries/toMetricRows.ts'

const query: MetricQuery = {
  metric: 'no_show_rate',
  by: ['month', 'provider'],
  where: {},
  period: { from: '2026-10', to: '2026-10' },
}
const row = {
  month: '2026-10',
  provider: 'Amara',
  numerator: 1,
  denominator: 4,
  no_show_rate: 0.25,
  withheld: false,
}

describe('toMetricRows', () => {
  it("takes the value from the column that bears the metric's id", () => {
    expect(toMetricRows(query, [row])).toEqual([
      { month: '2026-10', keys: { provider: 'Amara' }, numerator: 1, denominator: 4, value: 0.25 },
    ])
  })

  it('gives a total one row even of nothing, and a breakdown none', () => {
    expect(toMetricRows({ ...query, by: [] }, [])).toEqual([
      { keys: {}, numerator: null, denominator: null, value: null },
    ])
    expect(toMetricRows(query, [])).toEqual([])
  })

  it('says what is withheld, and only that', () => {
    const none = { numerator: null, denominator: null, no_show_rate: null }
    const [missing, withheld] = toMetricRows(query, [
      { ...row, ...none },
      { ...row, ...none, withheld: true },
    ])
    expect(withheld).toEqual({ ...missing, withheld: true })
    expect(missing).not.toHaveProperty('withheld')
  })

  it.each(['month', 'provider', 'numerator', 'no_show_rate'])('refuses an unexpected %s', (column) => {
    expect(() => toMetricRows(query, [{ ...row, [column]: true }])).toThrow(`unexpected value: ${column}`)
  })

  it('refuses a row that does not say whether it is withheld', () => {
    expect(() => toMetricRows(query, [{ ...row, withheld: null }])).toThrow('unexpected value: withheld')
  })
})
