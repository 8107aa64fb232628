import { describe, expect, it, vi } from 'vitest'
import type { Answers } from '../../../src/bundle/bundle.ts'
import { createAnswerStore, type AnswerSources } from '../../../src/hooks/answerStore.ts'
import { queryKey, type MetricQuery, type MetricRow } from '../../../src/queries/metricQuery.ts'

const october = { from: '2026-10', to: '2026-10' }

function query(metric: string): MetricQuery {
  return { metric, by: [], where: {}, period: october }
}

function rows(value: number): MetricRow[] {
  return [{ keys: {}, numerator: value, denominator: null, value }]
}

function answers(metric: string, value: number): Answers {
  return { page: 'overview', answers: { [queryKey(query(metric))]: rows(value) } }
}

function sources(change: Partial<AnswerSources> = {}) {
  return {
    prepared: answers('prepared', 1),
    loadCommon: vi.fn(() => Promise.resolve(answers('common', 2))),
    isOpen: () => true,
    compute: vi.fn((): Promise<readonly MetricRow[]> => Promise.resolve(rows(3))),
    ...change,
  }
}

describe('the answers of a page', () => {
  it('come from the nearest source: prepared, then common, then the engine', async () => {
    const from = sources()
    const store = createAnswerStore(from)
    store.request([query('prepared')])
    expect(store.get(query('prepared'))).toEqual({ status: 'ready', rows: rows(1) })
    expect(from.loadCommon).not.toHaveBeenCalled()

    store.request([query('common'), query('rare')])
    expect(store.get(query('common'))).toEqual({ status: 'loading' })
    await vi.waitFor(() => expect(store.get(query('rare'))).toEqual({ status: 'ready', rows: rows(3) }))
    expect(store.get(query('common'))).toEqual({ status: 'ready', rows: rows(2) })
    expect(from.loadCommon).toHaveBeenCalledOnce()
    expect(from.compute).toHaveBeenCalledExactlyOnceWith(query('rare'))
  })

  it('for common filters can be fetched ahead of need, once, and are there with the choice', async () => {
    const from = sources()
    const store = createAnswerStore(from)
    await Promise.all([store.warm(), store.warm()])
    expect(store.get(query('common'))).toEqual({ status: 'ready', rows: rows(2) })
    store.request([query('common')])
    expect(from.loadCommon).toHaveBeenCalledOnce()
    expect(from.compute).not.toHaveBeenCalled()
  })

  it('leave the page as it is where those cannot be had ahead of need', async () => {
    const store = createAnswerStore(sources({ loadCommon: () => Promise.reject(new Error('offline')) }))
    await expect(store.warm()).resolves.toBeUndefined()
    expect(store.get(query('prepared')).status).toBe('ready')
  })

  it('tell whoever listens that they changed, until they stop', async () => {
    const store = createAnswerStore(sources())
    const changed = vi.fn()
    const stop = store.subscribe(changed)
    store.request([query('rare')])
    await vi.waitFor(() => expect(changed).toHaveBeenCalledOnce())
    stop()
    store.request([query('rarer')])
    await vi.waitFor(() => expect(store.get(query('rarer')).status).toBe('ready'))
    expect(changed).toHaveBeenCalledOnce()
  })

  it('still come from the engine when the common ones cannot be had', async () => {
    const store = createAnswerStore(sources({ loadCommon: () => Promise.reject(new Error('offline')) }))
    store.request([query('common')])
    await vi.waitFor(() => expect(store.get(query('common'))).toEqual({ status: 'ready', rows: rows(3) }))
  })

  it('say why they failed, and can be asked for again', async () => {
    const compute = vi.fn((): Promise<readonly MetricRow[]> => Promise.reject(new Error('no engine')))
    const store = createAnswerStore(sources({ compute }))
    store.request([query('rare')])
    await vi.waitFor(() =>
      expect(store.get(query('rare'))).toEqual({ status: 'failed', reason: 'no engine' }),
    )
    store.request([query('rare')])
    expect(compute).toHaveBeenCalledOnce()

    compute.mockResolvedValue(rows(4))
    store.retry()
    expect(store.get(query('rare'))).toEqual({ status: 'loading' })
    await vi.waitFor(() => expect(store.get(query('rare'))).toEqual({ status: 'ready', rows: rows(4) }))
  })

  it('that the reader’s link does not open are for owners, and nobody is asked for them', async () => {
    const isOpen = ({ metric }: MetricQuery) => metric !== 'pay'
    const from = sources({ isOpen })
    const store = createAnswerStore(from)
    store.request([query('pay'), query('rare')])
    expect(store.get(query('pay'))).toEqual({ status: 'owners' })
    await vi.waitFor(() => expect(store.get(query('rare')).status).toBe('ready'))
    store.retry()
    expect(store.get(query('pay'))).toEqual({ status: 'owners' })
    expect(from.compute).toHaveBeenCalledExactlyOnceWith(query('rare'))
  })
})
