import type { Practice } from '../bundle/bundle.ts'
import { comparisonsShown } from '../dashboards/comparisons.ts'
import { tileQueries } from '../dashboards/pageQueries.ts'
import type { PageState } from '../dashboards/pageState.ts'
import { dateBasisLabel } from '../format/dateBasisLabel.ts'
import { formatMonth } from '../format/formatMonth.ts'
import { formatPeriod } from '../format/formatPeriod.ts'
import { keptPrivate } from '../format/keptPrivate.ts'
import type { Answer } from '../hooks/answerStore.ts'
import { leadMonth } from '../metrics/leadMonth.ts'
import { maturityOf, type Maturity } from '../metrics/maturityOf.ts'
import type { Metric } from '../metrics/metric.ts'
import { targetOf } from '../metrics/targetOf.ts'
import type { ValueStatus } from '../metrics/valueStatus.ts'
import { addMonths, priorPeriod, priorYear, type Month, type Period } from '../periods/month.ts'
import type { MetricQuery, MetricRow } from '../queries/metricQuery.ts'
import { tileTexts } from '../texts/tileTexts.ts'
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
  /** How many of them, from the first on, are final; absent where all are. */
  readonly settled?: number
  /** The target in the metric's unit, and which side of it is good; absent without one. */
  readonly goal?: SparkGoal
  /** The lowest and the highest of the final ones, without their unit; '' for fewer than two. */
  readonly sparkRange: string
  /** Whether the period is one month or several. */
  readonly span: 'month' | 'range'
  readonly basis: string
  readonly maturity: Maturity
  readonly maturityWord: string
  readonly asOf: string
}

/** A target as a tile draws it. */
export interface SparkGoal {
  readonly value: number
  readonly side: 'up' | 'down'
}

/** What a tile's view is made from. */
export interface TileInput {
  readonly metric: Metric
  readonly practice: Practice
  readonly state: PageState
  readonly get: (query: MetricQuery) => Answer
}

const statusWords: Record<ValueStatus, string> = {
  good: tileTexts.onTarget,
  watch: tileTexts.nearTarget,
  bad: tileTexts.offTarget,
  none: '',
}
const maturityWords: Record<Maturity, string> = {
  final: tileTexts.final,
  maturing: tileTexts.maturing,
  open: tileTexts.open,
}
const sparkMonths = 13
const noChange: ChangeView = { text: '', against: '', tone: 'none' }
// Part of a month's money against the whole of another's says nothing.
const notYet: ChangeView = { ...noChange, text: tileTexts.notYetCompared }

/** A metric's numbers for a page's state, in words. Pure; used at build, before and in the interface. */
export function tileView(input: TileInput): TileView {
  const { metric, practice, state } = input
  const reason = whyUnavailable(metric, practice, state)
  if (reason !== null)
    return { ...emptyTile(metric), state: 'unavailable', value: tileTexts.unavailable, target: reason }

  const found = tileNumbers(input)
  const frame = { ...emptyTile(metric), ...basisOf(input) }
  if (found.status === 'failed')
    return { ...frame, state: 'failed', value: tileTexts.failed, target: found.reason }
  if (found.status === 'owners')
    return { ...frame, state: 'owners', value: ownersOnly, target: tileTexts.forViewers }
  if (found.status === 'loading') return frame

  const { value, spark, month } = found
  const lead = leadState(state, month)
  const goal = targetOf(metric, practice, lead)
  // Money is still coming in for such a period: it would look bad whatever it becomes.
  const isEarly = value !== null && maturityOf(metric, month, practice) !== 'final'
  const status = isEarly ? 'none' : shownStatus(metric, value, goal)
  const settled = settledMonths(input)
  return {
    ...frame,
    ...basisOf({ ...input, state: lead }, month !== state.period.to),
    ...valueOf(metric, found, month !== state.period.to),
    status,
    statusWord: isEarly ? tileTexts.tooEarly : statusWords[status],
    target: found.row?.withheld
      ? whyWithheld(practice, lead, { window: windowOf(metric) })
      : ((value === null ? whyNoData(metric, practice, lead) : null) ?? targetText(metric, goal)),
    changes:
      isEarly && lead.compare !== 'none' ? [notYet, noChange] : changesOf({ ...input, state: lead }, found),
    spark,
    ...(settled < spark.length ? { settled } : {}),
    ...sparkGoal(metric, goal),
    sparkRange: sparkRange(metric, spark.slice(0, settled)),
  }
}

/** A page's state, at the month that a tile leads with. */
export function leadState(state: PageState, month: Month): PageState {
  return month === state.period.to ? state : { ...state, period: { from: month, to: month } }
}

/** How many of the line's months are final, up to the first that is not. */
function settledMonths({ metric, practice, state }: TileInput): number {
  const months = Array.from({ length: sparkMonths }, (_, index) =>
    addMonths(state.period.to, index + 1 - sparkMonths),
  )
  const first = months.findIndex((month) => maturityOf(metric, month, practice) !== 'final')
  return first < 0 ? sparkMonths : first
}

function sparkGoal(metric: Metric, goal: ReturnType<typeof targetOf>): Pick<TileView, 'goal'> {
  const value = goal?.target ?? metric.benchmark?.target
  return value === undefined || metric.direction === 'context'
    ? {}
    : { goal: { value, side: metric.direction } }
}

function valueOf(metric: Metric, { row, value, month }: ReadyNumbers, isEarlier: boolean): Partial<TileView> {
  if (value === null)
    return row?.withheld
      ? { state: 'withheld', value: keptPrivate }
      : { state: 'none', value: tileTexts.noData }
  const shown = splitValue(metric, value)
  if (!isEarlier) return { state: 'ready', ...shown }
  return { state: 'ready', value: shown.value, unit: tileTexts.inMonth(shown.unit, formatMonth(month)) }
}

function changesOf({ metric, practice, state }: TileInput, found: ReadyNumbers): [ChangeView, ChangeView] {
  // Once is enough: without a value there is nothing to compare.
  if (found.row?.withheld || found.value === null) return [noChange, noChange]
  const compare = (earlier: MetricRow | null, against: Period) => {
    const before = liesInData(metric, practice, against) ? (earlier?.value ?? null) : null
    // What cannot be compared is said in the details.
    return before === null ? noChange : changeView(metric, { value: found.value, before, against })
  }
  const [before, lastYear] = [priorPeriod(state.period), priorYear(state.period)]
  const shown = comparisonsShown(state)
  const prior = shown.includes('prior') ? compare(found.prior, before) : noChange
  const year = shown.includes('prior_year') ? compare(found.yearBefore, lastYear) : noChange
  const { soFar } = found
  if (soFar !== null) {
    const { value, unit } = splitValue(metric, soFar)
    const text = [value, unit].filter((part) => part !== '').join(' ')
    return [
      shown.includes('prior') ? prior : year,
      { text, against: tileTexts.soFar(formatMonth(practice.months.lastClosed)), tone: 'none' },
    ]
  }
  return [prior, year]
}

/** A tile before anything is known: what is rendered into the page at build. */
export function emptyTile(metric: Metric): TileView {
  return {
    metric: metric.id,
    label: metric.label,
    state: 'loading',
    value: '',
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
  /** The month that the tile leads with, or the last of its period. */
  readonly month: Month
  readonly row: MetricRow | null
  readonly value: number | null
  readonly prior: MetricRow | null
  readonly yearBefore: MetricRow | null
  /** What the period's own month has come to, where an earlier one leads. */
  readonly soFar: number | null
  readonly spark: readonly (number | null)[]
}

function isKnown(row: MetricRow | null): boolean {
  return row !== null && row.value !== null
}

/** Looks a tile's numbers up in its answers. A month without a row is no data. */
export function tileNumbers({ metric, practice, state, get }: TileInput): TileNumbers {
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
  const { to } = state.period
  const at = (month: Month) => byMonth.get(month) ?? null
  const final = leadMonth(metric, state, practice)
  // One that is kept private gives way to a slightly earlier one, if that is known.
  const earlier = [0, 1, 2].map((back) => addMonths(final, -back))
  const month = final === to ? to : (earlier.find((each) => isKnown(at(each))) ?? to)
  const row = totals ? (period?.[0] ?? null) : at(month)
  return {
    status: 'ready',
    month,
    row,
    value: row?.value ?? null,
    prior: (totals ? prior?.[0] : at(addMonths(month, -1))) ?? null,
    yearBefore: (totals ? yearBefore?.[0] : at(addMonths(month, -12))) ?? null,
    soFar: month === to ? null : (at(to)?.value ?? null),
    spark: Array.from(
      { length: sparkMonths },
      (_, index) => at(addMonths(to, index + 1 - sparkMonths))?.value ?? null,
    ),
  }
}

function basisOf(
  { metric, practice, state }: TileInput,
  isEarlier = false,
): Pick<TileView, 'span' | 'basis' | 'maturity' | 'maturityWord' | 'asOf'> {
  const maturity = maturityOf(metric, state.period.to, practice)
  const label = dateBasisLabel(metric.dateBasis)
  return {
    span: state.period.from === state.period.to ? 'month' : 'range',
    // What is to come is of the day of the data, whatever month it is filed under.
    // An earlier month stands beside its value.
    basis:
      metric.dateBasis === 'as_of_date' || isEarlier ? label : `${label} · ${formatPeriod(state.period)}`,
    maturity,
    maturityWord: isEarlier ? tileTexts.lastFinal : maturityWords[maturity],
    asOf: asOfText(practice),
  }
}
