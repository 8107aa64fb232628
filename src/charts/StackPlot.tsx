import { Bar, BarChart, Rectangle, ResponsiveContainer, Tooltip, type BarShapeProps } from 'recharts'
import { grid, monthAxis, valueAxis } from './axes.tsx'
import {
  colorOf,
  firstUnsettled,
  toPlotRows,
  type ChartFormat,
  type ChartSeries,
  type Palette,
} from './chartData.ts'
import { ChartTip } from './ChartTip.tsx'
import { Legend } from './Legend.tsx'
import { toldApart, wrapLabel } from './plotLabels.ts'
import { ActiveMark, EndLabels, WithheldMarks, endMargin, type EndLabel } from './PlotMarks.tsx'

interface Props {
  readonly categories: readonly string[]
  /** Layers from the bottom up. */
  readonly series: readonly ChartSeries[]
  readonly palette: Palette
  readonly format: ChartFormat
  /** Of each category whether a part of it is in no layer, because it is withheld. */
  readonly unknown?: readonly boolean[]
  /** Filters by the value of a layer that has one. */
  readonly onPick?: ((value: string) => void) | undefined
}

const firstSize = { width: 320, height: 240 }

/** A metric over months or quarters, in layers that add up to its total, named beside the last column. */
export function StackPlot({
  categories,
  series,
  palette,
  format,
  unknown = [],
  onPick,
}: Props): React.ReactNode {
  const labels = layerLabels(series, palette)
  const incomplete = categories.filter((_, index) => unknown[index])
  return (
    <>
      <div className="chart-plot">
        <ResponsiveContainer width="100%" height="100%" initialDimension={firstSize}>
          <BarChart
            data={toPlotRows(categories, series)}
            margin={{ top: 10, right: Math.max(18, endMargin(labels)), bottom: 0, left: 0 }}
            accessibilityLayer={false}
            barCategoryGap="22%"
            stackOffset="sign"
          >
            {grid}
            {monthAxis(categories)}
            {valueAxis(format, stackExtent(series, categories.length), true)}
            <Tooltip
              content={<ChartTip format={format} />}
              cursor={{ fill: 'var(--surface-sunken)' }}
              isAnimationActive={false}
            />
            {series.map((one, index) => (
              <Bar
                key={one.id}
                dataKey={one.id}
                name={one.label}
                stackId="all"
                fill={colorOf(one, index, palette)}
                isAnimationActive={false}
                {...(onPick && one.pick !== undefined
                  ? { className: 'pickable', onClick: () => onPick(one.pick ?? '') }
                  : {})}
                shape={({ originalDataIndex: at, ...bar }: BarShapeProps) => (
                  <Rectangle {...bar} {...layerLook(one, at, colorOf(one, index, palette))} />
                )}
              />
            ))}
            <WithheldMarks categories={incomplete} />
            <EndLabels labels={labels} />
            <ActiveMark categories={categories} />
          </BarChart>
        </ResponsiveContainer>
      </div>
      <Legend
        series={series}
        palette={palette}
        named={series.filter(({ id }) => labels.every((label) => label.id !== id))}
        form="bar"
        hasWithheld={incomplete.length > 0}
      />
    </>
  )
}

/** Hollow where it is not final. */
function layerLook(series: ChartSeries, at: number, color: string) {
  return at >= firstUnsettled(series)
    ? { fill: color, fillOpacity: 0.3, stroke: color, strokeDasharray: '3 2' }
    : { fill: color, stroke: 'var(--surface)', strokeWidth: 1 }
}

/** The name of each layer of the last column, at its middle. */
function layerLabels(series: readonly ChartSeries[], palette: Palette): EndLabel[] {
  const names = toldApart(series.map(({ label }) => label))
  let [above, below] = [0, 0]
  return series.flatMap((one, index) => {
    const value = one.values.at(-1) ?? 0
    if (value === 0) return []
    const from = value > 0 ? above : below
    if (value > 0) above += value
    else below += value
    const color = colorOf(one, index, palette)
    return [{ id: one.id, lines: wrapLabel(names[index] ?? ''), value: from + value / 2, color }]
  })
}

/** The heights of the stacks, above and below zero. */
function stackExtent(series: readonly ChartSeries[], length: number): number[] {
  const at = (index: number) => series.map(({ values }) => values[index] ?? 0)
  return Array.from({ length }, (_, index) => at(index)).flatMap((values) => [
    values.filter((value) => value > 0).reduce((sum, value) => sum + value, 0),
    values.filter((value) => value < 0).reduce((sum, value) => sum + value, 0),
  ])
}
