import { describe, expect, test } from 'vitest'
import { audit } from '../../../../scripts/private/audit/audit.ts'
import type { CubeTable } from '../../../../src/cubes/cube.ts'
import { peopleOf } from '../../../helpers/peopleOf.ts'
import { vocabulary, rulesOf, cell, enough, appointments } from './auditCase.ts'
import { publishedOf } from './publishedOf.ts'

describe('the schema', () => {
  const one = { fact: appointments, happenings: enough }
  const at = { provider: 'A', months: 1 }
  const name = 'appointments_by_provider'

  test.each([
    ['a value outside the list', { provider: 'D' }],
    ['a day', { month: '2026-03-14' }],
    ['months that are neither one nor three', { months: 2 }],
    ['a quarter that does not begin one', { months: 3 }],
    ['half a visit', { visit_count: 0.5 }],
    ['a text where a number is declared', { visit_count: '30' }],
    ['a value that is null', { provider: null }],
  ])('refuses %s', async (_, changed) => {
    expect(await rulesOf({ ...one, change: cell(name, at, changed) })).toEqual(['schema'])
  })

  test.each([
    'jo@example.com',
    '555-123-4567',
    '123-45-6789',
    'MRN 004711',
    'http://x',
    '3/14/1985',
    'x'.repeat(41),
  ])('refuses %s even from the list', async (text) => {
    const change = cell(name, at, { provider: text })
    const rules = await rulesOf({ ...one, change, vocabulary: { ...vocabulary, provider: ['A', 'B', text] } })
    expect(rules).toEqual(['schema'])
  })

  test.each<[string, (table: CubeTable) => CubeTable]>([
    ['a column that nobody declared', (table) => ({ ...table, columns: { ...table.columns, patient: [] } })],
    [
      'a column less',
      (table) => ({
        ...table,
        columns: Object.fromEntries(Object.entries(table.columns).filter(([name]) => name !== 'visit_count')),
      }),
    ],
    [
      'another description',
      (table) => ({ ...table, cube: { ...table.cube, columns: table.cube.columns.slice(1) } }),
    ],
    [
      'a cut that nobody declared',
      (table) => ({ ...table, cube: { ...table.cube, name: `${table.cube.name}_too` } }),
    ],
    ['a fact that nobody declared', (table) => ({ ...table, cube: { ...table.cube, fact: 'patients' } })],
    ['the same place twice', cell(name, { provider: 'A', months: 1 }, { provider: 'B' })],
  ])('refuses %s', async (_, change) => {
    expect(await rulesOf({ ...one, change })).toEqual(['schema'])
  })

  test('refuses a fact of which a table is missing, but not one that is not there at all', async () => {
    const tables = publishedOf(appointments, enough)
    const run = (published: readonly CubeTable[]) =>
      audit(published, (fact, cut) => Promise.resolve(peopleOf(fact, cut, enough)), {
        asOf: '2026-10-17',
        vocabulary,
        facts: [appointments],
        twoDates: null,
        lines: null,
      })
    expect((await run(tables.slice(1))).findings.map(({ rule }) => rule)).toEqual(['schema'])
    expect((await run([])).findings).toEqual([])
  })
})
