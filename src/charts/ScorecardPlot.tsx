import { keptPrivate } from '../format/keptPrivate.ts'
import { noData } from '../format/noData.ts'

/** A row of a scorecard: a name, and a cell per column, null where there is no data. */
export interface ScorecardRow {
  readonly label: string
  readonly cells: readonly (ScorecardCell | null)[]
}

/** A number as it is written; `share` is how far its bar reaches, 0 to 1; withheld ones have neither, nor has what adds up nothing. */
export type ScorecardCell = { readonly text: string; readonly share: number } | 'withheld' | 'nothing'

interface Props {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly ScorecardRow[]
}

/** Numbers of several kinds side by side, as a table; a bar under each says how it stands within its column. */
export function ScorecardPlot({ caption, columns, rows }: Props): React.ReactNode {
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={`${caption}, table`}>
      <table className="scorecard">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, cells }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {cells.map((cell, at) => (
                <td key={columns[at]}>
                  <Cell cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({ cell }: { readonly cell: ScorecardCell | null }): React.ReactNode {
  if (cell === null) return <span className="without">{noData}</span>
  if (cell === 'nothing') return <span className="without">–</span>
  if (cell === 'withheld') return <span className="without">{keptPrivate}</span>
  return (
    <>
      {cell.text}
      <span className="scorecard-bar" style={{ inlineSize: `${String(Math.round(cell.share * 100))}%` }} />
    </>
  )
}
