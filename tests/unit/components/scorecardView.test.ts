import { describe, expect, it } from 'vitest'
import { chartView } from '../../../src/components/chartView.ts'
import { merged } from '../../../src/cubes/cube.ts'
import { chartQueries } from '../../../src/dashboards/pageQueries.ts'
import type { ScorecardChart } from '../../../src/dashboards/dashboard.ts'
import type { PageState } from '../../../src/dashboards/pageState.ts'
import type { MetricRow } from '../../../src/queries/metricQuery.ts'
import { samplePractice as practice } from '../bundle/samplePractice.ts'
import { row, state, withheld } from './sampleCharts.ts'

const chart: ScorecardChart = {
  id: 'payers',
  kind: 'scorecard',
  title: 'Payers',
  by: 'payer',
  columns: [
    { metric: 'payer_mix_payments', label: 'Share of payments' },
    { metric: 'cash_per_visit', label: 'Cash per visit' },
    { metric: 'initial_denial_rate', label: 'Denial rate' },
  ],
  quarters: true,
}

const answers: Readonly<Record<string, readonly MetricRow[]>> = {
  payer_mix_payments: [
    row(0.2, { payer: 'medicaid' }),
    row(0.5, { payer: 'commercial' }),
    row(0.3, { payer: merged }),
    withheld({ payer: 'medicare' }),
  ],
  cash_per_visit: [row(6000, { payer: 'medicaid' }), row(12_000, { payer: 'commercial' })],
  initial_denial_rate: [
    row(0.1, { payer: 'commercial' }),
    row(0.05, { payer: 'medicare' }),
    withheld({ payer: 'medicaid' }),
  ],
}

/** A practice that has these facts only. */
function view(facts: readonly string[], at: PageState = state) {
  return chartView(chart, {
    practice: { ...practice, facts: practice.facts.filter((name) => facts.includes(name)) },
    state: at,
    get: ({ metric }) => ({ status: 'ready', rows: answers[metric] ?? [] }),
  })
}

const billing = ['charges', 'transactions', 'appointments']

describe('a scorecard', () => {
  it('has a row per payer by the first column, merged values last, and says what is kept private where', () => {
    const { drawn } = view([...billing, 'claim_answers'])
    expect(drawn?.table.rows.map(([name, ...cells]) => [name, ...cells])).toEqual([
      ['Commercial', 0.5, 12_000, 0.1],
      ['Medicaid', 0.2, 6000, 'Kept private'],
      ['Medicare', 'Kept private', null, 0.05],
      [merged, 0.3, null, null],
    ])
    expect(drawn?.plot).toMatchObject({
      columns: ['Share of payments', 'Cash per visit', 'Denial rate'],
      rows: [
        { cells: [{ share: 1 }, { text: '$120', share: 1 }, { text: '10.0%' }] },
        { cells: [{ share: 0.4 }, { text: '$60', share: 0.5 }, 'withheld'] },
        { cells: ['withheld', null, { share: 0.5 }] },
        { cells: [{ share: 0.6 }, 'nothing', 'nothing'] },
      ],
    })
    expect(drawn?.summary).toBe(
      'Jul – Sep 2026: Highest share of payments 50.0% (Commercial); cash per visit from $60 (Medicaid) to $120 (Commercial); denial rate from 5.0% (Medicare) to 10.0% (Commercial). Kept private in 2 cells.',
    )
    expect(drawn?.note).toBe(
      `Share of payments, Cash per visit: posting date · Denial rate: first answer · ${merged}: in each column those kept private there`,
    )
  })

  it('leaves out a column whose tab is missing, and says why', () => {
    const { drawn } = view(billing)
    expect(drawn?.table.columns.map(({ label }) => label)).toEqual([
      'Payer',
      'Share of payments',
      'Cash per visit',
    ])
    expect(drawn?.note).toContain('Denial rate: Needs the Claims tab')
  })

  it('is of the closed quarters that the period touches, all columns alike', () => {
    const asked = chartQueries(chart, state, { months: practice.months })
    expect(asked.map(({ metric, by, period }) => [metric, by, period])).toEqual(
      chart.columns.map(({ metric }) => [metric, ['payer'], { from: '2026-07', to: '2026-09' }]),
    )
  })

  it('of one provider says why it is not there', () => {
    const { state: shown } = view([...billing, 'claim_answers'], { ...state, filters: { provider: 'Dr. A' } })
    expect(shown).toMatchObject({
      status: 'none',
      reason: expect.stringContaining('not published by provider') as string,
    })
  })

  it('without a single number is not drawn', () => {
    const none = chartView(chart, {
      practice,
      state,
      get: () => ({ status: 'ready', rows: [withheld({ payer: 'medicare' })] }),
    })
    expect(none.state).toMatchObject({
      status: 'none',
      reason: expect.stringContaining('Kept private') as string,
    })
  })
})
