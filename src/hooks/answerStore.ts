import type { Answers } from '../bundle/bundle.ts'
import { queryKey, type MetricQuery, type MetricRow } from '../queries/metricQuery.ts'

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
  /** The page's answers for common filters; asked for once, at the first query that `prepared` lacks. */
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
  const known = new Map<string, Answer>()
  const asked = new Map<string, MetricQuery>()
  const listeners = new Set<() => void>()
  let common: Promise<Answers | null> | null = null
  let commonAnswers: Answers | null = null
  let changes = 0
  let underway = 0
  let due: ReturnType<typeof setTimeout> | null = null

  function announce(): void {
    if (due !== null) clearTimeout(due)
    due = null
    changes += 1
    for (const listener of listeners) listener()
  }

  // A page asks for dozens of answers at once: drawing it anew for each would take longer than they do.
  function publish(key: string, answer: Answer): void {
    known.set(key, answer)
    underway -= 1
    if (underway === 0) announce()
    else due ??= setTimeout(announce, announceMs)
  }

  async function find(key: string, query: MetricQuery): Promise<Answer> {
    common ??= sources.loadCommon().catch(() => null)
    commonAnswers = await common
    const rows = commonAnswers?.answers[key]
    if (rows) return { status: 'ready', rows }
    try {
      return { status: 'ready', rows: await sources.compute(query) }
    } catch (error) {
      return { status: 'failed', reason: error instanceof Error ? error.message : String(error) }
    }
  }

  function preparedRows(key: string): readonly MetricRow[] | undefined {
    return sources.prepared.answers[key] ?? commonAnswers?.answers[key]
  }

  function request(queries: readonly MetricQuery[]): void {
    for (const query of queries) {
      const key = queryKey(query)
      if (asked.has(key) || preparedRows(key) || !sources.isOpen(query)) continue
      asked.set(key, query)
      underway += 1
      void find(key, query).then((answer) => publish(key, answer))
    }
  }

  return {
    get(query) {
      const key = queryKey(query)
      const rows = preparedRows(key)
      if (rows) return ready(rows)
      if (!sources.isOpen(query)) return forOwners
      return known.get(key) ?? loading
    },
    request,
    retry() {
      common = null
      const failed = [...asked].filter(([key]) => known.get(key)?.status === 'failed')
      for (const [key] of failed) {
        asked.delete(key)
        known.delete(key)
      }
      announce()
      request(failed.map(([, query]) => query))
    },
    subscribe(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    version: () => changes,
  }
}

function ready(rows: readonly MetricRow[]): Answer {
  return { status: 'ready', rows }
}
