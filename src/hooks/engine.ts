import type { Bundle } from '../bundle/openBundle.ts'
import { cubesOf, type Cube } from '../cubes/cube.ts'
import type { Database } from '../db/database.ts'
import { engineFiles } from '../db/engineFiles.ts'
import type { Metric } from '../metrics/metric.ts'
import { metricById } from '../metrics/metrics.ts'
import { askedDimensions, factOf, neededOf, termsOf } from '../queries/canAnswer.ts'
import { compileMetric } from '../queries/compileMetric.ts'
import type { MetricQuery, MetricRow } from '../queries/metricQuery.ts'
import { narrowestCube } from '../queries/narrowestCube.ts'
import { toMetricRows } from '../queries/toMetricRows.ts'

/** Where the engine stands; `share` of its download, 0 to 1. A reason is fit to be shown. */
export type EngineState =
  | { readonly status: 'idle' }
  | { readonly status: 'starting'; readonly share: number }
  | { readonly status: 'ready' }
  | { readonly status: 'failed'; readonly reason: string }

/** DuckDB-WASM over a bundle's cubes, started at the first query and fed with the cubes that queries need. */
export interface Engine {
  /** Rows for a query that no prepared answer covers. Throws if the engine or a cube is not to be had. */
  readonly compute: (query: MetricQuery) => Promise<readonly MetricRow[]>
  /** Starts the download, if it is not under way. Never throws. */
  readonly warm: () => void
  /** Lets a failed engine try again at the next query. */
  readonly reset: () => void
  readonly state: () => EngineState
  readonly subscribe: (changed: () => void) => () => void
}

interface Running {
  readonly database: Database
  readonly loaded: Map<string, Promise<void>>
}

/** An engine for a bundle; its files lie in `engine/` under the site's root `base`. */
export function createEngine(bundle: Bundle, base: URL): Engine {
  const listeners = new Set<() => void>()
  let state: EngineState = { status: 'idle' }
  let running: Promise<Running> | null = null

  function become(next: EngineState): void {
    state = next
    for (const listener of listeners) listener()
  }

  async function start(): Promise<Running> {
    become({ status: 'starting', share: 0 })
    try {
      const { wasmDatabase } = await import('../db/wasmDatabase.ts')
      const database = await wasmDatabase({
        base,
        files: engineFiles,
        onProgress: (share) => become({ status: 'starting', share }),
      })
      become({ status: 'ready' })
      return { database, loaded: new Map() }
    } catch (error) {
      become({ status: 'failed', reason: error instanceof Error ? error.message : String(error) })
      throw error
    }
  }

  async function compute(query: MetricQuery): Promise<readonly MetricRow[]> {
    running ??= start()
    const { database, loaded } = await running
    const metric = metricById(query.metric)
    for (const cube of cubesFor(metric, query)) {
      const load = loaded.get(cube.name) ?? loadCube(bundle, database, cube)
      loaded.set(cube.name, load)
      load.catch(() => loaded.delete(cube.name))
      await load
    }
    return toMetricRows(query, await database.query(compileMetric(metric, query)))
  }

  return {
    compute,
    warm: () => {
      running ??= start()
      // The failure is in the state already; whoever needs the engine will see it there.
      running.catch(() => null)
    },
    reset: () => {
      if (state.status !== 'failed') return
      running = null
      become({ status: 'idle' })
    },
    state: () => state,
    subscribe: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
  }
}

/** The published tables that a query reads, once each. */
export function cubesFor(metric: Metric, query: MetricQuery): Cube[] {
  const cubes = termsOf(metric).flatMap((term) => {
    const fact = factOf(term)
    const name = narrowestCube(fact, neededOf(term, askedDimensions(query)))
    return cubesOf(fact).filter((cube) => cube.name === name)
  })
  return [...new Map(cubes.map((cube) => [cube.name, cube])).values()]
}

async function loadCube(bundle: Bundle, database: Database, cube: Cube): Promise<void> {
  const { readCube } = await import('../db/readCube.ts')
  const bytes = await bundle.readBytes(`cubes/${cube.name}`)
  await database.load([await readCube(cube, bytes)])
}
