import { Bar, BarChart, ResponsiveContainer, Tooltip } from 'recharts'
import { grid, monthAxis, valueAxis } from './axes.tsx'
import { seriesColor, toPlotRows, type ChartFormat, type ChartSeries, type Palette } from './chartData.ts'
import { ChartTip } from './ChartTip.tsx'
import { Legend } from './Legend.tsx'

interface Props {
  readonly categories: readonly string[]
  /** Layers from the bottom up. */
  readonly series: readonly ChartSeries[]
  readonly palette: Palette
  readonly format: ChartFormat
}

const firstSize = { width: 320, height: 240 }

/** A metric over months or quarters, in layers that add up to its total. */
export function StackPlot({ categories, series, palette, format }: Props): React.ReactNode {
  return (
    <>
      <div className="chart-plot">
        <ResponsiveContainer width="100%" height="100%" initialDimension={firstSize}>
          <BarChart
            data={toPlotRows(categories, series)}
            margin={{ top: 10, right: 18, bottom: 0, left: 0 }}
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
            {series.map(({ id, label }, index) => (
              <Bar
                key={id}
                dataKey={id}
                name={label}
                stackId="all"
                fill={seriesColor(index, palette)}
                stroke="var(--surface)"
                strokeWidth={1}
                isAnimationActive={false}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </div>
      <Legend series={series} palette={palette} />
    </>
  )
}

/** The heights of the stacks, above and below zero. */
function stackExtent(series: readonly ChartSeries[], length: number): number[] {
  const at = (index: number) => series.map(({ values }) => values[index] ?? 0)
  return Array.from({ length }, (_, index) => at(index)).flatMap((values) => [
    values.filter((value) => value > 0).reduce((sum, value) => sum + value, 0),
    values.filter((value) => value < 0).reduce((sum, value) => sum + value, 0),
  ])
}
