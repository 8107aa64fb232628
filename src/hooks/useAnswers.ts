import { useEffect, useSyncExternalStore } from 'react'
import type { MetricQuery } from '../queries/metricQuery.ts'
import type { Answer, AnswerStore } from './answerStore.ts'

/** The answers so far; `version` changes whenever one comes in. */
export interface UsedAnswers {
  readonly get: (query: MetricQuery) => Answer
  readonly version: number
}

/** Asks for the queries of a page, and re-renders as their answers come in. */
export function useAnswers(store: AnswerStore, queries: readonly MetricQuery[]): UsedAnswers {
  const version = useSyncExternalStore(store.subscribe, store.version)
  useEffect(() => store.request(queries), [store, queries])
  return { get: store.get, version }
}
