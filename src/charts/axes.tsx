import { CartesianGrid, XAxis, YAxis, usePlotArea } from 'recharts'
import { chartTexts } from '../texts/chartTexts.ts'
import { calmRange, niceTicks, spansHalf, tickCategories, type ChartFormat } from './chartData.ts'

/** What every plot over months shares. Recharts wants its parts as direct children, so these are props. */
export const grid = <CartesianGrid vertical={false} stroke="var(--grid)" />

/** The axis of months: as many ticks as have room, the last month always among them; `inset` keeps points off the edges. */
export function monthAxis(categories: readonly string[], inset = { left: 0, right: 0 }): React.ReactNode {
  return (
    <XAxis
      dataKey="category"
      interval={0}
      padding={inset}
      tickLine={false}
      axisLine={{ stroke: 'var(--line)' }}
      tick={<MonthTick categories={categories} />}
      tickMargin={8}
      height={28}
    />
  )
}

interface MonthTickProps {
  readonly categories: readonly string[]
  /** Given by Recharts. */
  readonly x?: number | string
  readonly y?: number | string
  readonly payload?: { readonly value: string }
}

/** About the width of a letter of an axis, and what keeps two labels apart. */
const axisLetter = 6.3
const axisGap = 12
const mostTicks = 5

/** A month, if it is one of those that have room side by side. */
function MonthTick({ categories, x, y, payload }: MonthTickProps): React.ReactNode {
  const area = usePlotArea()
  if (!area || x === undefined || y === undefined || !payload) return null
  const longest = Math.max(...categories.map((category) => shortMonth(category).length))
  const most = Math.max(1, Math.floor(area.width / (longest * axisLetter + axisGap)))
  if (!tickCategories(categories, Math.min(mostTicks, most)).includes(payload.value)) return null
  return (
    <text x={x} y={y} dy="0.71em" textAnchor="middle">
      {shortMonth(payload.value)}
    </text>
  )
}

/** The axis of values, in short notation, with round ticks that enclose `values` and say exactly where they are. */
export function valueAxis(
  format: ChartFormat,
  values: readonly (number | null)[],
  fromZero: boolean,
): React.ReactNode {
  const ticks = niceTicks(values, fromZero, { isExact: format.isExact }) ?? [0, 1]
  return (
    <YAxis
      width="auto"
      ticks={ticks}
      domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
      interval={0}
      tickLine={false}
      axisLine={false}
      tickFormatter={format.short}
    />
  )
}

/** As `valueAxis`, of lines: from zero where they reach down far or come in coarse steps, else near them, but calm. */
export function lineAxis(format: ChartFormat, values: readonly (number | null)[]): React.ReactNode {
  const isFromZero = format.isCoarse === true || spansHalf(values)
  return valueAxis(format, isFromZero ? values : calmRange(values), isFromZero)
}

const quarterOf: Readonly<Record<string, number>> = {
  'Jan – Mar': 1,
  'Apr – Jun': 2,
  'Jul – Sep': 3,
  'Oct – Dec': 4,
}

/** `Oct 2026` as `Oct ’26`, and `Jul – Sep 2026` as `Q3 ’26`, so that five stand side by side on a phone. */
export function shortMonth(month: string): string {
  const [, months = '', year = ''] = /^(\w+ – \w+) 20(\d\d)$/.exec(month) ?? []
  const quarter = quarterOf[months]
  if (quarter !== undefined) return chartTexts.axisQuarter(quarter, year)
  return month.replace(/^(\w+) – (\w+) /, '$1–$2 ').replace(/ 20(\d\d)$/, ' ’$1')
}
