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
  firstUnsettled,
  isAlone,
  seriesColor,
  settledKey,
  toLineRows,
  toPlotRows,
  unsettledKey,
  withheldCategories,
  type ChartFormat,
  type ChartSeries,
  type TargetLine,
} from './chartData.ts'
import { ChartTip } from './ChartTip.tsx'
import { Legend, stillMaturing } from './Legend.tsx'
import { toldApart, wrapLabel } from './plotLabels.ts'
import {
  ActiveMark,
  EndLabels,
  TargetLabel,
  ValueLabel,
  WithheldMarks,
  endMargin,
  type EndLabel,
} from './PlotMarks.tsx'

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

const firstSize = { width: 320, height: 240 }

/** One or several metrics over the months, named at their ends, with the target across. */
export function TrendPlot(props: Props): React.ReactNode {
  const { form, categories, series, unsettledWord } = props
  const labels = form === 'line' ? endLabels(series) : []
  return (
    <>
      <div className="chart-plot">
        <ResponsiveContainer width="100%" height="100%" initialDimension={firstSize}>
          {form === 'line' ? <Lines {...props} labels={labels} /> : <Bars {...props} />}
        </ResponsiveContainer>
      </div>
      <Legend
        series={series}
        named={series.length > 1 ? series.filter(({ id }) => labels.every((label) => label.id !== id)) : []}
        form={form}
        unsettledWord={unsettledWord}
        hasWithheld={withheldCategories(categories, series).length > 0}
      />
    </>
  )
}

/** Of several lines the name of each that is drawn, at its last value. */
function endLabels(series: readonly ChartSeries[]): EndLabel[] {
  if (series.length < 2) return []
  const names = toldApart(series.map(({ label }) => label))
  return series.flatMap(({ id, values }, index) => {
    const value = values.findLast((each) => each !== null)
    if (value == null) return []
    return [{ id, lines: wrapLabel(names[index] ?? ''), value, color: seriesColor(index) }]
  })
}

function marginOf(labels: readonly EndLabel[]) {
  return { top: 20, right: Math.max(24, endMargin(labels)), bottom: 0, left: 0 }
}

interface LinesProps extends Props {
  readonly labels: readonly EndLabel[]
}

function Lines(props: LinesProps): React.ReactNode {
  const { categories, series, format, target, labels, unsettledWord = stillMaturing } = props
  const inset = labels.length > 0 ? { left: 10, right: 4 } : { left: 10, right: 10 }
  return (
    <LineChart data={toLineRows(categories, series)} margin={marginOf(labels)} accessibilityLayer={false}>
      {grid}
      {monthAxis(categories, inset)}
      {lineAxis(format, extent(series, target))}
      {tip(format, { stroke: 'var(--line-strong)' })}
      {targetMark(target)}
      {series.flatMap(({ id, label, unsettled = 0 }, index) => [
        <Line key={id} dataKey={settledKey(id)} name={label} {...lineLook(series, index, 'settled')} />,
        unsettled > 0 && (
          <Line
            key={`${id} maturing`}
            dataKey={unsettledKey(id)}
            name={`${label}, ${unsettledWord.toLowerCase()}`}
            strokeDasharray="3 4"
            {...lineLook(series, index, 'unsettled')}
          />
        ),
      ])}
      <Overlay {...props} />
      <EndLabels labels={labels} />
    </LineChart>
  )
}

/** What is drawn over the marks: gaps, the target's words, the last value and the point of the arrow keys. */
function Overlay({ form, categories, series, format, target }: Props): React.ReactNode {
  const last = lastFinal(categories, series)
  return (
    <>
      <WithheldMarks categories={withheldCategories(categories, series)} />
      {target && <TargetLabel {...target} />}
      {last && (
        <ValueLabel {...last} text={format.short(last.value)} isBelow={form === 'line' && last.isLower} />
      )}
      <ActiveMark categories={categories} />
    </>
  )
}

/** Of a single series its last final value, or its last where none is final. */
function lastFinal(categories: readonly string[], series: readonly ChartSeries[]) {
  const [only, ...others] = series
  if (!only || others.length > 0) return null
  const settled = firstUnsettled(only)
  const known = only.values.flatMap((value, index) => (value === null ? [] : [{ value, index }]))
  const last = known.findLast(({ index }) => index < settled) ?? known.at(-1)
  if (!last) return null
  const before = only.values[last.index - 1] ?? last.value
  return { value: last.value, category: categories[last.index] ?? '', isLower: last.value < before }
}

/** Points of what is final are full, of what is not hollow. Among several lines they stand only where a line would not show. */
function lineLook(series: readonly ChartSeries[], index: number, half: 'settled' | 'unsettled') {
  const color = seriesColor(index)
  const one = series[index] ?? { values: [] }
  const settled = firstUnsettled(one)
  const dot = ({ key, cx, cy, index: at }: DotItemDotProps) => {
    const isHollow = at >= settled
    const isShown = series.length === 1 || isAlone(one.values, at) || isHollow
    if (!isShown || isHollow !== (half === 'unsettled') || cx === undefined || cy === undefined) return null
    return isHollow ? (
      <circle key={key} cx={cx} cy={cy} r={3} fill="var(--surface)" stroke={color} strokeWidth={1.5} />
    ) : (
      <circle key={key} cx={cx} cy={cy} r={2.5} fill={color} />
    )
  }
  return {
    stroke: color,
    strokeWidth: 2.25,
    dot,
    activeDot: { r: 4.5, strokeWidth: 0 },
    isAnimationActive: false,
  } as const
}

function extent(series: readonly ChartSeries[], target: TargetLine | null): (number | null)[] {
  return [...series.flatMap(({ values }) => values), target?.value ?? null]
}

function Bars(props: Props): React.ReactNode {
  const { categories, series, format, target, current } = props
  const firstCurrent = series.length > 1 ? 0 : categories.length - current
  return (
    <BarChart
      data={toPlotRows(categories, series)}
      margin={marginOf([])}
      accessibilityLayer={false}
      barCategoryGap="24%"
    >
      {grid}
      {monthAxis(categories)}
      {valueAxis(format, extent(series, target), true)}
      {tip(format, { fill: 'var(--surface-sunken)' })}
      {series.map((one, index) => (
        <Bar
          key={one.id}
          dataKey={one.id}
          name={one.label}
          fill={seriesColor(index)}
          isAnimationActive={false}
          shape={({ originalDataIndex: at, ...bar }: BarShapeProps) => (
            <Rectangle
              {...bar}
              radius={[3, 3, 0, 0]}
              {...(at >= firstUnsettled(one)
                ? { fill: 'var(--surface)', stroke: seriesColor(index), strokeDasharray: '3 2' }
                : { fill: at < firstCurrent ? 'var(--series-muted)' : seriesColor(index) })}
            />
          )}
        />
      ))}
      {targetMark(target)}
      <Overlay {...props} />
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
