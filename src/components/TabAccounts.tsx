import type { ReactNode } from 'react'
import type { Account, TabHealth } from '../bundle/bundle.ts'
import { formatCount } from '../format/formatCount.ts'
import { formatDay } from '../format/formatDay.ts'
import { formatMoney } from '../format/formatMoney.ts'
import { isAccountedFor } from './isAccountedFor.ts'

const parts = [
  { key: 'read', label: 'Read' },
  { key: 'included', label: 'Included' },
  { key: 'quarantined', label: 'Rejected' },
  { key: 'duplicates', label: 'Duplicates' },
  { key: 'blank', label: 'Blank' },
  { key: 'outOfScope', label: 'Out of scope' },
] as const

interface Props {
  readonly tabs: readonly TabHealth[]
}

/** Every tab that was read, and where its rows and its money went; nothing is lost on the way. */
export function TabAccounts({ tabs }: Props): ReactNode {
  const withMoney = tabs.flatMap((tab) => (tab.cents ? [{ tab, account: tab.cents }] : []))
  return (
    <>
      <AccountTable
        id="tabs"
        title="What was read"
        words="Rows of each tab. Read = included + rejected + duplicates + blank + out of scope, checked on every sync."
        entries={tabs.map((tab) => ({ tab, account: tab.rows }))}
        format={(count) => formatCount(count)}
      />
      {withMoney.length > 0 && (
        <AccountTable
          id="money"
          title="Where the money went"
          words="Dollars in each tab's control column, accounted for in the same way."
          entries={withMoney}
          format={(cents) => formatMoney(cents, 'exact')}
        />
      )}
    </>
  )
}

interface TableProps {
  readonly id: string
  readonly title: string
  readonly words: string
  readonly entries: readonly { readonly tab: TabHealth; readonly account: Account }[]
  readonly format: (value: number) => string
}

function AccountTable({ id, title, words, entries, format }: TableProps): ReactNode {
  return (
    <section className="card panel" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p>{words}</p>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={`${title}, table`}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Tab</th>
              <th scope="col">Holds</th>
              {parts.map(({ key, label }) => (
                <th key={key} scope="col" className="number">
                  {label}
                </th>
              ))}
              <th scope="col">Newest date</th>
              <th scope="col">Adds up</th>
            </tr>
          </thead>
          <tbody>
            {entries.map(({ tab, account }) => (
              <tr key={`${tab.workbook}/${tab.tab}/${tab.dataset}`}>
                <th scope="row">{tab.tab}</th>
                <td>{tab.dataset.replaceAll('_', ' ')}</td>
                {parts.map(({ key }) => (
                  <td key={key} className="number">
                    {format(account[key])}
                  </td>
                ))}
                <td className="date">{tab.newest === null ? '—' : formatDay(tab.newest)}</td>
                <td>
                  <AddsUp account={account} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function AddsUp({ account }: { readonly account: Account }): ReactNode {
  const addsUp = isAccountedFor(account)
  return <span className={`badge ${addsUp ? 'good' : 'bad'}`}>{addsUp ? 'Yes' : 'No'}</span>
}
