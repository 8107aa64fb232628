import type { ReactNode } from 'react'
import type { Health, TabHealth, TotalsHealth } from '../bundle/bundle.ts'
import type { CubeTable } from '../cubes/cube.ts'
import { formatCount } from '../format/formatCount.ts'
import { addAccounts, isAccountedFor } from './isAccountedFor.ts'
import { tieOutRows } from './tieOutRows.ts'

interface Props {
  readonly health: Health
  readonly tieOut: CubeTable | null
}

/** Can these numbers be trusted: four figures and a word on each. */
export function HealthSummary({ health, tieOut }: Props): ReactNode {
  const rows = addAccounts(health.tabs.map((tab) => tab.rows))
  const allAddUp = health.tabs.every(
    (tab) => isAccountedFor(tab.rows) && (!tab.cents || isAccountedFor(tab.cents)),
  )
  const months = tieOut ? tieOutRows(tieOut) : []
  // A month of which a sum is kept private neither ties nor differs for anybody to see.
  const known = months.filter(({ difference }) => difference !== null)
  const tied = known.filter(({ difference }) => difference === 0).length
  const unmappedRows = health.unmapped.reduce((total, { rows: count }) => total + count, 0)
  const totals = addTotals(health.tabs)
  const stated = totals.held + totals.accepted + totals.unread
  return (
    <section className="tiles" aria-label="Key figures">
      <Figure
        label="Rows read"
        value={formatCount(rows.read)}
        word={allAddUp ? 'All accounted for' : 'Some are lost'}
        tone={allAddUp ? 'good' : 'bad'}
        note={`from ${formatCount(health.tabs.length)} tabs`}
      />
      <Figure
        label="Rows rejected"
        value={formatCount(rows.quarantined)}
        word={rows.quarantined === 0 ? 'None' : 'Fix them'}
        tone={rows.quarantined === 0 ? 'good' : 'watch'}
        note="listed below with what to do"
      />
      <Figure
        label="Rows with an unmapped value"
        value={formatCount(unmappedRows)}
        word={unmappedRows === 0 ? 'All mapped' : 'Map them'}
        tone={unmappedRows === 0 ? 'good' : 'watch'}
        note={`${formatCount(health.unmapped.reduce((total, { values }) => total + values, 0))} different values`}
      />
      <Figure
        label="Months that A/R ties out"
        value={known.length === 0 ? '—' : `${formatCount(tied)} of ${formatCount(known.length)}`}
        word={tieOutWord(months.length, known.length, tied)}
        tone={known.length === 0 ? 'none' : tied === known.length ? 'good' : 'bad'}
        note="to the cent"
      />
      {stated > 0 && (
        <Figure
          label="Totals in the files"
          value={`${formatCount(totals.held)} of ${formatCount(stated)}`}
          word={totals.held === stated ? 'All agree' : 'See notes'}
          tone={totals.held === stated ? 'good' : 'watch'}
          note={
            totals.accepted === 0
              ? 'agree with their rows'
              : `agree with their rows; ${formatCount(totals.accepted)} accepted as they are`
          }
        />
      )}
    </section>
  )
}

function tieOutWord(months: number, known: number, tied: number): string {
  if (months === 0) return 'No aging report'
  if (known === 0) return 'Kept private'
  return tied === known ? 'Ties' : 'See differences'
}

/** What all tabs state of their own rows. */
function addTotals(tabs: readonly TabHealth[]): TotalsHealth {
  const sum = (part: keyof TotalsHealth): number =>
    tabs.reduce((total, { totals }) => total + (totals?.[part] ?? 0), 0)
  return { held: sum('held'), accepted: sum('accepted'), unread: sum('unread') }
}

interface FigureProps {
  readonly label: string
  readonly value: string
  readonly word: string
  readonly tone: 'good' | 'watch' | 'bad' | 'none'
  readonly note: string
}

function Figure({ label, value, word, tone, note }: FigureProps): ReactNode {
  return (
    <article className="card tile figure">
      <h2 className="tile-label">{label}</h2>
      <p className="tile-value">
        <b>{value}</b>
      </p>
      <p className="tile-status">
        <span className={`badge ${tone}`}>{word}</span>
        <span>{note}</span>
      </p>
    </article>
  )
}
