import {
  Bar,
  BarChart,
  Line,
  LineChart,
  Rectangle,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  type BarShapeProps,
  type DotItemDotProps,
} from 'recharts'
import { grid, lineAxis, monthAxis, valueAxis } from './axes.tsx'
import {
  isAlone,
  seriesColor,
  settledKey,
  toLineRows,
  toPlotRows,
  unsettledKey,
  type ChartFormat,
  type ChartSeries,
  type TargetLine,
} from './chartData.ts'
import { ChartTip } from './ChartTip.tsx'
import { Legend, stillMaturing } from './Legend.tsx'

interface Props {
  readonly form: 'line' | 'bar'
  /** Months, as they are to be shown. */
  readonly categories: readonly string[]
  readonly series: readonly ChartSeries[]
  readonly format: ChartFormat
  readonly target: TargetLine | null
  /** How many of the last categories are the period asked for; bars before them are muted. */
  readonly current: number
  /** What the dashed end of a line is. */
  readonly unsettledWord?: string
}

const margin = { top: 10, right: 22, bottom: 0, left: 0 }
const firstSize = { width: 320, height: 240 }

/** One or several metrics over the months, with the target across. */
export function TrendPlot(props: Props): React.ReactNode {
  const { form, series, target, unsettledWord } = props
  return (
    <>
      <div className="chart-plot">
        <ResponsiveContainer width="100%" height="100%" initialDimension={firstSize}>
          {form === 'line' ? <Lines {...props} /> : <Bars {...props} />}
        </ResponsiveContainer>
      </div>
      <Legend series={series} target={target} lines={form === 'line'} unsettledWord={unsettledWord} />
    </>
  )
}

function Lines({
  categories,
  series,
  format,
  target,
  unsettledWord = stillMaturing,
}: Props): React.ReactNode {
  const all = extent(series, target)
  return (
    <LineChart data={toLineRows(categories, series)} margin={margin} accessibilityLayer={false}>
      {grid}
      {monthAxis(categories, 10)}
      {lineAxis(format, all)}
      {tip(format, { stroke: 'var(--line-strong)' })}
      {targetMark(target)}
      {series.flatMap(({ id, label, unsettled = 0 }, index) => [
        <Line key={id} dataKey={settledKey(id)} name={label} {...lineLook(series, index)} />,
        unsettled > 0 && (
          <Line
            key={`${id} maturing`}
            dataKey={unsettledKey(id)}
            name={`${label}, ${unsettledWord.toLowerCase()}`}
            strokeDasharray="3 4"
            {...lineLook(series, index)}
          />
        ),
      ])}
    </LineChart>
  )
}

function lineLook(series: readonly ChartSeries[], index: number) {
  const color = seriesColor(index)
  const { values = [] } = series[index] ?? {}
  const loneDot = ({ key, cx, cy, index: at }: DotItemDotProps) =>
    isAlone(values, at) && cx !== undefined && cy !== undefined ? (
      <circle key={key} cx={cx} cy={cy} r={2.5} fill={color} />
    ) : null
  return {
    stroke: color,
    strokeWidth: 2.25,
    // Among several lines, points stand only where there is no line to either side.
    dot: series.length > 1 ? loneDot : { r: 2.5, fill: color, strokeWidth: 0 },
    activeDot: { r: 4.5, strokeWidth: 0 },
    isAnimationActive: false,
  } as const
}

function extent(series: readonly ChartSeries[], target: TargetLine | null): (number | null)[] {
  return [...series.flatMap(({ values }) => values), target?.value ?? null]
}

function Bars({ categories, series, format, target, current }: Props): React.ReactNode {
  const firstCurrent = series.length > 1 ? 0 : categories.length - current
  return (
    <BarChart
      data={toPlotRows(categories, series)}
      margin={margin}
      accessibilityLayer={false}
      barCategoryGap="24%"
    >
      {grid}
      {monthAxis(categories)}
      {valueAxis(format, extent(series, target), true)}
      {tip(format, { fill: 'var(--surface-sunken)' })}
      {series.map(({ id, label }, index) => (
        <Bar
          key={id}
          dataKey={id}
          name={label}
          fill={seriesColor(index)}
          isAnimationActive={false}
          shape={({ originalDataIndex: at, ...bar }: BarShapeProps) => (
            <Rectangle
              {...bar}
              radius={[3, 3, 0, 0]}
              fill={at < firstCurrent ? 'var(--series-muted)' : seriesColor(index)}
            />
          )}
        />
      ))}
      {targetMark(target)}
    </BarChart>
  )
}

function tip(format: ChartFormat, cursor: object): React.ReactNode {
  return <Tooltip content={<ChartTip format={format} />} cursor={cursor} isAnimationActive={false} />
}

function targetMark(target: TargetLine | null): React.ReactNode {
  return (
    target && (
      <ReferenceLine
        y={target.value}
        stroke="var(--target)"
        strokeDasharray="4 4"
        ifOverflow="extendDomain"
      />
    )
  )
}
