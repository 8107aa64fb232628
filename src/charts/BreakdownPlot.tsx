import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { shortenName, type ChartFormat } from './chartData.ts'

/** A bar: its name and its value. */
export interface BreakdownBar {
  readonly label: string
  readonly value: number
}

interface Props {
  /** Largest first. */
  readonly bars: readonly BreakdownBar[]
  readonly format: ChartFormat
}

const rowHeight = 32
/** About the width of a figure and of a letter, at the size of the labels. */
const letterWidth = 6.7
const longestName = 22

/** A metric by a dimension: one bar a line, its name before it and its value behind it. */
export function BreakdownPlot({ bars, format }: Props): React.ReactNode {
  const height = bars.length * rowHeight + 8
  // Recharts breaks labels at spaces; these keep theirs.
  const data = bars.map(({ label, value }) => ({
    label,
    value,
    text: format.full(value).replaceAll(' ', '\u00a0'),
  }))
  const longestValue = Math.max(...data.map(({ text }) => text.length))
  const nameLength = Math.min(longestName, Math.max(...bars.map(({ label }) => label.length)))
  return (
    <div className="chart-bars">
      <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 320, height }}>
        <BarChart
          data={data}
          layout="vertical"
          margin={{ top: 4, right: longestValue * letterWidth + 16, bottom: 4, left: 0 }}
          accessibilityLayer={false}
          barCategoryGap="30%"
        >
          <XAxis type="number" hide domain={[(least: number) => Math.min(0, least), 'dataMax']} />
          <YAxis
            type="category"
            dataKey="label"
            width={nameLength * letterWidth + 10}
            interval={0}
            tickLine={false}
            axisLine={false}
            tick={<NameTick />}
          />
          <Bar dataKey="value" fill="var(--series-1)" radius={3} minPointSize={2} isAnimationActive={false}>
            <LabelList dataKey="text" position="right" fill="var(--ink)" fontSize={12} offset={8} />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </div>
  )
}

interface TickProps {
  /** Given by Recharts. */
  readonly y?: number | string
  readonly payload?: { readonly value: string }
}

/** A name at the left edge, shortened if it would run into its bar. */
function NameTick({ y, payload }: TickProps): React.ReactNode {
  const name = payload?.value ?? ''
  return (
    <text x={0} {...(y === undefined ? {} : { y })} dy="0.35em" textAnchor="start">
      {shortenName(name, longestName)}
      <title>{name}</title>
    </text>
  )
}
