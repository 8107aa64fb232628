import { useEffect, useState, type ReactNode } from 'react'
import type { Health } from '../bundle/bundle.ts'
import { fetchHeartbeat } from '../bundle/fetchHeartbeat.ts'
import type { OpenedPage } from '../bundle/openPage.ts'
import type { CubeTable } from '../cubes/cube.ts'
import { loadTieOut } from '../hooks/loadTieOut.ts'
import { HealthSummary } from './HealthSummary.tsx'
import { LastRun } from './LastRun.tsx'
import { lastRunView, type LastRunView } from './lastRunView.ts'
import { RejectedRows } from './RejectedRows.tsx'
import { SmallGroups } from './SmallGroups.tsx'
import { TabAccounts } from './TabAccounts.tsx'
import { TieOut } from './TieOut.tsx'
import { UnmappedValues } from './UnmappedValues.tsx'

interface Props {
  readonly opened: OpenedPage
}

interface Loaded {
  readonly health: Health
  /** Null where the practice keeps no aging report. */
  readonly tieOut: CubeTable | null
  /** Null where no schedule has left a heartbeat. */
  readonly lastRun: LastRunView | null
}

type State =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly loaded: Loaded }
  | { readonly status: 'failed'; readonly reason: string }

/** What the last sync read, what it left out and why, and whether A/R ties out. */
export function HealthPage({ opened }: Props): ReactNode {
  const [state, setState] = useState<State>({ status: 'loading' })
  useEffect(() => {
    void load(opened).then(setState)
  }, [opened])

  if (state.status === 'loading') return <p className="card panel">Loading…</p>
  if (state.status === 'failed') {
    return (
      <p className="notice bad" role="alert">
        {state.reason}
      </p>
    )
  }
  const { health, tieOut, lastRun } = state.loaded
  return (
    <>
      {lastRun && <LastRun view={lastRun} />}
      <HealthSummary health={health} tieOut={tieOut} />
      {health.warnings.length > 0 && (
        <section className="card panel" aria-labelledby="warnings">
          <h2 id="warnings">Warnings</h2>
          <ul className="plain">
            {health.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </section>
      )}
      <TieOut table={tieOut} />
      <RejectedRows rejected={health.rejected} />
      <UnmappedValues unmapped={health.unmapped} />
      <TabAccounts tabs={health.tabs} />
      <SmallGroups />
    </>
  )
}

async function load(opened: OpenedPage): Promise<State> {
  const { bundle, practice } = opened
  try {
    const [health, tieOut, heartbeat] = await Promise.all([
      bundle.readJson<Health>('health'),
      loadTieOut(bundle),
      fetchHeartbeat(opened),
    ])
    const { syncedAt } = bundle.manifest
    const lastRun =
      heartbeat && lastRunView(heartbeat, { now: Date.now(), syncedAt, timeZone: practice.timeZone })
    return { status: 'ready', loaded: { health, tieOut, lastRun } }
  } catch (error) {
    return { status: 'failed', reason: error instanceof Error ? error.message : String(error) }
  }
}
