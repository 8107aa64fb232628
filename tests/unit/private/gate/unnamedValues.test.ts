import { expect, test } from 'vitest'
import { findUnnamed } from '../../../../scripts/private/gate/unnamedValues.ts'
import { facts } from '../../../../src/cubes/facts.ts'
import { peopleOf } from '../../../helpers/peopleOf.ts'

test('what the ledger writes where nobody was named is no name; a text without a shown sum is one', () => {
  const rows = peopleOf(
    facts.charges,
    ['provider'],
    [
      { month: '2026-03', at: {}, person: 1, adds: { charge_cents: 100 } },
      { month: '2026-03', at: { provider: 'Somebody' }, person: 1, adds: { charge_cents: 100 } },
    ],
  )
  const unnamed = findUnnamed([], [rows])
  expect([...(unnamed.get('provider')?.keys() ?? [])]).toEqual(['Somebody'])
})
