import { describe, expect, it } from 'vitest'
import { chartView } from '../../../src/components/chartView.ts'
import { cohortView } from '../../../src/components/cohortView.ts'
import { toCsv } from '../../../src/components/toCsv.ts'
import { collections } from '../../../src/dashboards/collections.ts'
import { addMonths } from '../../../src/periods/month.ts'
import type { MetricRow } from '../../../src/queries/metricQuery.ts'
import { samplePractice as practice } from '../bundle/samplePractice.ts'
import { state } from './sampleCharts.ts'

const { to } = state.period
const months = Array.from({ length: 25 }, (_, at) => addMonths(to, at - 24))
const shares = [0.2, 0.5, 0.7, 0.8, 0.9]

/** Every month is paid alike; at an age that has not come, what is known so far is answered. */
function answers(isWithheld: (month: string, age: number) => boolean = () => false): MetricRow[][] {
  return shares.map((_, age) =>
    months.map((month, at): MetricRow => {
      const rate = shares[Math.min(age, months.length - 1 - at)] ?? 0
      const row = { month, keys: {}, numerator: 100_000 * rate, denominator: 100_000, value: rate }
      return isWithheld(month, age)
        ? { ...row, numerator: null, denominator: null, value: null, withheld: true }
        : row
    }),
  )
}

function drawn(given = answers()) {
  const view = cohortView(given, { practice, state })
  if (view?.plot.kind !== 'trend') throw new Error('not drawn')
  return { ...view, series: view.plot.series, word: view.plot.unsettledWord }
}

describe('how each month is being paid', () => {
  it('a line goes on after the ages that have come, and that part alone is unsettled', () => {
    const { series, word } = drawn()
    expect(series.map(({ id, unsettled }) => [id, unsettled])).toEqual([
      ['2026-05', 0],
      ['2026-06', 0],
      ['2026-07', 1],
      ['2026-08', 2],
      ['2026-09', 3],
      ['2026-10', 4],
    ])
    for (const { values } of series) {
      expect(values.map((value) => Number(value?.toFixed(6)))).toEqual(shares)
    }
    expect(word).toBe('Estimate')
  })

  it('months that mature are named so, and no other', () => {
    const labels = drawn().series.map(({ label }) => label)
    expect(labels.map((label) => label.endsWith(', maturing'))).toEqual([
      false,
      false,
      true,
      true,
      true,
      true,
    ])
  })

  it('the table and its CSV hold estimates in columns named so, and never as what was paid', () => {
    const { table } = drawn()
    const names = table.columns.map(({ label }) => label)
    const first = names.findIndex((name) => name.startsWith('Estimate'))
    expect(names.slice(first).every((name) => name.startsWith('Estimate'))).toBe(true)
    expect(table.rows).toHaveLength(13)
    expect(table.rows.at(-1)?.slice(0, first)).toEqual(['Oct 2026', 0.2, null, null, null, null])
    const rounded = table.rows.at(-1)?.slice(first) as number[]
    expect(rounded.map((value) => Number(value.toFixed(6)))).toEqual([0.9, 0.9, 0.9])
    expect(table.rows.find(([month]) => month === 'Jun 2026')?.slice(first)).toEqual([null, null, null])
    expect(toCsv(table).split('\r\n')[0]).toContain('"Estimate at 120 days')
  })

  it('an estimate is said to be one, with its range', () => {
    const { summary } = drawn()
    expect(summary).toContain('Jun 2026: 90.0% after 120 days.')
    expect(summary).toContain('Oct 2026: estimate 90.0% (90.0% to 90.0%).')
    expect(summary.match(/estimate/g)).toHaveLength(4)
  })

  it('what is kept private is said, in its cell and beside the drawing, and is no estimate', () => {
    const { table, summary, series } = drawn(answers((month, age) => month === '2026-06' && age === 4))
    expect(table.rows.find(([month]) => month === 'Jun 2026')).toEqual([
      'Jun 2026',
      0.2,
      0.5,
      0.7,
      0.8,
      'Kept private',
      null,
      null,
      null,
    ])
    expect(series.find(({ id }) => id === '2026-06')).toMatchObject({
      unsettled: 0,
      values: [0.2, 0.5, 0.7, 0.8, null],
    })
    expect(summary).toContain('Kept private at some ages.')
  })

  it('too few months to learn from: none is estimated, and that is said', () => {
    const young = answers().map((rows) => rows.slice(-7))
    const { series, summary, table } = drawn(young)
    expect(series.every(({ unsettled }) => unsettled === 0)).toBe(true)
    expect(summary).toContain('No estimate')
    expect(table.rows.flatMap((row) => row.slice(-3)).every((cell) => cell === null)).toBe(true)
  })

  it('nothing known is not drawn; all kept private says so', () => {
    const chart = collections.charts.find(({ kind }) => kind === 'cohorts')
    if (chart === undefined) throw new Error('no chart')
    const of = (rows: readonly MetricRow[]) =>
      chartView(chart, { practice, state, get: () => ({ status: 'ready', rows }) })
    expect(of([]).drawn).toBeNull()
    const hidden = of(answers(() => true)[0] ?? [])
    expect(hidden.drawn).toBeNull()
    expect(hidden.state).toMatchObject({ reason: expect.stringMatching(/^Kept private/) as string })
  })
})
