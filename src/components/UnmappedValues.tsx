import type { ReactNode } from 'react'
import type { Health } from '../bundle/bundle.ts'
import { formatCount } from '../format/formatCount.ts'
import { formatMoney } from '../format/formatMoney.ts'
import { accountTexts } from '../texts/accountTexts.ts'

interface Props {
  readonly unmapped: Health['unmapped']
}

/** Values that no map tab knows: how many, and how much hangs on them. The values stay in the workbook. */
export function UnmappedValues({ unmapped }: Props): ReactNode {
  return (
    <section className="card panel" aria-labelledby="unmapped">
      <h2 id="unmapped">{accountTexts.unmappedTitle}</h2>
      <p>{accountTexts.unmappedText}</p>
      {unmapped.length === 0 ? (
        <p>{accountTexts.none}</p>
      ) : (
        <div
          className="table-scroll"
          tabIndex={0}
          role="region"
          aria-label={accountTexts.tableOf(accountTexts.unmapped)}
        >
          <table className="table fit">
            <thead>
              <tr>
                <th scope="col">{accountTexts.field}</th>
                <th scope="col" className="number">
                  {accountTexts.values}
                </th>
                <th scope="col" className="number">
                  {accountTexts.rows}
                </th>
                <th scope="col" className="number">
                  {accountTexts.money}
                </th>
              </tr>
            </thead>
            <tbody>
              {unmapped.map(({ dataset, field, values, rows, cents }) => (
                <tr key={`${dataset}/${field}`}>
                  <th scope="row">
                    {sentenceCase(field)}
                    <small>{dataset.replaceAll('_', ' ')}</small>
                  </th>
                  <td className="number">{formatCount(values)}</td>
                  <td className="number">{formatCount(rows)}</td>
                  <td className="number">{cents === null ? '—' : formatMoney(cents, 'exact')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function sentenceCase(field: string): string {
  return `${field.charAt(0).toUpperCase()}${field.slice(1).replaceAll('_', ' ')}`
}
