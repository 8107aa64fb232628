import { keptPrivate } from '../format/keptPrivate.ts'
import { noData } from '../format/noData.ts'
import type { ChartFormat } from './chartData.ts'

/**
 * A metric by two dimensions: a row per first, a column per second, null where there is no data, or where it
 * is withheld.
 */
export interface HeatGrid {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly values: readonly (readonly (number | null)[])[]
  readonly withheld: readonly (readonly boolean[])[]
}

interface Props {
  readonly grid: HeatGrid
  readonly format: ChartFormat
  readonly caption: string
}

/** The grid as a table whose cells deepen with their value; it is its own table for assistive technology. */
export function HeatmapPlot({ grid, format, caption }: Props): React.ReactNode {
  const all = grid.values.flat().filter((value) => value !== null)
  const highest = Math.max(...all, 0)
  return (
    <table className="heat">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <td />
          {grid.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {grid.rows.map((row, at) => (
          <tr key={row}>
            <th scope="row">{row}</th>
            {grid.columns.map((column, index) => {
              const value = grid.values[at]?.[index] ?? null
              const without = grid.withheld[at]?.[index] ? keptPrivate.toLowerCase() : noData
              return (
                <td
                  key={column}
                  className={`h${heatStep(value, highest)}`}
                  title={`${row} ${column}: ${value === null ? without : format.full(value)}`}
                >
                  {value === null ? <span className="visually-hidden">{without}</span> : format.cell(value)}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The depth of a cell's colour, 1 to 5, by its share of the highest value; 0 for no data. */
export function heatStep(value: number | null, highest: number): number {
  if (value === null) return 0
  if (highest <= 0) return 1
  return Math.min(5, Math.max(1, Math.ceil((value / highest) * 5)))
}
