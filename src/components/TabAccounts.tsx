import type { ReactNode } from 'react'
import type { Account, TabHealth } from '../bundle/bundle.ts'
import { formatCount } from '../format/formatCount.ts'
import { formatMoney } from '../format/formatMoney.ts'
import { formatMonth } from '../format/formatMonth.ts'
import { addAccounts, isAccountedFor } from './isAccountedFor.ts'

const parts = [
  { key: 'read', label: 'Read' },
  { key: 'included', label: '= Included' },
  { key: 'quarantined', label: '+ Rejected' },
  { key: 'duplicates', label: '+ Duplicates' },
  { key: 'blank', label: '+ Blank' },
  { key: 'outOfScope', label: '+ Out of scope' },
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
        words="Every row that was read is in exactly one of the columns after it; each sync checks that. Out of scope are repeated headings, a tab's own subtotals and totals, and rows of another kind or marked as a test."
        entries={tabs.map((tab) => ({ tab, account: tab.rows }))}
        total={addAccounts(tabs.map(({ rows }) => rows))}
        format={(count) => formatCount(count)}
      />
      {withMoney.length > 0 && (
        <AccountTable
          id="money"
          title="Where the money went"
          words="The money in each tab's amount column, accounted for in the same way. What is out of scope is mostly a tab's own subtotals and totals: they repeat the rows above them, so counting them would count money twice or more. Signs are the spreadsheet's own. Of a practice's payroll and expenses only the rows are counted: their amounts, less what the pages show, would be the pay of single people."
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
  /** Absent where the entries are of different kinds. */
  readonly total?: Account
  readonly format: (value: number) => string
}

function AccountTable({ id, title, words, entries, total, format }: TableProps): ReactNode {
  return (
    <section className="card panel" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p>{words}</p>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={`${title}, table`}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Tab</th>
              <th scope="col">Adds up</th>
              {parts.map(({ key, label }) => (
                <th key={key} scope="col" className="number">
                  {label}
                </th>
              ))}
              <th scope="col">Newest row</th>
            </tr>
          </thead>
          <tbody>
            {entries.map(({ tab, account }) => (
              <tr key={`${tab.workbook}/${tab.tab}/${tab.dataset}`}>
                <th scope="row">
                  {tab.tab}
                  <Holds tab={tab} />
                </th>
                <td>
                  <AddsUp account={account} />
                </td>
                {parts.map(({ key }) => (
                  <td key={key} className="number">
                    {format(account[key])}
                  </td>
                ))}
                <td className="date">
                  {tab.newest === null ? '—' : formatMonth(tab.newest.slice(0, 7), 'long')}
                </td>
              </tr>
            ))}
          </tbody>
          {total && <Totals total={total} format={format} />}
        </table>
      </div>
    </section>
  )
}

interface TotalsProps {
  readonly total: Account
  readonly format: (value: number) => string
}

function Totals({ total, format }: TotalsProps): ReactNode {
  return (
    <tfoot>
      <tr>
        <th scope="row">All tabs</th>
        <td>
          <AddsUp account={total} />
        </td>
        {parts.map(({ key }) => (
          <td key={key} className="number">
            {format(total[key])}
          </td>
        ))}
        <td />
      </tr>
    </tfoot>
  )
}

/** What a tab was taken for, where its name does not say it. */
function Holds({ tab: { tab, dataset } }: { readonly tab: TabHealth }): ReactNode {
  const plain = (name: string) => name.toLowerCase().replaceAll('_', ' ')
  return plain(tab) === plain(dataset) ? null : <small>{plain(dataset)}</small>
}

function AddsUp({ account }: { readonly account: Account }): ReactNode {
  const addsUp = isAccountedFor(account)
  return <span className={`badge ${addsUp ? 'good' : 'bad'}`}>{addsUp ? 'Yes' : 'No'}</span>
}
