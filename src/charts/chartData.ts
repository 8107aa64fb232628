import { formatList } from '../format/formatList.ts'
import { keptPrivate } from '../format/keptPrivate.ts'

/** How the numbers of one chart are written: in full beside a mark, in short on an axis. */
export interface ChartFormat {
  readonly full: (value: number | null) => string
  readonly short: (value: number) => string
  /** As few characters as a cell of a grid has room for; the caption says the unit. */
  readonly cell: (value: number) => string
  /** Whether `short` writes a value without rounding it; an axis has only such ticks. All, unless given. */
  readonly isExact?: (value: number) => boolean
  /** Whether values come in coarse steps, such as bins; their axis begins at zero, or it would blow a step up. */
  readonly isCoarse?: boolean
}

/** One line, bar set or layer: a value per category, null where there is no data, or none that is shown. */
export interface ChartSeries {
  readonly id: string
  readonly label: string
  readonly values: readonly (number | null)[]
  /** Of each value whether it is withheld: there are data, kept private. */
  readonly withheld?: readonly boolean[]
  /** Whether it adds up several values, of which none is known to be the largest. */
  readonly isSeveral?: true
  /** How many of the last values are not final yet; a line shows them dashed, a bar hollow. */
  readonly unsettled?: number
  /** The value that the page can be filtered by with it, where there is one. */
  readonly pick?: string
}

/** The categories in which any of the series is withheld. */
export function withheldCategories(
  categories: readonly string[],
  series: readonly ChartSeries[],
): readonly string[] {
  return categories.filter((_, index) => series.some(({ withheld }) => withheld?.[index]))
}

/**
 * `Kept private in Mar 2026 and Apr 2026.`, with a blank before it; '' where nothing is withheld. Of several
 * series it says which, unless the same holds for all.
 */
export function withheldNote(categories: readonly string[], series: readonly ChartSeries[]): string {
  const places = series.map(({ withheld }) => placesOf(categories, withheld))
  const [first = ''] = places
  if (places.every((place) => place === first)) return first === '' ? '' : ` ${keptPrivate}${first}.`
  // A label may hold a comma itself.
  const parts = series.map(({ label }, index) => (places[index] ? `${label}${places[index]}` : ''))
  return ` ${keptPrivate}: ${parts.filter(Boolean).join('; ')}.`
}

/** ` in Mar 2026 and Apr 2026`, or how many of the months; '' for none. */
function placesOf(categories: readonly string[], withheld: readonly boolean[] = []): string {
  const found = categories.filter((_, index) => withheld[index])
  if (found.length === 0) return ''
  if (found.length <= 3) return ` in ${formatList(found)}`
  return ` in ${String(found.length)} of ${String(categories.length)} months`
}

/** A mark across the plot, in the chart's unit. */
export interface TargetLine {
  readonly value: number
  readonly label: string
}

/** A point as Recharts wants it: the category, and each series' value under its id. */
export type PlotRow = { readonly category: string } & Record<string, string | number | null>

/** Series side by side, as rows by category. */
export function toPlotRows(categories: readonly string[], series: readonly ChartSeries[]): PlotRow[] {
  return categories.map((category, index) => ({
    category,
    ...Object.fromEntries(series.map(({ id, values }) => [id, values[index] ?? null])),
  }))
}

/** The keys of a line's two halves. */
export function settledKey(id: string): string {
  return id
}

export function unsettledKey(id: string): string {
  return `${id} maturing`
}

/** As `toPlotRows`, with the unsettled end of each line apart; the halves meet in the last settled point. */
export function toLineRows(categories: readonly string[], series: readonly ChartSeries[]): PlotRow[] {
  const halves = series.flatMap(({ id, label, values, unsettled = 0 }): ChartSeries[] => {
    const firstUnsettled = values.length - unsettled
    return [
      { id: settledKey(id), label, values: values.map((value, at) => (at < firstUnsettled ? value : null)) },
      {
        id: unsettledKey(id),
        label,
        values: values.map((value, at) => (unsettled > 0 && at >= firstUnsettled - 1 ? value : null)),
      },
    ]
  })
  return toPlotRows(categories, halves)
}

/** From which place on the values of a series are not final; its length where all are. */
export function firstUnsettled({ values, unsettled = 0 }: Pick<ChartSeries, 'values' | 'unsettled'>): number {
  return Math.max(0, values.length - unsettled)
}

/** Whether any value that is not final is there to be drawn. */
export function showsUnsettled(series: Pick<ChartSeries, 'values' | 'unsettled'>): boolean {
  return series.values.slice(firstUnsettled(series)).some((value) => value !== null)
}

/** Whether a value has none beside it, so that no line shows it: its neighbours are merged, or without data. */
export function isAlone(values: readonly (number | null)[], index: number): boolean {
  const has = (at: number) => (values[at] ?? null) !== null
  return has(index) && !has(index - 1) && !has(index + 1)
}

/** `names` are told apart by hue; `steps` have an order, and deepen with it. */
export type Palette = 'names' | 'steps'

/** What adds up several values is grey: it is no name among names. */
export const severalColor = 'var(--series-6)'

/** The colour of a series at its place, as a custom property of the style sheet. */
export function colorOf(
  { isSeveral }: Pick<ChartSeries, 'isSeveral'>,
  index: number,
  palette?: Palette,
): string {
  return isSeveral ? severalColor : seriesColor(index, palette)
}

/** The colour of the series at `index`, as a custom property of the style sheet. */
export function seriesColor(index: number, palette: Palette = 'names'): string {
  return palette === 'names' ? `var(--series-${(index % 6) + 1})` : `var(--step-color-${(index % 5) + 1})`
}

/**
 * The categories that get a tick: the last one, and every n-th before it, so that at most `most` labels
 * stand side by side.
 */
export function tickCategories(categories: readonly string[], most: number): string[] {
  const step = Math.max(1, Math.ceil(categories.length / most))
  return categories.filter((_, index) => (categories.length - 1 - index) % step === 0)
}

/** A name of at most `longest` characters, with an ellipsis in the place of what is cut off. */
export function shortenName(name: string, longest: number): string {
  return name.length > longest ? `${name.slice(0, longest - 1).trimEnd()}…` : name
}

/**
 * Whether values reach from their highest to half of it or less. An axis of lines then begins at zero:
 * cut off, it would show one of them as next to nothing.
 */
export function spansHalf(values: readonly (number | null)[]): boolean {
  const known = values.filter((value) => value !== null)
  return Math.min(...known) <= Math.max(...known) / 2
}

/** Of how much of its highest value the axis of a line shows at least, so that a flat line looks flat. */
const leastSpan = 0.1

/**
 * The values between which the axis of a line lies: never so close that small changes look large, and with room
 * under the lowest. What is never below zero gets no axis below zero.
 */
export function calmRange(values: readonly (number | null)[]): number[] {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return []
  const lowest = Math.min(...known)
  const highest = Math.max(...known)
  const least = leastSpan * Math.max(Math.abs(lowest), Math.abs(highest))
  const span = Math.max(highest - lowest, least)
  const low = Math.min(lowest - span * 0.05, highest - span)
  return [lowest >= 0 ? Math.max(0, low) : low, highest]
}

/** How an axis is cut: about how many ticks, and which values can be written on it without rounding. */
interface TickRules {
  readonly count?: number
  readonly isExact?: ((value: number) => boolean) | undefined
}

/**
 * Round ticks that enclose the values, about `count` of them: steps of 1, 2, 2.5 or 5 times a power of ten, the
 * smallest whose ticks say exactly where they are. With `fromZero` the axis holds zero. Null without any value.
 */
export function niceTicks(
  values: readonly (number | null)[],
  fromZero: boolean,
  { count = 4, isExact = () => true }: TickRules = {},
): number[] | null {
  const known = [...values.filter((value) => value !== null), ...(fromZero ? [0] : [])]
  if (known.length === 0) return null
  const lowest = Math.min(...known)
  const highest = Math.max(...known)
  const span = highest - lowest || Math.abs(highest) || 1
  const power = 10 ** Math.floor(Math.log10(span / count))
  const steps = Array.from({ length: 12 }, (_, more) => 10 ** more)
    .flatMap((more) => [1, 2, 2.5, 5].map((factor) => factor * more * power))
    .filter((step) => step * count >= span)
  const [first = []] = steps.map((step) => ticksBy(step, lowest, highest))
  return steps.map((step) => ticksBy(step, lowest, highest)).find((ticks) => ticks.every(isExact)) ?? first
}

function ticksBy(step: number, lowest: number, highest: number): number[] {
  const first = Math.floor(lowest / step)
  const last = Math.max(Math.ceil(highest / step), first + 1)
  // Twelve digits: what is a sum of decimal steps must not show binary dust.
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  )
}
