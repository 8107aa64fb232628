import type { ReactNode } from 'react'
import type { Account, TabHealth } from '../bundle/bundle.ts'
import { formatCount } from '../format/formatCount.ts'
import { formatMoney } from '../format/formatMoney.ts'
import { formatMonth } from '../format/formatMonth.ts'
import { accountTexts } from '../texts/accountTexts.ts'
import { addAccounts, isAccountedFor } from './isAccountedFor.ts'

const parts = ['read', 'included', 'quarantined', 'duplicates', 'blank', 'outOfScope'] as const

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
        title={accountTexts.read}
        words={accountTexts.readText}
        entries={tabs.map((tab) => ({ tab, account: tab.rows }))}
        total={addAccounts(tabs.map(({ rows }) => rows))}
        format={(count) => formatCount(count)}
      />
      {withMoney.length > 0 && (
        <AccountTable
          id="money"
          title={accountTexts.cents}
          words={accountTexts.centsText}
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
      <div className="table-scroll" tabIndex={0} role="region" aria-label={accountTexts.tableOf(title)}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{accountTexts.tab}</th>
              <th scope="col">{accountTexts.addsUp}</th>
              {parts.map((part) => (
                <th key={part} scope="col" className="number">
                  {accountTexts.parts[part]}
                </th>
              ))}
              <th scope="col">{accountTexts.newest}</th>
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
                {parts.map((part) => (
                  <td key={part} className="number">
                    {format(account[part])}
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
        <th scope="row">{accountTexts.allTabs}</th>
        <td>
          <AddsUp account={total} />
        </td>
        {parts.map((part) => (
          <td key={part} className="number">
            {format(total[part])}
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
  return (
    <span className={`badge ${addsUp ? 'good' : 'bad'}`}>
      {addsUp ? accountTexts.isAddedUp : accountTexts.isNotAddedUp}
    </span>
  )
}
