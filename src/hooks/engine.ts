import type { Bundle } from '../bundle/openBundle.ts'
import type { Cube } from '../cubes/cube.ts'
import { cubeByName } from '../cubes/cubeByName.ts'
import { EngineBreakdown } from '../db/EngineBreakdown.ts'
import { engineFiles } from '../db/engineFiles.ts'
import type { OnProgress } from '../db/fetchEngineFile.ts'
import { isAlive } from '../db/isAlive.ts'
import type { SqlAnswer } from '../queries/sqlAnswer.ts'
import { engineTexts } from '../texts/engineTexts.ts'
import { answerInBatches } from './answerInBatches.ts'
import { engineConsent } from './engineConsent.ts'
import { isEngineDear } from './isEngineDear.ts'
import type { BrowserDatabase } from '../db/wasmDatabase.ts'
import type { Metric } from '../metrics/metric.ts'
import { metricById } from '../metrics/metrics.ts'
import type { Batch } from '../queries/batchesOf.ts'
import { compileBatch } from '../queries/compileBatch.ts'
import type { DataSpans } from '../queries/dataSpans.ts'
import type { MetricQuery, MetricRow } from '../queries/metricQuery.ts'
import { tablesOf } from '../queries/tablesOf.ts'
import { toBatchRows } from '../queries/toBatchRows.ts'
import { wholeWindows } from '../queries/wholeWindows.ts'

/** Where the engine stands; `share` of its download, 0 to 1. A reason is fit to be shown. */
export type EngineState =
  | { readonly status: 'idle' }
  /** A query waits, and the reader is asked first whether the download is welcome. */
  | { readonly status: 'asking' }
  | { readonly status: 'starting'; readonly share: number }
  | { readonly status: 'ready' }
  | { readonly status: 'failed'; readonly reason: string }

/** DuckDB-WASM over a bundle's cubes, started at the first query and fed with the cubes that queries need. */
export interface Engine {
  /** Rows for a query that no prepared answer covers. Throws if the engine or a cube is not to be had. */
  readonly compute: (query: MetricQuery) => Promise<readonly MetricRow[]>
  /** Answers a reader's own question about these tables; see `askSql`. */
  readonly ask: (question: Question) => Promise<SqlAnswer>
  /** The reader agrees to the download. */
  readonly allow: () => void
  /** Starts the download, if it is not under way. Never throws. */
  readonly warm: () => void
  /** Lets a failed engine try again at the next query. */
  readonly reset: () => void
  readonly state: () => EngineState
  readonly subscribe: (changed: () => void) => () => void
}

/** What a reader asks in SQL: the tables that are to be there, and what calls it off. */
export interface Question {
  readonly text: string
  readonly cubes: readonly Cube[]
  readonly signal: AbortSignal
}

interface Running {
  readonly database: BrowserDatabase
  readonly loaded: Map<string, Promise<void>>
  /** Rejects once the engine is dropped, for those who wait for an answer of it. */
  readonly dropped: Promise<never>
  readonly drop: () => void
}

/** An engine that has not heeded for so long that a question is called off is dropped, and starts anew when it is needed. */
const patienceMs = 3_000

/**
 * An engine for a bundle; its files lie in `engine/` under the site's root `base`. `spans` are the practice's, for what it
 * has no data of. Where the engine is dear (`isEngineDear`) the reader is asked before it is fetched, once a page.
 */
export function createEngine(bundle: Bundle, base: URL, spans: DataSpans | undefined): Engine {
  const consent = engineConsent(isEngineDear)
  const { state, become, subscribe } = followed<EngineState>({ status: 'idle' })
  let running: Promise<Running> | null = null

  function forget(): void {
    running = null
    become({ status: 'idle' })
  }

  async function start(): Promise<Running> {
    if (consent.isNeeded()) {
      become({ status: 'asking' })
      await consent.given
    }
    become({ status: 'starting', share: 0 })
    try {
      const database = await openDatabase(base, (share) => become({ status: 'starting', share }))
      become({ status: 'ready' })
      return { database, loaded: new Map(), ...dropping(database) }
    } catch (error) {
      become({ status: 'failed', reason: error instanceof Error ? error.message : String(error) })
      throw error
    }
  }

  async function computeBatch(batch: Batch): Promise<readonly (readonly MetricRow[])[]> {
    running ??= start()
    const { database, loaded, dropped } = await running
    const metric = metricById(batch.metric)
    // Tables differ by shape only, and a batch has one.
    await Promise.race([dropped, loadCubes({ bundle, database, loaded }, cubesFor(metric, batch.queries[0]))])
    const rows = await Promise.race([dropped, database.query(compileBatch(metric, batch))])
    const answers = toBatchRows(batch, rows)
    return batch.queries.map((query, ask) => wholeWindows(metric, query, { rows: answers[ask] ?? [], spans }))
  }

  async function ask({ text, cubes, signal }: Question): Promise<SqlAnswer> {
    running ??= start()
    const asked = running
    const { database, loaded, dropped, drop } = await asked
    await Promise.race([dropped, loadCubes({ bundle, database, loaded }, cubes)])
    const giveUp = () => {
      drop()
      if (running === asked) forget()
    }
    const called = callOff(signal, giveUp)
    try {
      return await Promise.race([dropped, database.ask(text, signal)])
    } catch (error) {
      if (signal.aborted || (await isAlive(database, patienceMs))) throw error
      giveUp()
      throw new EngineBreakdown(error)
    } finally {
      called.forget()
    }
  }

  return {
    compute: answerInBatches(computeBatch),
    ask,
    allow: consent.allow,
    warm: () => {
      running ??= start()
      // The failure is in the state already; whoever needs the engine will see it there.
      running.catch(() => null)
    },
    reset: () => {
      if (state().status === 'failed') forget()
    },
    state,
    subscribe,
  }
}

/** The engine itself, whose code comes only now. */
async function openDatabase(base: URL, onProgress: OnProgress): Promise<BrowserDatabase> {
  const { wasmDatabase } = await import('../db/wasmDatabase.ts')
  return wasmDatabase({ base, files: engineFiles, onProgress })
}

/** A state of which others are told when it becomes another. */
function followed<T>(first: T) {
  const listeners = new Set<() => void>()
  let now = first
  return {
    state: (): T => now,
    become: (next: T): void => {
      now = next
      for (const listener of listeners) listener()
    },
    subscribe: (changed: () => void): (() => void) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
  }
}

/** The published tables that a query reads, once each. */
export function cubesFor(metric: Metric, query: MetricQuery): Cube[] {
  return tablesOf(metric, query).map(cubeByName)
}

/** Waits, once a question is called off, whether the engine heeds it; `forget` when it has. */
function callOff(signal: AbortSignal, giveUp: () => void): { readonly forget: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = () => {
    timer = setTimeout(giveUp, patienceMs)
  }
  signal.addEventListener('abort', wait)
  return {
    forget: () => {
      signal.removeEventListener('abort', wait)
      clearTimeout(timer)
    },
  }
}

function dropping(database: BrowserDatabase): Pick<Running, 'dropped' | 'drop'> {
  let tell: (reason: Error) => void = () => undefined
  const dropped = new Promise<never>((_, reject) => {
    tell = reject
  })
  // Nobody need be waiting.
  dropped.catch(() => null)
  return {
    dropped,
    drop: () => {
      database.drop()
      tell(new Error(engineTexts.stopped))
    },
  }
}

/** Loads tables that are not there yet, each once; one that fails may be asked for again. */
async function loadCubes(
  { bundle, database, loaded }: { readonly bundle: Bundle } & Pick<Running, 'database' | 'loaded'>,
  cubes: readonly Cube[],
): Promise<void> {
  for (const cube of cubes) {
    const load = loaded.get(cube.name) ?? loadCube(bundle, database, cube)
    loaded.set(cube.name, load)
    load.catch(() => loaded.delete(cube.name))
    await load
  }
}

async function loadCube(bundle: Bundle, database: BrowserDatabase, cube: Cube): Promise<void> {
  const { readCube } = await import('../db/readCube.ts')
  const bytes = await bundle.readBytes(`cubes/${cube.name}`)
  await database.load([await readCube(cube, bytes)])
}
