import { expect, it } from 'vitest'
import { preparedStates } from '../../../src/dashboards/preparedStates.ts'

const practice = {
  months: { first: '2024-01', last: '2026-11', lastClosed: '2026-10' },
  fiscalYearStart: 1,
  filters: { provider: ['Amara', 'Birk'], location: ['North'], payer: [] },
}

it('prepares the default first, the other periods unfiltered, and each filter value by itself', () => {
  const october = { from: '2026-10', to: '2026-10' }
  expect(preparedStates(practice)).toEqual([
    { period: october, filters: {} },
    { period: { from: '2026-07', to: '2026-09' }, filters: {} },
    { period: { from: '2026-01', to: '2026-10' }, filters: {} },
    { period: { from: '2025-11', to: '2026-10' }, filters: {} },
    { period: october, filters: { provider: 'Amara' } },
    { period: october, filters: { provider: 'Birk' } },
    { period: october, filters: { location: 'North' } },
  ])
})
