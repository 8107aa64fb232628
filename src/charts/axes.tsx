import { CartesianGrid, XAxis, YAxis } from 'recharts'
import { niceTicks, tickCategories, toldApart, type ChartFormat } from './chartData.ts'

/** What every plot over months shares. Recharts wants its parts as direct children, so these are props. */
export const grid = <CartesianGrid vertical={false} stroke="var(--grid)" />

/** The axis of months: few ticks, the last month always among them; `inset` keeps points off the edges. */
export function monthAxis(categories: readonly string[], inset = 0): React.ReactNode {
  return (
    <XAxis
      dataKey="category"
      ticks={tickCategories(categories, 5)}
      interval={0}
      padding={{ left: inset, right: inset }}
      tickLine={false}
      axisLine={{ stroke: 'var(--line)' }}
      tickFormatter={shortMonth}
      tickMargin={8}
      height={28}
    />
  )
}

/** The axis of values, in short notation, with round ticks that enclose `values`. */
export function valueAxis(
  format: ChartFormat,
  values: readonly (number | null)[],
  fromZero: boolean,
): React.ReactNode {
  const ticks = niceTicks(values, fromZero) ?? [0, 1]
  const written = toldApart(ticks, format.short)
  return (
    <YAxis
      width="auto"
      ticks={[...written]}
      domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
      interval={0}
      tickLine={false}
      axisLine={false}
      tickFormatter={format.short}
    />
  )
}

/** `Oct 2026` as `Oct ’26`, and `Jul – Sep 2026` as `Jul–Sep`, so that five stand side by side on a phone. */
function shortMonth(month: string): string {
  return month.replace(/^(\w+) – (\w+) \d+$/, '$1–$2').replace(/ 20(\d\d)$/, ' ’$1')
}
