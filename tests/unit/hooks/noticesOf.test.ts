import { expect, it } from 'vitest'
import { noticesOf } from '../../../src/hooks/usePageState.ts'

const period = { from: '2026-10', to: '2026-10' }

it('says it when a filter takes the place of another, and only then', () => {
  const notices = (before: object, next: object) =>
    noticesOf({ period, filters: before }, { period, filters: next })
  expect(notices({ provider: 'Dr. C' }, { payer: 'medicare' })).toEqual([
    'The payer class takes the place of the provider: one filter at a time, because smaller groups are not published.',
  ])
  expect(notices({ provider: 'Dr. C' }, { provider: 'Dr. B' })).toEqual([])
  expect(notices({ provider: 'Dr. C' }, {})).toEqual([])
  expect(notices({}, { payer: 'medicare' })).toEqual([])
})
