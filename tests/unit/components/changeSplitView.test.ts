import { describe, expect, it } from 'vitest'
import { changeSplitView } from '../../../src/components/changeSplitView.ts'
import { toCsv } from '../../../src/components/toCsv.ts'
import type { PageState } from '../../../src/dashboards/pageState.ts'
import type { Answer } from '../../../src/hooks/answerStore.ts'
import { metricById } from '../../../src/metrics/metrics.ts'
import type { MetricQuery } from '../../../src/queries/metricQuery.ts'
import { samplePractice as practice } from '../bundle/samplePractice.ts'
import { byValue, type Table } from '../drivers/periodSums.ts'

const october: PageState = { period: { from: '2026-10', to: '2026-10' }, filters: {} }

/** Payments, charges and adjustments of two payers, in dollars, by how many visits of each. */
function cash(medicare: number, commercial: number): Table {
  const cells = (perMedicare: number, perCommercial: number) => ({
    medicare: { of: medicare, counted: medicare * perMedicare * 100 },
    commercial: { of: commercial, counted: commercial * perCommercial * 100 },
  })
  return {
    ...byValue('cash_per_visit', 'payer', cells(80, 130)),
    ...byValue('gross_charges', 'payer', cells(150, 200)),
    ...byValue('contractual_adjustments', 'payer', cells(60, 60)),
    ...byValue('other_adjustments', 'payer', cells(5, 5)),
  }
}

function getFrom(months: Readonly<Record<string, Table>>): (query: MetricQuery) => Answer {
  return ({ metric, by, period }) => {
    const rows = months[period.to]?.[[metric, ...by].join(' by ')]
    return rows ? { status: 'ready', rows } : { status: 'loading' }
  }
}

const two = getFrom({ '2026-09': cash(600, 400), '2026-10': cash(540, 260), '2025-10': cash(540, 260) })
const view = (id: string, get: (query: MetricQuery) => Answer, state = october) =>
  changeSplitView({ metric: metricById(id), practice, state, get }, 'prior')

it('a change against a period that begins before the data is not split, with the reason', () => {
  const young = { ...practice, months: { ...practice.months, first: '2026-10' } }
  const state = { ...october, period: { from: '2026-10', to: '2026-10' } }
  const found = changeSplitView(
    { metric: metricById('net_collections'), practice: young, state, get: two },
    'prior',
  )
  expect(found?.state).toEqual({
    status: 'none',
    reason: 'The data begins in Oct 2026: there is no whole Sep 2026 to compare with.',
  })
})

describe('why net collections changed', () => {
  const drawn = view('net_collections', two)?.drawn

  it('is told in one sentence, the largest effect first, without what is nothing', () => {
    expect(drawn?.summary).toBe('Down $23k from Sep 2026: fewer visits −$19.6k, payer mix −$3,375.')
  })

  it('is drawn from no change to the whole of it, each step where the last one ended', () => {
    const plot = drawn?.plot
    const steps = plot?.kind === 'waterfall' ? plot.steps : []
    expect(steps.map(({ label, from, to }) => [label, from, to])).toEqual([
      ['Visits', 0, -1_962_500],
      ['Payer mix', -1_962_500, -2_300_000],
      ['Charges per visit', -2_300_000, -2_300_000],
      ['Adjustments', -2_300_000, -2_300_000],
      ['Payment timing', -2_300_000, -2_300_000],
      ['Change', 0, -2_300_000],
    ])
    expect(steps.map(({ tone }) => tone)).toEqual(['bad', 'bad', 'none', 'none', 'none', 'none'])
  })

  it('adds up to the cent in its table and its download', () => {
    const rows = drawn?.table.rows ?? []
    const cents = rows.map(([, value]) => Number(value))
    expect(cents.slice(0, -1).reduce((sum, value) => sum + value, 0)).toBe(cents.at(-1))
    expect(rows[0]).toEqual(['Sep 2026', 10_000_000])
    expect(rows.at(-1)).toEqual(['Oct 2026', 7_700_000])
    expect(drawn && toCsv(drawn.table)).toContain('"Payer mix",-3375\r\n')
  })

  it('against the year before is told when nothing changed', () => {
    const input = { metric: metricById('net_collections'), practice, state: october, get: two }
    expect(changeSplitView(input, 'prior_year')?.drawn?.summary).toBe('Unchanged from Oct 2025.')
  })

  it('keeps mix and rate together under a filter, for which payers are not asked', () => {
    const state: PageState = { ...october, filters: { location: 'Main' } }
    const asked: MetricQuery[] = []
    const get = (query: MetricQuery) => {
      asked.push(query)
      return two(query)
    }
    const filtered = view('net_collections', get, state)?.drawn
    expect(asked.filter(({ by }) => by.length > 0)).toEqual([])
    expect(filtered?.table.rows.map(([label]) => label)).toContain('Mix and rate, kept private')
    expect(filtered?.note).toContain('a filter is set')
  })
})

describe('a change that is not split', () => {
  it('waits for its answers', () => {
    expect(view('net_collections', () => ({ status: 'loading' }))?.state.status).toBe('loading')
  })

  it('says that it was not computed', () => {
    const failed = { status: 'failed', reason: 'No engine.' } as const
    expect(view('net_collections', () => failed)?.state).toEqual(failed)
  })

  it('says that a sum is missing', () => {
    const none = () => ({ status: 'ready', rows: [] }) as const
    expect(view('net_collections', none)?.state).toMatchObject({
      status: 'none',
      reason: expect.stringContaining('has no value') as string,
    })
  })

  it('is too early to tell while money is coming in, or the month runs', () => {
    expect(view('net_collection_rate', two)?.state).toEqual({
      status: 'none',
      reason: 'Money is still coming in for Oct 2026: it is compared once final. Jun 2026 is.',
    })
    const running: PageState = { period: { from: '2026-11', to: '2026-11' }, filters: {} }
    expect(view('net_collections', two, running)?.state).toEqual({
      status: 'none',
      reason: 'Nov 2026 is not over: it is compared once it is.',
    })
  })

  it('is none of a metric without drivers', () => {
    expect(view('completed_visits', two)).toBeNull()
  })
})
