import { describe, expect, test } from 'vitest'
import { merged, type CubeTable } from '../../../../src/cubes/cube.ts'
import {
  each,
  visits,
  type Case,
  report,
  rulesOf,
  cell,
  withoutUnnamed,
  enough,
  appointments,
} from './auditCase.ts'
import type { Publishing } from './publishedOf.ts'

describe('merged sums', () => {
  const happenings = [...enough, ...visits(30, 200, { at: { provider: 'C' } })]

  test('are at least two', async () => {
    const how: Publishing = { hides: ({ values }) => values[0] === 'C' }
    expect(await rulesOf({ fact: appointments, happenings, how })).toEqual(['merged'])
  })

  test('make a group that passes itself', async () => {
    const small = [...enough, ...visits(4, 200, { at: { provider: 'C' } }), ...visits(4, 300)]
    const how: Publishing = { hides: ({ values }) => values[0] === 'C' || values[0] === 'None given' }
    const { findings } = await report({ fact: appointments, happenings: small, how })
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'people',
        table: 'appointments_by_provider',
        values: [merged],
        people: 8,
      }),
    )
  })

  test('hold the values that have no name to be published by', async () => {
    const unnamed = visits(4, 300, { at: { provider: merged } })
    const how: Publishing = { hides: ({ values }) => values[0] === 'C' || values[0] === merged }
    const one: Case = {
      fact: appointments,
      happenings: [...happenings, ...unnamed],
      how,
      change: (table) => withoutUnnamed(table),
    }
    expect(await rulesOf(one)).toEqual([])
    const none = {
      ...one,
      happenings: unnamed,
      how: { hides: ({ values }) => values[0] === merged },
    } satisfies Case
    const noRow = (table: CubeTable) => withoutUnnamed(withoutUnnamed(table), 4)
    expect(await rulesOf({ ...none, change: noRow })).toContain('value')
    const lost = cell('appointments_by_provider', { provider: merged, months: 1 }, { visit_count: 30 })
    expect(await rulesOf({ ...one, change: (table) => lost(withoutUnnamed(table)) })).toEqual(
      expect.arrayContaining(['total', 'value']),
    )
  })

  test('that are withheld do not follow from the practice’s sum', async () => {
    const small = [...enough, ...visits(4, 200, { at: { provider: 'C' } })]
    const how: Publishing = { hides: ({ values }) => values[0] === 'C', withholds: () => true }
    expect(await rulesOf({ fact: appointments, happenings: small, how })).toContain('leftover')
  })

  test('of the practice are not told by its values', async () => {
    const how: Publishing = { hides: ({ table, months }) => table === 'appointments' && months === 1 }
    expect(await rulesOf({ fact: appointments, happenings, how })).toContain('whole')
  })

  test('of a month do not follow from the quarter', async () => {
    const quarter = [
      ...visits(30, 0, { month: '2026-01' }),
      ...visits(4, 100, { month: '2026-02' }),
      ...visits(30, 200, { month: '2026-03' }),
    ]
    const how: Publishing = {
      hides: ({ month, months }) => month === '2026-02' && months === 1,
      withholds: () => true,
    }
    expect(await rulesOf({ fact: appointments, happenings: quarter, how })).toContain('leftover')
    const carried: Publishing = {
      hides: ({ month, months }) => month !== '2026-01' && months === 1,
      withholds: () => true,
    }
    expect(await rulesOf({ fact: appointments, happenings: quarter, how: carried })).toEqual([])
  })
})

describe('parts of a whole', () => {
  const booked = (count: number, first: number, adds: Record<string, number>) =>
    each(count, first, { adds: { booked_count: 1, ...adds } })

  test('leave nobody over, or enough', async () => {
    const most = [...booked(30, 0, { visit_count: 1 }), ...booked(12, 100, { no_show_count: 1 })]
    expect(await rulesOf({ fact: appointments, happenings: most })).toEqual([])
    const moved = [...most, ...booked(3, 200, {})]
    expect(await rulesOf({ fact: appointments, happenings: moved })).toContain('leftover')
  })

  test('hide a small part only together with another', async () => {
    const happenings = [
      ...booked(30, 0, { visit_count: 1 }),
      ...booked(12, 100, { no_show_count: 1 }),
      ...booked(3, 200, { cancelled_count: 1 }),
    ]
    const hides = (names: readonly string[]): Publishing => ({
      hides: ({ measure }) => names.includes(measure),
      withholds: ({ measure }) => names.includes(measure),
    })
    const one = { fact: appointments, happenings }
    expect(await rulesOf({ ...one, how: hides(['cancelled_count']) })).toContain('leftover')
    expect(await rulesOf({ ...one, how: hides(['cancelled_count', 'no_show_count']) })).toEqual([])
  })
})
