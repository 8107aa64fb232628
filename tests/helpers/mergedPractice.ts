import fc from 'fast-check'
import { appointments, receivables, transactions } from '../../src/cubes/facts.ts'
import type { RatioMetric, SumMetric, Term } from '../../src/metrics/metric.ts'
import { addMonths } from '../../src/periods/month.ts'
import type { MetricQuery } from '../../src/queries/metricQuery.ts'
import { arbitraryMergedCube, type MergedCube } from './mergedCubes.ts'

/** The months that questions are about. */
export const mergedPeriod = { from: '2025-11', to: '2026-08' }
/** The providers of the practice. */
export const mergedValues = ['Amara', 'Birk', 'Chen', 'Dahl']
const base = {
  kpi: 'K00',
  label: 'Invented',
  unit: 'count',
  direction: 'context',
  dateBasis: 'service_date',
  maturityDays: null,
  dimensions: ['provider'],
  summary: '',
  formula: '',
  notes: [],
  tabs: [],
  benchmark: null,
} as const

const noShows: Term = { fact: 'appointments', measure: 'no_show_count' }
const visits: Term = { fact: 'appointments', measure: 'visit_count' }
const payments: Term = { fact: 'transactions', measure: 'net_payment_cents' }
const balance: Term = { fact: 'receivables', measure: 'balance_cents', window: 'period_end' }
/** Metrics of every shape, over one table or several. */
export const mergedMetrics: readonly (SumMetric | RatioMetric)[] = [
  { ...base, kind: 'sum', id: 'visits', numerator: [visits] },
  { ...base, kind: 'sum', id: 'balance', numerator: [balance] },
  { ...base, kind: 'sum', id: 'difference', numerator: [payments, { ...visits, sign: -1 }] },
  { ...base, kind: 'ratio', id: 'missed', numerator: [noShows], denominator: [visits, noShows] },
  { ...base, kind: 'ratio', id: 'cash', numerator: [payments], denominator: [visits] },
  {
    ...base,
    kind: 'ratio',
    id: 'share',
    numerator: [visits],
    denominator: [{ ...visits, across: ['provider'] }],
  },
  {
    ...base,
    kind: 'ratio',
    id: 'days',
    numerator: [balance],
    denominator: [{ ...payments, window: 'trailing_3_months' }],
  },
  {
    ...base,
    kind: 'sum',
    id: 'year',
    numerator: [{ ...payments, window: 'trailing_12_months' }],
  },
  {
    ...base,
    kind: 'sum',
    id: 'quarters',
    numerator: [{ ...payments, window: 'four_quarters' }],
  },
]

const scene = { dimension: 'provider', values: mergedValues, period: mergedPeriod } as const
export type MergedPractice = Readonly<Record<string, MergedCube>>

/** Three facts of an invented practice, with sums merged at random. */
export const mergedPractice: fc.Arbitrary<MergedPractice> = fc.record({
  appointments: arbitraryMergedCube({ ...scene, fact: appointments }),
  transactions: arbitraryMergedCube({
    ...scene,
    fact: transactions,
    period: { from: '2025-06', to: '2026-08' },
  }),
  receivables: arbitraryMergedCube({ ...scene, fact: receivables }),
})
/** A metric and a query for it. */
export const mergedQuestion = fc
  .record({
    metric: fc.constantFrom(...mergedMetrics),
    by: fc.constantFrom<MetricQuery['by'][]>([], ['month'], ['provider'], ['month', 'provider']),
    provider: fc.constantFrom([], ['Amara'], ['Birk', 'Chen']),
    from: fc.nat({ max: 9 }),
    length: fc.constantFrom(1, 2, 3, 4, 6, 9),
  })
  .map(({ metric, by, provider, from, length }) => {
    const first = addMonths(mergedPeriod.from, from)
    const period = { from: first, to: addMonths(first, length - 1) }
    return { metric, query: { metric: metric.id, by, where: { provider }, period } }
  })
