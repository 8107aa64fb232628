import type { ReactNode } from 'react'
import type { CubeTable } from '../cubes/cube.ts'
import { formatMoney } from '../format/formatMoney.ts'
import { formatMonth } from '../format/formatMonth.ts'
import { keptPrivate } from '../format/keptPrivate.ts'
import { tieOutRows, type TieOutRow } from './tieOutRows.ts'

const monthsShown = 13

/** The answer first, for a phone's sake; then how it came about. */
const headings = [
  'Difference',
  'Opening',
  '+ Charges',
  '− Payments',
  '− Adjustments',
  '= Expected',
  'Aging report',
]

interface Props {
  readonly table: CubeTable | null
}

/** Whether charges, payments and adjustments explain the A/R of the practice's own aging report. */
export function TieOut({ table }: Props): ReactNode {
  const rows = table ? tieOutRows(table).slice(0, monthsShown) : []
  return (
    <section className="card panel" aria-labelledby="tie-out">
      <h2 id="tie-out">Does A/R tie out?</h2>
      <p>
        Opening A/R + charges − payments − adjustments is what A/R should be; the practice's own aging report
        says what it is. Refunds and reversals are taken off the payments; payments not yet applied lower both
        balances. A difference means that something is missing, late or posted by another date.
      </p>
      {rows.length === 0 ? (
        <p>No aging report was read, so there is nothing to tie out to.</p>
      ) : (
        <div className="table-scroll" tabIndex={0} role="region" aria-label="A/R tie-out, table">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Month</th>
                <th scope="col">Ties</th>
                {headings.map((label) => (
                  <th key={label} scope="col" className="number">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <MonthRow key={row.month} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function MonthRow({ row }: { readonly row: TieOutRow }): ReactNode {
  if (row.difference === null) {
    return (
      <tr>
        <th scope="row">{formatMonth(row.month)}</th>
        <td colSpan={headings.length + 1}>{keptPrivate}: a sum behind it is.</td>
      </tr>
    )
  }
  const ties = row.difference === 0
  const amounts = [
    row.difference,
    row.opening,
    row.charges,
    row.payments,
    row.adjustments,
    row.expected,
    row.closing,
  ]
  return (
    <tr>
      <th scope="row">{formatMonth(row.month)}</th>
      <td>
        <span className={`badge ${ties ? 'good' : 'bad'}`}>{ties ? 'Ties' : 'Off'}</span>
      </td>
      {amounts.map((cents, index) => (
        // The columns of a row are fixed.
        <td key={index} className="number">
          {formatMoney(cents, 'exact')}
        </td>
      ))}
    </tr>
  )
}
