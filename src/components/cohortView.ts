import type { ChartSeries } from '../charts/chartData.ts'
import { keptPrivate } from '../format/keptPrivate.ts'
import { seriesMonths } from '../dashboards/seriesQuery.ts'
import { formatMonth } from '../format/formatMonth.ts'
import { formatValue } from '../format/formatValue.ts'
import { addMonths, monthsOf } from '../periods/month.ts'
import type { MetricRow } from '../queries/metricQuery.ts'
import { cohortAges, cohortRates, type CohortRates } from './cohortRates.ts'
import { seriesCell } from './dataTable.ts'
import type { ChartInput, DrawnChart } from './drawnChart.ts'

/** Lines that can be told apart by hue; the table holds a year and a month. */
const drawnMonths = 6
const listedMonths = 13

/** Months of service as they are being paid: a line a month by age, dashed where it is an estimate. Null without any. */
export function cohortView(
  answers: readonly (readonly MetricRow[])[],
  { practice, state }: Pick<ChartInput, 'practice' | 'state'>,
): DrawnChart | null {
  const { to } = state.period
  const months = monthsOf({ from: addMonths(to, 1 - seriesMonths), to })
  const known = cohortRates(answers, months, practice).filter(({ rates, withheld }) =>
    [...rates.keys()].some((age) => rates[age] !== null || withheld[age] === true),
  )
  if (known.every(({ rates }) => rates.every((rate) => rate === null))) return null
  const series = known.slice(-drawnMonths).map(seriesOf)
  return {
    plot: {
      kind: 'trend',
      form: 'line',
      categories: cohortAges,
      series,
      target: null,
      current: 0,
      unsettledWord: 'Estimate',
    },
    summary: summaryOf(known),
    note: 'Dashed: estimate from how earlier months were paid',
    table: {
      columns: [
        { label: 'Month of service', unit: 'text' },
        ...cohortAges.map((label) => ({ label, unit: 'rate' as const })),
        { label: 'Estimate at 120 days', unit: 'rate' },
        { label: 'Estimate, low', unit: 'rate' },
        { label: 'Estimate, high', unit: 'rate' },
      ],
      rows: known
        .slice(-listedMonths)
        .map((one) => [
          formatMonth(one.month),
          ...cohortAges.map((_, age) => seriesCell({ id: '', label: '', ...one, values: one.rates }, age)),
          one.estimate?.rate ?? null,
          one.estimate?.low ?? null,
          one.estimate?.high ?? null,
        ]),
    },
  }
}

function seriesOf({ month, rates, withheld, reached, estimate }: CohortRates): ChartSeries {
  const isMaturing = reached < cohortAges.length
  return {
    id: month,
    label: `${formatMonth(month)}${isMaturing ? ', maturing' : ''}`,
    values: estimate?.rates ?? rates,
    withheld,
    unsettled: estimate === null ? 0 : cohortAges.length - estimate.known,
  }
}

/** The newest month, as far as it is known, and how those that mature are expected to end. */
function summaryOf(known: readonly CohortRates[]): string {
  const final = known.findLast(({ rates }) => rates.at(-1) !== null)
  const maturing = known.filter(({ reached, estimate }) => reached < cohortAges.length && estimate !== null)
  const parts = [
    ...(final === undefined
      ? []
      : [`${formatMonth(final.month)}: ${rate(final.rates.at(-1))} after 120 days.`]),
    ...maturing.map(({ month, estimate }) =>
      estimate === null
        ? ''
        : `${formatMonth(month)}: estimate ${rate(estimate.rate)} (${rate(estimate.low)} to ${rate(estimate.high)}).`,
    ),
    ...(maturing.length === 0
      ? ['No estimate: too few months to learn from, or their range is too wide.']
      : []),
    ...(known.slice(-drawnMonths).some(({ withheld }) => withheld.includes(true))
      ? [`${keptPrivate} at some ages.`]
      : []),
  ]
  return parts.join(' ')
}

function rate(value: number | null | undefined): string {
  return formatValue('rate', value ?? null)
}
