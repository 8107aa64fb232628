import { useEffect, useState, type ReactNode } from 'react'
import type { Health, ViewersHealth } from '../bundle/bundle.ts'
import { fetchHeartbeat } from '../bundle/fetchHeartbeat.ts'
import type { OpenedPage } from '../bundle/openPage.ts'
import type { CubeTable } from '../cubes/cube.ts'
import { loadBoundNotes } from '../hooks/loadBoundNotes.ts'
import { loadTieOut } from '../hooks/loadTieOut.ts'
import { engineTexts } from '../texts/engineTexts.ts'
import { HealthForOwners } from './HealthForOwners.tsx'
import { HealthForViewers } from './HealthForViewers.tsx'
import { LastRun } from './LastRun.tsx'
import { lastRunView, type LastRunView } from './lastRunView.ts'
import { SmallGroups } from './SmallGroups.tsx'

interface Props {
  readonly opened: OpenedPage
}

interface Loaded {
  /** An owner's or a viewer's, as the bundle was opened. */
  readonly health: Health | ViewersHealth
  /** Null where the practice keeps no aging report. */
  readonly tieOut: CubeTable | null
  /** Between what rates lie while adjustments are uncategorized. */
  readonly bounds: readonly string[]
  /** Null where no schedule has left a heartbeat. */
  readonly lastRun: LastRunView | null
}

type State =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly loaded: Loaded }
  | { readonly status: 'failed'; readonly reason: string }

/** What the last sync read and left out, as far as the reader may know it, and whether A/R ties out. */
export function HealthPage({ opened }: Props): ReactNode {
  const [state, setState] = useState<State>({ status: 'loading' })
  useEffect(() => {
    void load(opened).then(setState)
  }, [opened])

  if (state.status === 'loading') return <p className="card panel">{engineTexts.fetching}</p>
  if (state.status === 'failed') {
    return (
      <p className="notice bad" role="alert">
        {state.reason}
      </p>
    )
  }
  const { health, tieOut, bounds, lastRun } = state.loaded
  return (
    <>
      {lastRun && <LastRun view={lastRun} />}
      {isOwners(health) ? (
        <HealthForOwners health={health} tieOut={tieOut} bounds={bounds} />
      ) : (
        <HealthForViewers health={health} tieOut={tieOut} bounds={bounds} />
      )}
      <SmallGroups />
    </>
  )
}

function isOwners(health: Health | ViewersHealth): health is Health {
  return 'tabs' in health
}

async function load(opened: OpenedPage): Promise<State> {
  const { bundle, practice } = opened
  try {
    const [health, tieOut, bounds, heartbeat] = await Promise.all([
      bundle.readJson<Health | ViewersHealth>('health'),
      loadTieOut(bundle),
      loadBoundNotes(bundle, practice),
      fetchHeartbeat(opened),
    ])
    const { syncedAt } = bundle.manifest
    const lastRun =
      heartbeat && lastRunView(heartbeat, { now: Date.now(), syncedAt, timeZone: practice.timeZone })
    return { status: 'ready', loaded: { health, tieOut, bounds, lastRun } }
  } catch (error) {
    return { status: 'failed', reason: error instanceof Error ? error.message : String(error) }
  }
}
