import type { Answers } from '../bundle/bundle.ts'
import { queryKey, type MetricQuery, type MetricRow } from '../queries/metricQuery.ts'
import { changeListeners } from './changeListeners.ts'
import { nearestRows } from './nearestRows.ts'

/** What is known of a query. */
export type Answer =
  | { readonly status: 'loading' }
  /** The reader's link opens none of the tables that it needs: no fault, and nothing to wait for. */
  | { readonly status: 'owners' }
  | { readonly status: 'ready'; readonly rows: readonly MetricRow[] }
  | { readonly status: 'failed'; readonly reason: string }

/** Answers by query: prepared ones first, then those of the engine. A store for `useSyncExternalStore`. */
export interface AnswerStore {
  readonly get: (query: MetricQuery) => Answer
  /** Sees to it that each query gets an answer. Safe to call again. */
  readonly request: (queries: readonly MetricQuery[]) => void
  /** Fetches the answers for common filters ahead of need. Never rejects. */
  readonly warm: () => Promise<void>
  /** Forgets what failed and asks again. */
  readonly retry: () => void
  /** Calls back after every change; returns the way to stop. */
  readonly subscribe: (changed: () => void) => () => void
  /** Changes whenever an answer does. */
  readonly version: () => number
}

/** Where answers come from, nearest first. */
export interface AnswerSources {
  /** The page's default answers, already here. */
  readonly prepared: Answers
  /** The page's answers for common filters; asked for once, ahead of need or at the first query that `prepared` lacks. */
  readonly loadCommon: () => Promise<Answers | null>
  /** Whether what has been opened may answer a query at all. */
  readonly isOpen: (query: MetricQuery) => boolean
  /** The engine. */
  readonly compute: (query: MetricQuery) => Promise<readonly MetricRow[]>
}

const loading: Answer = { status: 'loading' }
const forOwners: Answer = { status: 'owners' }

/** While more answers are on their way, listeners hear of those that are there this often at most. */
const announceMs = 100

/** A store over the three sources. */
export function createAnswerStore(sources: AnswerSources): AnswerStore {
  const rows = nearestRows(sources)
  const listeners = changeListeners(announceMs)
  const known = new Map<string, Answer>()
  const asked = new Map<string, MetricQuery>()
  let underway = 0

  // A page asks for dozens of answers at once: drawing it anew for each would take longer than they do.
  function publish(key: string, answer: Answer): void {
    known.set(key, answer)
    underway -= 1
    if (underway === 0) listeners.tell()
    else listeners.tellLater()
  }

  function request(queries: readonly MetricQuery[]): void {
    for (const query of queries) {
      const key = queryKey(query)
      if (asked.has(key) || rows.here(key) || !sources.isOpen(query)) continue
      asked.set(key, query)
      underway += 1
      void rows
        .find(key, query)
        .then(ready, failed)
        .then((answer) => publish(key, answer))
    }
  }

  return {
    get(query) {
      const key = queryKey(query)
      const found = rows.here(key)
      if (found) return ready(found)
      if (!sources.isOpen(query)) return forOwners
      return known.get(key) ?? loading
    },
    request,
    warm: rows.warm,
    retry() {
      rows.forgetCommon()
      const again = [...asked].filter(([key]) => known.get(key)?.status === 'failed')
      for (const [key] of again) {
        asked.delete(key)
        known.delete(key)
      }
      listeners.tell()
      request(again.map(([, query]) => query))
    },
    subscribe: listeners.subscribe,
    version: listeners.version,
  }
}

function ready(rows: readonly MetricRow[]): Answer {
  return { status: 'ready', rows }
}

function failed(error: unknown): Answer {
  return { status: 'failed', reason: error instanceof Error ? error.message : String(error) }
}
