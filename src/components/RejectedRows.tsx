import type { ReactNode } from 'react'
import type { Health } from '../bundle/bundle.ts'
import { formatCount } from '../format/formatCount.ts'

interface Props {
  readonly rejected: Health['rejected']
}

/** Rows that were left out, by the rule that they broke, and what to do about each. */
export function RejectedRows({ rejected }: Props): ReactNode {
  return (
    <section className="card panel" aria-labelledby="rejected">
      <h2 id="rejected">Rejected rows</h2>
      <p>
        Left out of every number until they are fixed in the workbook. The next sync takes them in. The sync's
        own list, which stays with the practice's data, names each row.
      </p>
      {rejected.length === 0 ? (
        <p>None.</p>
      ) : (
        <div className="table-scroll" tabIndex={0} role="region" aria-label="Rejected rows, table">
          <table className="table fit">
            <thead>
              <tr>
                <th scope="col">Tab and column</th>
                <th scope="col">What is wrong, and what to do</th>
                <th scope="col" className="number">
                  Rows
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
  return [column === null ? null : `Column ${column}`, name].filter(Boolean).join(', ') || 'Whole row'
}

function sentence(rule: string): string {
  return `${rule.charAt(0).toUpperCase()}${rule.slice(1).replaceAll('_', ' ')}.`
}
