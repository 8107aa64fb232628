import { batchesOf, type Batch } from '../queries/batchesOf.ts'
import type { MetricQuery, MetricRow } from '../queries/metricQuery.ts'

/** Answers a batch: rows for each of its queries, in their order. */
export type AnswerBatch = (batch: Batch) => Promise<readonly (readonly MetricRow[])[]>

interface Waiting {
  readonly query: MetricQuery
  readonly resolve: (rows: readonly MetricRow[]) => void
  readonly reject: (reason: unknown) => void
}

/**
 * A way to ask query by query that has the queries of one moment answered shape by shape: most of a statement's time is
 * its own, whatever it reads. Where a batch fails, each of its queries rejects, and no other.
 */
export function answerInBatches(answer: AnswerBatch): (query: MetricQuery) => Promise<readonly MetricRow[]> {
  let waiting: Waiting[] = []

  function answerAll(): void {
    const asked = waiting
    waiting = []
    for (const batch of batchesOf(asked.map(({ query }) => query))) {
      const ofBatch = batch.queries.flatMap((query) => asked.find((one) => one.query === query) ?? [])
      answer(batch).then(
        (rows) => ofBatch.forEach(({ resolve }, ask) => resolve(rows[ask] ?? [])),
        (error: unknown) => ofBatch.forEach(({ reject }) => reject(error)),
      )
    }
  }

  return (query) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) queueMicrotask(answerAll)
      waiting.push({ query, resolve, reject })
    })
}
