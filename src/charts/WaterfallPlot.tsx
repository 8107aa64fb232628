import {
  Bar,
  BarChart,
  LabelList,
  Rectangle,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
  type BarShapeProps,
} from 'recharts'
import { barsHeight } from './barsHeight.ts'
import { shortenName } from './chartData.ts'

/** A step of a change: from where it starts to where it ends, both counted from no change. */
export interface WaterfallStep {
  readonly label: string
  readonly from: number
  readonly to: number
  /** As it stands beside the bar, with its sign. */
  readonly text: string
  /** Whether it is for the better, the worse, or all of them together. */
  readonly tone: 'good' | 'bad' | 'none'
}

interface Props {
  /** The drivers in order, and last the whole change, from no change on. */
  readonly steps: readonly WaterfallStep[]
}

/** About the width of a figure and of a letter, at the size of the labels. */
const letterWidth = 6.7
const longestName = 26
const colors = { good: 'var(--better)', bad: 'var(--worse)', none: 'var(--series-6)' } as const

/** A change as a waterfall: each bar begins where the one above ends; the line is no change. */
export function WaterfallPlot({ steps }: Props): React.ReactNode {
  const height = barsHeight(steps.length)
  const data = steps.map(({ label, from, to, text }) => ({
    label,
    span: [Math.min(from, to), Math.max(from, to)],
    // Recharts breaks labels at spaces; these keep theirs.
    text: text.replaceAll(' ', '\u00a0'),
  }))
  const longestText = Math.max(...data.map(({ text }) => text.length))
  const nameLength = Math.min(longestName, Math.max(...steps.map(({ label }) => label.length)))
  return (
    <div className="chart-bars">
      <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 320, height }}>
        <BarChart
          data={data}
          layout="vertical"
          margin={{ top: 4, right: longestText * letterWidth + 16, bottom: 4, left: 0 }}
          accessibilityLayer={false}
          barCategoryGap="30%"
        >
          <XAxis
            type="number"
            hide
            domain={[(least: number) => Math.min(0, least), (most: number) => Math.max(0, most)]}
          />
          <YAxis
            type="category"
            dataKey="label"
            width={nameLength * letterWidth + 10}
            interval={0}
            tickLine={false}
            axisLine={false}
            tick={<NameTick />}
          />
          <ReferenceLine x={0} stroke="var(--line-strong)" />
          <Bar
            dataKey="span"
            minPointSize={2}
            isAnimationActive={false}
            shape={({ originalDataIndex: at, ...bar }: BarShapeProps) => (
              <Rectangle {...bar} radius={2} fill={colors[steps[at]?.tone ?? 'none']} />
            )}
          >
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
