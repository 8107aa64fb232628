import type { ReactNode } from 'react'
import type { CubeTable } from '../cubes/cube.ts'
import { formatMoney } from '../format/formatMoney.ts'
import { formatMonth } from '../format/formatMonth.ts'
import { keptPrivate } from '../format/keptPrivate.ts'
import { tieOutTexts } from '../texts/tieOutTexts.ts'
import { tieOutRows, type TieOutRow } from './tieOutRows.ts'

const monthsShown = 13

interface Props {
  readonly table: CubeTable | null
}

/** Whether charges, payments and adjustments explain the A/R of the practice's own aging report. */
export function TieOut({ table }: Props): ReactNode {
  const rows = table ? tieOutRows(table).slice(0, monthsShown) : []
  return (
    <section className="card panel" aria-labelledby="tie-out">
      <h2 id="tie-out">{tieOutTexts.title}</h2>
      <p>{tieOutTexts.text}</p>
      {rows.length === 0 ? (
        <p>{tieOutTexts.noReport}</p>
      ) : (
        <div className="table-scroll" tabIndex={0} role="region" aria-label={tieOutTexts.table}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{tieOutTexts.month}</th>
                <th scope="col">{tieOutTexts.ties}</th>
                {tieOutTexts.amounts.map((label) => (
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
        <td colSpan={tieOutTexts.amounts.length + 1}>{tieOutTexts.privateMonth(keptPrivate)}</td>
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
        <span className={`badge ${ties ? 'good' : 'bad'}`}>{ties ? tieOutTexts.ties : tieOutTexts.off}</span>
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
