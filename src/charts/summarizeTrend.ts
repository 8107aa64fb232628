import { keptPrivate } from '../format/keptPrivate.ts'
import { chartTexts as texts } from '../texts/chartTexts.ts'
import {
  firstUnsettled,
  withheldNote,
  type ChartFormat,
  type ChartSeries,
  type TargetLine,
} from './chartData.ts'

interface Trend {
  readonly categories: readonly string[]
  readonly series: readonly ChartSeries[]
  readonly format: ChartFormat
  readonly target: TargetLine | null
}

/** A value and the month that it is of. */
interface Point {
  readonly value: number
  readonly at: string
}

/**
 * One sentence on a trend: the last final value, where it came from, its extremes and its target; and another on
 * months that are still maturing, which no comparison holds, and where months are withheld.
 */
export function summarizeTrend(trend: Trend): string {
  return summarize(trend) + withheldNote(trend.categories, trend.series)
}

function summarize({ categories, series, format, target }: Trend): string {
  const [first] = series
  if (!first) return texts.noData
  if (series.length > 1) return summarizeSeveral(categories, series, format)
  const settled = firstUnsettled(first)
  const all = pointsOf(categories, first)
  const final = all.filter(({ index }) => index < settled)
  const maturing = all.filter(({ index }) => index >= settled)
  const against = target ? `. ${target.label}` : ''
  return [
    ...(final.length === 0 && maturing.length > 0 ? [] : [`${summarizeFinal(final, format)}${against}.`]),
    ...maturingSentence(maturing, format),
  ].join(' ')
}

function pointsOf(categories: readonly string[], { values }: ChartSeries): (Point & { index: number })[] {
  return values.flatMap((value, index) =>
    value === null ? [] : [{ value, at: categories[index] ?? '', index }],
  )
}

function maturingSentence(points: readonly Point[], format: ChartFormat): string[] {
  const [first] = points
  const last = points.at(-1)
  return first && last ? [texts.maturingSince(first.at, format.full(last.value), last.at)] : []
}

/** Without its full stop. */
function summarizeFinal(points: readonly Point[], { full }: ChartFormat): string {
  const last = points.at(-1)
  const before = points.at(-2)
  if (!last) return texts.noDataInMonths.replace(/\.$/, '')
  if (!before) return texts.only(full(last.value), last.at)
  const highest = points.reduce((a, b) => (b.value > a.value ? b : a))
  const lowest = points.reduce((a, b) => (b.value < a.value ? b : a))
  const [low, high] = [full(lowest.value), full(highest.value)]
  const range = low === high ? '' : texts.between(low, lowest.at, high, highest.at)
  return `${texts.at(full(last.value), last.at)}, ${moveOf(before, last, full)}${range}`
}

/** What reads the same is the same: 3.584 is not up from 3.581. */
function moveOf(before: Point, last: Point, full: ChartFormat['full']): string {
  const text = full(before.value)
  if (text === full(last.value)) return texts.sameAs(before.at)
  return last.value > before.value ? texts.upFrom(text, before.at) : texts.downFrom(text, before.at)
}

/** Of each of several series its value in the last month; of one that matures its last final one, and how far it has come. */
function summarizeSeveral(
  categories: readonly string[],
  series: readonly ChartSeries[],
  { full }: ChartFormat,
): string {
  const at = categories.length - 1
  const parts = series.map((one) => {
    const value = one.values[at] ?? null
    const label = one.label
    if (one.withheld?.[at]) return `${label} ${keptPrivate.toLowerCase()}`
    if ((one.unsettled ?? 0) === 0 || value === null) return `${label} ${full(value)}`
    const final = pointsOf(categories, one).findLast(({ index }) => index < firstUnsettled(one))
    const soFar = full(value)
    return `${label} ${final ? texts.lastFinal(full(final.value), final.at, soFar) : texts.soFar(soFar)}`
  })
  // A label may hold a comma itself.
  return `${categories[at] ?? ''}: ${parts.join('; ')}.`
}
