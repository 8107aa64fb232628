import { useContext } from 'react'
import {
  Bar,
  BarChart,
  LabelList,
  Rectangle,
  ResponsiveContainer,
  XAxis,
  YAxis,
  useChartWidth,
  useYAxisScale,
  type BarShapeProps,
} from 'recharts'
import { barsHeight, rowHeight } from './barsHeight.ts'
import { chartTexts } from '../texts/chartTexts.ts'
import { ActivePoint } from './activePoint.ts'
import { severalColor, shortenName, type ChartFormat } from './chartData.ts'

/** A bar: its name and its value. */
export interface BreakdownBar {
  readonly label: string
  readonly value: number
  /** Whether it adds up several values; it is grey then. */
  readonly isSeveral?: boolean
  /** The value that the page can be filtered by with it, where there is one. */
  readonly pick?: string
}

interface Props {
  /** Largest first. */
  readonly bars: readonly BreakdownBar[]
  readonly format: ChartFormat
  /** Filters by the value of a bar that has one. */
  readonly onPick?: ((value: string) => void) | undefined
}

/** About the width of a figure and of a letter, at the size of the labels. */
const letterWidth = 6.7
const longestName = 22

/** A metric by a dimension: one bar a line, its name before it and its value behind it. */
export function BreakdownPlot({ bars, format, onPick }: Props): React.ReactNode {
  const height = barsHeight(bars.length)
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
          <Bar
            dataKey="value"
            minPointSize={2}
            isAnimationActive={false}
            shape={({ originalDataIndex: at, ...bar }: BarShapeProps) => (
              <Rectangle {...bar} radius={3} fill={bars[at]?.isSeveral ? severalColor : 'var(--series-1)'} />
            )}
          >
            <LabelList dataKey="text" position="right" fill="var(--ink)" fontSize={12} offset={8} />
          </Bar>
          <RowTargets bars={bars} onPick={onPick} />
        </BarChart>
      </ResponsiveContainer>
    </div>
  )
}

/** A row each, as wide as the plot: what a finger hits, and what the arrow keys have reached. */
function RowTargets({ bars, onPick }: Pick<Props, 'bars' | 'onPick'>): React.ReactNode {
  const active = useContext(ActivePoint)
  const [width = 0, scale] = [useChartWidth(), useYAxisScale()]
  if (!scale) return null
  return bars.map(({ label, pick }, index) => {
    const middle = scale(label, { position: 'middle' })
    if (middle === undefined) return null
    const look = {
      x: 0.5,
      y: middle - rowHeight / 2 + 1,
      width: Math.max(0, width - 1),
      height: rowHeight - 2,
      rx: 4,
      className: `row-target${index === active ? ' active' : ''}`,
    }
    if (!onPick || pick === undefined) {
      return (
        <rect key={label} {...look}>
          <title>{label}</title>
        </rect>
      )
    }
    return (
      <rect key={label} {...look} className={`${look.className} pickable`} onClick={() => onPick(pick)}>
        <title>{chartTexts.pickHint(label)}</title>
      </rect>
    )
  })
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
