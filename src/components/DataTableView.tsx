import type { ReactNode } from 'react'
import { formatValue } from '../format/formatValue.ts'
import type { DataColumn, DataTable } from './dataTable.ts'

interface Props {
  readonly table: DataTable
  readonly caption: string
}

/** A data table; its first column heads the rows. */
export function DataTableView({ table, caption }: Props): ReactNode {
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={`${caption}, table`}>
      <table className="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column, index) => (
              <th key={index} scope="col" className={cellClass(column)}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, index) => {
                const column = table.columns[index]
                const text = cellText(cell, column)
                return index === 0 ? (
                  <th key={index} scope="row">
                    {text}
                  </th>
                ) : (
                  <td key={index} className={cellClass(column)}>
                    {text}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function cellClass(column: DataColumn | undefined): string | undefined {
  return column && column.unit !== 'text' ? 'number' : undefined
}

function cellText(cell: string | number | null, column: DataColumn | undefined): string {
  if (typeof cell === 'string') return cell
  if (!column || column.unit === 'text' || column.unit === 'plain') return String(cell ?? '')
  return formatValue(column.unit, cell, 'exact')
}
