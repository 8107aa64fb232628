import { describe, expect, it } from 'vitest'
import { answerInBatches } from '../../../src/hooks/answerInBatches.ts'
import type { Batch } from '../../../src/queries/batchesOf.ts'
import type { MetricQuery, MetricRow } from '../../../src/queries/metricQuery.ts'

const query = (metric: string, month: string, provider?: string): MetricQuery => ({
  metric,
  by: [],
  where: provider === undefined ? {} : { provider: [provider] },
  period: { from: month, to: month },
})
const row = ({ period, where }: MetricQuery): MetricRow => ({
  keys: {},
  numerator: Number(period.to.slice(-2)) + (where.provider ? 100 : 0),
  denominator: null,
  value: null,
})

function asking(answer: (batch: Batch) => readonly (readonly MetricRow[])[]) {
  const batches: number[] = []
  const ask = answerInBatches((batch) => {
    batches.push(batch.queries.length)
    return new Promise((resolve) => resolve(answer(batch)))
  })
  return { ask, batches }
}

describe('the queries of one moment', () => {
  it('are answered shape by shape, and each has its own answer', async () => {
    const { ask, batches } = asking(({ queries }) => queries.map((one) => [row(one)]))
    const queries = [
      query('visits', '2026-01'),
      query('net_collections', '2026-02'),
      query('visits', '2026-03'),
      query('visits', '2026-04', 'Dr. A'),
      // The same question twice is answered twice.
      query('visits', '2026-03'),
    ]
    expect(await Promise.all(queries.map(ask))).toEqual(queries.map((one) => [row(one)]))
    expect(batches).toEqual([3, 1, 1])
  })

  it('do not wait for those of the next', async () => {
    const { ask, batches } = asking(({ queries }) => queries.map((one) => [row(one)]))
    await ask(query('visits', '2026-01'))
    await ask(query('visits', '2026-02'))
    expect(batches).toEqual([1, 1])
  })

  it('fail together where they are of one shape, and no other fails', async () => {
    const { ask } = asking(({ metric, queries }) => {
      if (metric === 'visits') throw new Error('no such table')
      return queries.map((one) => [row(one)])
    })
    const [first, second, third] = await Promise.allSettled(
      [query('visits', '2026-01'), query('visits', '2026-02'), query('net_collections', '2026-01')].map(ask),
    )
    expect([first?.status, second?.status, third?.status]).toEqual(['rejected', 'rejected', 'fulfilled'])
  })

  it('have no rows where the engine gives none', async () => {
    const { ask } = asking(() => [])
    expect(await ask(query('visits', '2026-01'))).toEqual([])
  })
})
