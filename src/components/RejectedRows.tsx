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
      <p>Left out of every number until they are fixed in the workbook. The next sync takes them in.</p>
      {rejected.length === 0 ? (
        <p>None.</p>
      ) : (
        <div className="table-scroll" tabIndex={0} role="region" aria-label="Rejected rows, table">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Tab</th>
                <th scope="col">Column</th>
                <th scope="col">Rule</th>
                <th scope="col">What to do</th>
                <th scope="col" className="number">
                  Rows
                </th>
              </tr>
            </thead>
            <tbody>
              {rejected.map(({ tab, column, field, rule, fix, rows }) => (
                <tr key={[tab, column, field, rule, fix].join('/')}>
                  <th scope="row">{tab}</th>
                  <td>{[column, field?.replaceAll('_', ' ')].filter(Boolean).join(': ') || '—'}</td>
                  <td>{rule.replaceAll('_', ' ')}</td>
                  <td className="words">{fix}</td>
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
