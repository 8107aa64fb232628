import type { ReactNode } from 'react'
import type { Health } from '../bundle/bundle.ts'
import { formatCount } from '../format/formatCount.ts'
import { accountTexts } from '../texts/accountTexts.ts'

interface Props {
  readonly rejected: Health['rejected']
}

/** Rows that were left out, by the rule that they broke, and what to do about each. */
export function RejectedRows({ rejected }: Props): ReactNode {
  return (
    <section className="card panel" aria-labelledby="rejected">
      <h2 id="rejected">{accountTexts.rejected}</h2>
      <p>{accountTexts.rejectedText}</p>
      {rejected.length === 0 ? (
        <p>{accountTexts.none}</p>
      ) : (
        <div
          className="table-scroll"
          tabIndex={0}
          role="region"
          aria-label={accountTexts.tableOf(accountTexts.rejected)}
        >
          <table className="table fit">
            <thead>
              <tr>
                <th scope="col">{accountTexts.place}</th>
                <th scope="col">{accountTexts.rule}</th>
                <th scope="col" className="number">
                  {accountTexts.rows}
                </th>
              </tr>
            </thead>
            <tbody>
              {rejected.map(({ tab, column, field, rule, fix, rows }) => (
                <tr key={[tab, column, field, rule, fix].join('/')}>
                  <th scope="row">
                    {tab}
                    <small>{placeOf(column, field)}</small>
                  </th>
                  <td className="words">
                    <b>{sentence(rule)}</b> {fix}
                  </td>
                  <td className="number">{formatCount(rows)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function placeOf(column: string | null, field: string | null): string {
  const name = field?.replaceAll('_', ' ')
  const written = column === null ? null : accountTexts.column(column)
  return [written, name].filter(Boolean).join(', ') || accountTexts.wholeRow
}

function sentence(rule: string): string {
  return `${rule.charAt(0).toUpperCase()}${rule.slice(1).replaceAll('_', ' ')}.`
}
