import { useEffect, useSyncExternalStore } from 'react'
import type { MetricQuery } from '../queries/metricQuery.ts'
import type { Answer, AnswerStore } from './answerStore.ts'

/** Asks for the queries of a page, and re-renders as their answers come in. */
export function useAnswers(
  store: AnswerStore,
  queries: readonly MetricQuery[],
): (query: MetricQuery) => Answer {
  useSyncExternalStore(store.subscribe, store.version)
  useEffect(() => store.request(queries), [store, queries])
  return store.get
}
