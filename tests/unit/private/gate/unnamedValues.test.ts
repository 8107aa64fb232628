import { expect, test } from 'vitest'
import { findUnnamed } from '../../../../scripts/private/gate/unnamedValues.ts'
import { cubesOf, type CubeTable } from '../../../../src/cubes/cube.ts'
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

/** Charges by site, each of one cent: whatever stands there is shown. */
function chargesBySite(site: string): CubeTable {
  const cube = cubesOf(facts.charges).find(({ name }) => name === 'charges_by_location')
  if (cube === undefined) throw new Error('charges have no table by site')
  const columns = Object.fromEntries(cube.columns.map(({ name }) => [name, [1]]))
  return { cube, rowCount: 1, columns: { ...columns, month: ['2026-03-01'], location: [site] } }
}

test.each(['North', 'Floors 12 - 14', '1400 12th Street', 'Suite 210', 'Clinic 24/7'])(
  'what is shown and reads like a name may be published: %s',
  (site) => {
    expect(findUnnamed([chargesBySite(site)], []).get('location')?.size).toBe(0)
  },
)

test.each([
  'j.doe@mail.example',
  '(555) 123-4567',
  '5551234567',
  '123-45-6789',
  '123 45 6789',
  '1980-6-12',
  '6/12/80',
  '482913',
  'MRN482913',
  'www.somebody.example',
])('what looks like somebody’s number, address or birthday may not, shown or not: %s', (site) => {
  expect([
    ...(findUnnamed([chargesBySite(site)], [])
      .get('location')
      ?.keys() ?? []),
  ]).toEqual([site])
})
