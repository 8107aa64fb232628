import type { Practice } from '../bundle/bundle.ts'
import { tileQueries } from '../dashboards/pageQueries.ts'
import type { PageState } from '../dashboards/pageState.ts'
import { dateBasisLabel } from '../format/dateBasisLabel.ts'
import { formatPeriod } from '../format/formatPeriod.ts'
import { keptPrivate } from '../format/keptPrivate.ts'
import type { Answer } from '../hooks/answerStore.ts'
import { maturityOf, type Maturity } from '../metrics/maturityOf.ts'
import type { Metric } from '../metrics/metric.ts'
import { targetOf } from '../metrics/targetOf.ts'
import type { ValueStatus } from '../metrics/valueStatus.ts'
import { addMonths, priorPeriod, priorYear, type Period } from '../periods/month.ts'
import type { MetricQuery, MetricRow } from '../queries/metricQuery.ts'
import { asOfText } from './asOfText.ts'
import { liesInData } from './liesInData.ts'
import { ownersOnly } from './ownersOnly.ts'
import { changeView, type ChangeView } from './changeView.ts'
import { shownStatus } from './shownStatus.ts'
import { sparkRange } from './sparkRange.ts'
import { splitValue } from './splitValue.ts'
import { targetText } from './targetText.ts'
import { whyNoData } from './whyNoData.ts'
import { whyUnavailable } from './whyUnavailable.ts'
import { whyWithheld, windowOf } from './whyWithheld.ts'

/**
 * `none`: there is no data; `withheld`: kept private; `owners`: for owners only, and the reader is none;
 * `unavailable`: the published tables cannot say; `failed`: not computed.
 */
export type TileState = 'ready' | 'loading' | 'none' | 'withheld' | 'owners' | 'unavailable' | 'failed'

/** Every text and mark of a tile, ready to be shown. */
export interface TileView {
  readonly metric: string
  readonly label: string
  readonly state: TileState
  readonly value: string
  readonly unit: string
  readonly status: ValueStatus
  /** '' without a status. */
  readonly statusWord: string
  /** The target and where it comes from, or why there is no value. */
  readonly target: string
  /** Against the period before and the same period of last year, where that is another one. */
  readonly changes: readonly [ChangeView, ChangeView]
  /** The last 13 months. */
  readonly spark: readonly (number | null)[]
  /** The lowest and the highest of them, without their unit; '' for fewer than two. */
  readonly sparkRange: string
  /** Whether the period is one month or several. */
  readonly span: 'month' | 'range'
  readonly basis: string
  readonly maturity: Maturity
  readonly maturityWord: string
  readonly asOf: string
}

/** What a tile's view is made from. */
export interface TileInput {
  readonly metric: Metric
  readonly practice: Practice
  readonly state: PageState
  readonly get: (query: MetricQuery) => Answer
}

const statusWords: Record<ValueStatus, string> = {
  good: 'On target',
  watch: 'Near target',
  bad: 'Off target',
  none: '',
}
const maturityWords: Record<Maturity, string> = {
  final: 'Final',
  maturing: 'Still maturing',
  open: 'Month still open',
}
const sparkMonths = 13
const noChange: ChangeView = { text: '', against: '', tone: 'none' }
// Part of a month's money against the whole of another's says nothing.
const notYet: ChangeView = { ...noChange, text: 'Compared once final' }

/** A metric's numbers for a page's state, in words. Pure; used at build, before and in the interface. */
export function tileView(input: TileInput): TileView {
  const { metric, practice, state } = input
  const reason = whyUnavailable(metric, practice, state)
  if (reason !== null)
    return { ...emptyTile(metric), state: 'unavailable', value: 'Not available', target: reason }

  const found = tileNumbers(input)
  const frame = { ...emptyTile(metric), ...basisOf(input) }
  if (found.status === 'failed')
    return { ...frame, state: 'failed', value: 'Not computed', target: found.reason }
  if (found.status === 'owners')
    return { ...frame, state: 'owners', value: ownersOnly, target: 'Your link is for viewers.' }
  if (found.status === 'loading') return frame

  const { value, spark } = found
  const goal = targetOf(metric, practice, state)
  // Money is still coming in for such a period: it would look bad whatever it becomes.
  const isEarly = value !== null && maturityOf(metric, state.period.to, practice) !== 'final'
  const status = isEarly ? 'none' : shownStatus(metric, value, goal)
  return {
    ...frame,
    ...valueOf(metric, found),
    status,
    statusWord: isEarly ? 'Too early to judge' : statusWords[status],
    target: found.row?.withheld
      ? whyWithheld(practice, state, { window: windowOf(metric) })
      : ((value === null ? whyNoData(metric, practice, state) : null) ?? targetText(metric, goal)),
    changes: isEarly ? [notYet, noChange] : changesOf(input, found),
    spark,
    sparkRange: sparkRange(metric, spark),
  }
}

function valueOf(metric: Metric, { row, value }: ReadyNumbers): Partial<TileView> {
  if (value !== null) return { state: 'ready', ...splitValue(metric, value) }
  return row?.withheld ? { state: 'withheld', value: keptPrivate } : { state: 'none', value: 'No data' }
}

function changesOf({ metric, practice, state }: TileInput, found: ReadyNumbers): [ChangeView, ChangeView] {
  // Once is enough: without a value there is nothing to compare.
  if (found.row?.withheld) return [noChange, noChange]
  const compare = (earlier: MetricRow | null, against: Period) =>
    changeView(metric, {
      value: found.value,
      before: liesInData(metric, practice, against) ? (earlier?.value ?? null) : null,
      against,
      isWithheld: earlier?.withheld ?? false,
    })
  const [before, lastYear] = [priorPeriod(state.period), priorYear(state.period)]
  return [
    compare(found.prior, before),
    before.to === lastYear.to ? noChange : compare(found.yearBefore, lastYear),
  ]
}

/** A tile before anything is known: what is rendered into the page at build. */
export function emptyTile(metric: Metric): TileView {
  return {
    metric: metric.id,
    label: metric.label,
    state: 'loading',
    value: '…',
    unit: '',
    status: 'none',
    statusWord: '',
    target: '',
    changes: [noChange, noChange],
    spark: [],
    sparkRange: '',
    span: 'month',
    basis: dateBasisLabel(metric.dateBasis),
    maturity: 'final',
    maturityWord: '',
    asOf: '',
  }
}

/** The numbers of a tile: the row behind its value, and what it is compared with. */
export type TileNumbers =
  | { readonly status: 'loading' }
  | { readonly status: 'owners' }
  | { readonly status: 'failed'; readonly reason: string }
  | ReadyNumbers

interface ReadyNumbers {
  readonly status: 'ready'
  readonly row: MetricRow | null
  readonly value: number | null
  readonly prior: MetricRow | null
  readonly yearBefore: MetricRow | null
  readonly spark: readonly (number | null)[]
}

/** Looks a tile's numbers up in its answers. A month without a row is no data. */
export function tileNumbers({ metric, state, get }: TileInput): TileNumbers {
  const { series, totals } = tileQueries(metric.id, state)
  const queries = totals ? [series, totals.period, totals.prior, totals.priorYear] : [series]
  const answers = queries.map(get)
  const failed = answers.find((answer) => answer.status === 'failed')
  if (failed) return failed
  if (answers.some((answer) => answer.status === 'owners')) return { status: 'owners' }
  const [months, period, prior, yearBefore] = answers.map((answer) =>
    answer.status === 'ready' ? answer.rows : null,
  )
  if (!months || answers.some((answer) => answer.status === 'loading')) return { status: 'loading' }

  const byMonth = new Map(months.map((row) => [row.month, row]))
  const rowAt = (back: number) => byMonth.get(addMonths(state.period.to, -back)) ?? null
  const row = totals ? (period?.[0] ?? null) : rowAt(0)
  return {
    status: 'ready',
    row,
    value: row?.value ?? null,
    prior: (totals ? prior?.[0] : rowAt(1)) ?? null,
    yearBefore: (totals ? yearBefore?.[0] : rowAt(12)) ?? null,
    spark: Array.from({ length: sparkMonths }, (_, index) => rowAt(sparkMonths - 1 - index)?.value ?? null),
  }
}

function basisOf({
  metric,
  practice,
  state,
}: TileInput): Pick<TileView, 'span' | 'basis' | 'maturity' | 'maturityWord' | 'asOf'> {
  const maturity = maturityOf(metric, state.period.to, practice)
  const label = dateBasisLabel(metric.dateBasis)
  return {
    span: state.period.from === state.period.to ? 'month' : 'range',
    // What is to come is of the day of the data, whatever month it is filed under.
    basis: metric.dateBasis === 'as_of_date' ? label : `${label} · ${formatPeriod(state.period)}`,
    maturity,
    maturityWord: maturityWords[maturity],
    asOf: asOfText(practice),
  }
}
