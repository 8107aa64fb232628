import { describe, expect, it } from 'vitest'
import { changeView } from '../../../src/components/changeView.ts'
import { tileDetailsView } from '../../../src/components/tileDetailsView.ts'
import { tileView, type TileInput } from '../../../src/components/tileView.ts'
import type { PageState } from '../../../src/dashboards/pageState.ts'
import type { Answer } from '../../../src/hooks/answerStore.ts'
import { metricById } from '../../../src/metrics/metrics.ts'
import type { MetricQuery } from '../../../src/queries/metricQuery.ts'
import { samplePractice as practice } from '../bundle/samplePractice.ts'

const nothing = { keys: {}, numerator: null, denominator: null, value: null } as const
const october: PageState = { period: { from: '2026-10', to: '2026-10' }, filters: {} }

function input(id: string, values: Record<string, number | null>, state = october): TileInput {
  const get = (query: MetricQuery): Answer => ({
    status: 'ready',
    rows: query.by.includes('month')
      ? Object.entries(values).map(([month, value]) => ({
          month,
          keys: {},
          numerator: value,
          denominator: 1,
          value,
        }))
      : [{ keys: {}, numerator: 7, denominator: 2, value: 3.5 }],
  })
  return { metric: metricById(id), practice, state, get }
}

describe('a tile', () => {
  it('compares with the month before and the same month last year, and says which is better', () => {
    const view = tileView(input('days_in_ar', { '2026-10': 44, '2026-09': 40, '2025-10': 50 }))
    expect(view).toMatchObject({
      state: 'ready',
      value: '44',
      unit: 'days',
      status: 'watch',
      statusWord: 'Near target',
    })
    expect(view.changes).toEqual([
      { text: '▲ 4 days', against: 'vs Sep 2026', tone: 'bad' },
      { text: '▼ 6 days', against: 'vs Oct 2025', tone: 'good' },
    ])
  })

  it('compares with what is chosen alone', () => {
    const values = { '2026-10': 44, '2026-09': 40, '2025-10': 50 }
    const against = (compare: PageState['compare'] & string) =>
      tileView(input('days_in_ar', values, { ...october, compare })).changes.map(({ against }) => against)
    expect(against('prior')).toEqual(['vs Sep 2026', ''])
    expect(against('prior_year')).toEqual(['', 'vs Oct 2025'])
    expect(against('none')).toEqual(['', ''])
  })

  it('shows no data as no data, not as 0', () => {
    const view = tileView(input('days_in_ar', { '2026-09': 40 }))
    expect(view).toMatchObject({ state: 'none', value: 'No data', status: 'none' })
    expect(view.changes.map(({ text }) => text)).toEqual(['', ''])
    expect(view.spark.at(-1)).toBeNull()
  })

  it('shows what is kept private as that, not as no data, and says what to do', () => {
    const get = (): Answer => ({
      status: 'ready',
      rows: [
        { month: '2026-09', keys: {}, numerator: 1, denominator: 1, value: 40 },
        { month: '2026-10', ...nothing, withheld: true },
      ],
    })
    const filtered = { ...october, filters: { provider: 'Dr. C' } }
    const view = tileView({ ...input('days_in_ar', {}, filtered), get })
    expect(view).toMatchObject({ state: 'withheld', value: 'Kept private', unit: '', status: 'none' })
    expect(view.target).toBe(
      'Too few people, or merged with others to protect a small group. ' +
        'Choose a period that ends with a calendar quarter, such as Jul – Sep 2026.',
    )
    expect(view.changes.map(({ text }) => text)).toEqual(['', ''])
    expect(view.spark.slice(-2)).toEqual([40, null])
    const details = tileDetailsView({ ...input('days_in_ar', {}, filtered), get })
    expect(details.parts).toEqual([{ label: 'Days in A/R', value: 'Kept private', isResult: true }])
    expect(details.facts.find(({ label }) => label === 'Kept private')?.texts).toEqual([view.target])
  })

  it('says that the running month is not split', () => {
    const running = { period: { from: '2026-11', to: '2026-11' }, filters: { provider: 'Dr. C' } }
    const get = (): Answer => ({ status: 'ready', rows: [{ month: '2026-11', ...nothing, withheld: true }] })
    expect(tileView({ ...input('no_show_rate', {}, running), get }).target).toContain('whole practice only')
  })

  it('reads a day of a bin as that day or fewer, and its target as it is', () => {
    const view = tileView(input('charge_lag_median', { '2026-10': 2, '2026-09': 5 }))
    expect([view.value, view.unit, view.target]).toEqual(['2', 'days or fewer', 'Benchmark ≤ 2 days'])
    expect(tileView(input('charge_lag_median', { '2026-10': 61 }))).toMatchObject({
      value: 'over 60',
      unit: 'days',
    })
  })

  it('leads with the last final month, beside what the last closed one has come to', () => {
    const values = { '2026-10': 0.1, '2026-09': 0.6, '2026-06': 0.93, '2026-05': 0.96, '2025-06': 0.9 }
    const view = tileView(input('net_collection_rate', values))
    expect(view).toMatchObject({
      state: 'ready',
      value: '93.0%',
      unit: 'Jun 2026',
      status: 'watch',
      basis: 'Service date',
      maturity: 'final',
      maturityWord: 'Last final month',
      settled: 9,
      sparkRange: '93.0% – 96.0%',
    })
    expect(view.changes).toEqual([
      { text: '▼ 3.0 pts', against: 'vs May 2026', tone: 'bad' },
      { text: '10.0%', against: 'so far in Oct 2026', tone: 'none' },
    ])
    const details = tileDetailsView(input('net_collection_rate', values))
    expect(details.parts.at(-1)?.value).toContain('93')
    expect(details.facts).toContainEqual({ label: 'Not final yet', texts: ['10.0% so far in Oct 2026'] })
  })

  it('leads with a slightly earlier final month where the last one is kept private, and never with an old one', () => {
    const leading = (values: Record<string, number | null>) =>
      tileView(input('net_collection_rate', values)).unit
    expect(leading({ '2026-10': 0.1, '2026-06': null, '2026-05': 0.96 })).toBe('May 2026')
    expect(leading({ '2026-10': 0.1, '2026-06': null, '2026-03': 0.96 })).toBe('')
  })

  it('leads with the last closed month while no month is final', () => {
    const view = tileView(input('net_collection_rate', { '2026-10': 0.1, '2026-09': 0.6 }))
    expect(view).toMatchObject({ value: '10.0%', unit: '', statusWord: 'Too early to judge', sparkRange: '' })
  })

  it('does not judge a month that the reader chose and that is still maturing', () => {
    const chosen = { ...october, period: { from: '2026-09', to: '2026-09' } } as const
    const view = tileView(input('net_collection_rate', { '2026-09': 0.6, '2026-05': 0.95 }, chosen))
    expect(view).toMatchObject({ value: '60.0%', unit: '', status: 'none', statusWord: 'Too early to judge' })
    expect(view).toMatchObject({ maturity: 'maturing', maturityWord: 'Still maturing' })
    expect(view.changes[0]).toEqual({ text: 'Compared once final', against: '', tone: 'none' })
    const settled = tileView(
      input(
        'net_collection_rate',
        { '2026-05': 0.96 },
        { ...october, period: { from: '2026-05', to: '2026-05' } },
      ),
    )
    expect(settled).toMatchObject({ status: 'good', maturity: 'final' })
  })

  it('for owners only says so to a viewer, with no number, no change and no line', () => {
    const view = tileView({ ...input('staff_cost', {}), get: () => ({ status: 'owners' }) })
    expect(view).toMatchObject({
      state: 'owners',
      value: 'For owners only',
      unit: '',
      status: 'none',
      target: 'Your link is for viewers.',
      spark: [],
    })
    const details = tileDetailsView({ ...input('staff_cost', {}), get: () => ({ status: 'owners' }) })
    expect(details.parts).toEqual([{ label: 'Staff cost', value: 'For owners only', isResult: true }])
  })

  it('is on target when it reads the same as its target', () => {
    const met = tileView(input('days_in_ar', { '2026-10': 40.04 }))
    const missed = tileView(input('days_in_ar', { '2026-10': 40.06 }))
    expect([met.value, met.status]).toEqual(['40', 'good'])
    expect([missed.value, missed.status]).toEqual(['40.1', 'watch'])
  })

  it('says between what its line runs', () => {
    expect(tileView(input('days_in_ar', { '2026-10': 44, '2026-09': 40.5 })).sparkRange).toBe('40.5 – 44')
    expect(tileView(input('days_in_ar', { '2026-10': 44 })).sparkRange).toBe('')
  })

  it('takes a range from its totals, never from its months', () => {
    const state = { ...october, period: { from: '2026-08', to: '2026-10' } }
    const view = tileView(input('visits_per_clinic_day', { '2026-10': 99 }, state))
    expect(view.value).toBe('3.5')
    expect(view.changes.map(({ against }) => against)).toEqual(['vs May – Jul 2026', 'vs Aug – Oct 2025'])
  })

  it('is not compared with a period that begins before the data', () => {
    const state = { ...october, period: { from: '2026-08', to: '2026-10' } }
    const young = { ...practice, months: { ...practice.months, first: '2026-06' } }
    const view = tileView({ ...input('visits_per_clinic_day', {}, state), practice: young })
    expect(view.changes.map(({ text }) => text)).toEqual(['', ''])
    const whole = { ...practice, months: { ...practice.months, first: '2026-05' } }
    const older = tileView({ ...input('visits_per_clinic_day', {}, state), practice: whole })
    expect(older.changes.map(({ text }) => text)).toEqual(['Unchanged', ''])
    // A balance at the end of a period is whole whenever the period began.
    const owed = tileView({ ...input('days_in_ar', {}, state), practice: young })
    expect(owed.changes[0].text).toBe('Unchanged')
  })

  it('is not compared with a period that begins before the data of its own kind', () => {
    const state = { ...october, period: { from: '2026-08', to: '2026-10' } }
    const spans = { appointments: { first: '2026-06', last: '2026-11', lacking: [] } }
    const view = tileView({ ...input('visits_per_clinic_day', {}, state), practice: { ...practice, spans } })
    expect(view.changes.map(({ text }) => text)).toEqual(['', ''])
  })

  it('of a year to date is compared with last year alone, of months that follow one another with those before', () => {
    const over = (from: `${number}-${number}`) => ({ ...october, period: { from, to: '2026-10' as const } })
    const against = (from: `${number}-${number}`) =>
      tileView(input('visits_per_clinic_day', {}, over(from))).changes.map((change) => change.against)
    expect(against('2026-01')).toEqual(['', 'vs Jan – Oct 2025'])
    expect(against('2026-09')).toEqual(['', 'vs Sep – Oct 2025'])
    expect(against('2026-05')).toEqual(['vs Nov 2025 – Apr 2026', 'vs May – Oct 2025'])
  })

  it('without a value says which tab has nothing for which month', () => {
    const spans = { appointments: { first: '2026-01', last: '2026-09', lacking: [] } }
    const view = tileView({ ...input('no_show_rate', {}), practice: { ...practice, spans } })
    expect(view).toMatchObject({ value: 'No data', target: 'The Schedule tab has nothing for Oct 2026.' })
    const owed = tileView({ ...input('days_in_ar', {}), practice: { ...practice, spans: {} } })
    expect(owed.target).toBe('The Billing tab has nothing for Aug 2026, Sep 2026, and Oct 2026.')
  })

  it('says why it is not available for a filter', () => {
    const view = tileView(input('overhead_rate', {}, { ...october, filters: { provider: 'Dr. C' } }))
    expect(view).toMatchObject({ state: 'unavailable', value: 'Not available' })
    expect(view.target).toContain('provider')
  })

  it('says which tab it needs where the bundle lacks its tables', () => {
    const bare = { ...input('days_in_ar', {}), practice: { ...practice, facts: [] } }
    expect(tileView(bare).target).toBe('Needs the Billing and Aging tabs.')
  })

  it('keeps waiting, and failing, apart from no data', () => {
    const waiting = { ...input('days_in_ar', {}), get: (): Answer => ({ status: 'loading' }) }
    expect(tileView(waiting)).toMatchObject({ state: 'loading', value: '' })
    const failed = { ...waiting, get: (): Answer => ({ status: 'failed', reason: 'no engine' }) }
    expect(tileView(failed)).toMatchObject({ state: 'failed', value: 'Not computed', target: 'no engine' })
  })
})

describe('a comparison', () => {
  const against = { from: '2026-09', to: '2026-09' }

  it('calls what rounds to nothing unchanged', () => {
    expect(changeView(metricById('no_show_rate'), { value: 0.05, before: 0.05001, against })).toMatchObject({
      text: 'Unchanged',
      tone: 'none',
    })
  })

  it('has no tone for a metric of which neither more nor less is better', () => {
    expect(changeView(metricById('gross_charges'), { value: 200, before: 100, against })).toMatchObject({
      text: '▲ 100.0%',
      tone: 'none',
    })
  })
})

describe('the details of a tile', () => {
  it('divide the numerator by the denominator, in their own units', () => {
    const { parts } = tileDetailsView({
      ...input('days_in_ar', {}),
      get: () => ({
        status: 'ready',
        rows: [{ month: '2026-10', keys: {}, numerator: 100_000, denominator: 300_000, value: 30 }],
      }),
    })
    expect(parts.map(({ value }) => value)).toEqual(['$1,000.00', '$3,000.00', '91.25', '30 days'])
    expect(parts.at(-1)?.isResult).toBe(true)
  })

  it('say where a second-hand benchmark comes from', () => {
    const { facts } = tileDetailsView(input('ar_over_90_rate', { '2026-10': 0.1 }))
    expect(facts.find(({ label }) => label === 'Target')?.texts.join(' ')).toContain('Second-hand')
  })
})
