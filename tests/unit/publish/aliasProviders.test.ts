import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aliasProviders } from '../../../scripts/publish/aliasProviders.ts'
import type { Practice, Target } from '../../../src/bundle/bundle.ts'
import { merged, type CubeTable } from '../../../src/cubes/cube.ts'
import { charges, clinicDays, slots } from '../../../src/cubes/facts.ts'
import { addMonths } from '../../../src/periods/month.ts'
import { cubeTable } from '../../helpers/sampleCubes.ts'
import { samplePractice } from '../bundle/samplePractice.ts'

/** A provider with so many charges in each month from `first` on; null is merged. */
interface Present {
  readonly name: string
  /** Months after January 2025. */
  readonly first: number
  readonly counts: readonly (number | null)[]
}

function chargeTables(present: readonly Present[]): CubeTable[] {
  const rows = present.flatMap(({ name, first, counts }) =>
    counts.map((count, index) => ({
      month: `${addMonths('2025-01', first + index)}-01`,
      provider: name,
      charge_cents: count === null ? null : count * 100,
      charge_line_count: count,
      posted_within_3_days_count: 0,
    })),
  )
  return [cubeTable(charges, ['provider'], rows)]
}

function practiceOf(provider: readonly string[], targets: readonly Target[] = []): Practice {
  return { ...samplePractice, filters: { ...samplePractice.filters, provider }, targets }
}

function goalOf(scope: Target['scope'], scopeId: string | null): Target {
  const limits = { target: 0.05, lowerOk: null, upperOk: null, from: '2025-01', source: null }
  return { metric: 'no_show_rate', scope, scopeId, ...limits }
}

function aliased(present: readonly Present[], roster: readonly string[] = []) {
  return aliasProviders({ tables: chargeTables(present), practice: practiceOf(roster) })
}

function namesOf({ practice }: ReturnType<typeof aliasProviders>) {
  return practice.names?.provider ?? {}
}

const name = fc.oneof(
  fc.constantFrom('Provider 1', 'Provider 2', 'Provider 3', '7', '__proto__', 'constructor', ' ', "O'Hara"),
  fc.string({ minLength: 1, maxLength: 12 }).filter((text) => !/^(other|unmapped|none.given)/i.test(text)),
)
const people = fc.uniqueArray(
  fc.record({
    name,
    first: fc.nat({ max: 20 }),
    counts: fc.array(fc.option(fc.integer({ min: 1, max: 99 }), { freq: 4 }), { minLength: 1, maxLength: 8 }),
  }),
  { selector: (one) => one.name, maxLength: 12 },
)

/** Amounts by month, biggest first: what no renaming and no sorting changes. */
function amounts({ columns }: CubeTable): string[] {
  return (columns.month ?? [])
    .map((month, row) => `${String(month)} ${String(columns.charge_cents?.[row])}`)
    .toSorted()
}

describe('aliasProviders({ tables, practice })', () => {
  it('leaves behind what leads from names to aliases, which is the owners’', () => {
    const practice = {
      ...practiceOf(['Ada Birch']),
      aliases: { provider: [['Ada Birch', 'Provider 1']] as const },
    }
    expect(aliasProviders({ tables: [], practice }).practice).not.toHaveProperty('aliases')
  })

  it('gives each provider one number, from 1 on, and only the names tell whose it is', () => {
    fc.assert(
      fc.property(people, fc.boolean(), (present, isListed) => {
        const found = aliased(present, isListed ? present.map((one) => one.name) : [])
        const aliases = present.map((_, index) => `Provider ${String(index + 1)}`)
        expect(Object.keys(namesOf(found))).toEqual(aliases)
        expect(Object.values(namesOf(found)).toSorted()).toEqual(present.map((one) => one.name).toSorted())
        expect(new Set(found.tables[0]?.columns.provider)).toEqual(new Set(aliases))
      }),
    )
  })

  it('gives every row of a provider the same number: put back, the rows are what they were', () => {
    fc.assert(
      fc.property(people, (present) => {
        const { tables, practice } = aliased(present)
        const back = { ...tables[0]?.columns }
        back.provider = (back.provider ?? []).map((alias) => practice.names?.provider[String(alias)] ?? null)
        const rows = (columns: CubeTable['columns']) =>
          (columns.month ?? []).map((_, row) =>
            JSON.stringify(Object.keys(columns).map((column) => columns[column]?.[row])),
          )
        expect(rows(back).toSorted()).toEqual(rows(chargeTables(present)[0]?.columns ?? {}).toSorted())
      }),
    )
  })

  it('leaves what adds up as it is, in each month', () => {
    fc.assert(
      fc.property(people, (present) => {
        const [before] = chargeTables(present)
        const [after] = aliased(present).tables
        if (!before || !after) throw new Error('no table')
        expect(amounts(after)).toEqual(amounts(before))
        expect(after.rowCount).toBe(before.rowCount)
      }),
    )
  })

  it('sorts rows by month, then by number, whatever order the names had', () => {
    fc.assert(
      fc.property(people, (present) => {
        const columns = aliased(present).tables[0]?.columns ?? {}
        const keys = (columns.provider ?? []).map((alias, row) => {
          const number = String(alias).slice('Provider '.length)
          return `${String(columns.month?.[row])} ${number.padStart(4, '0')}`
        })
        expect(keys).toEqual(keys.toSorted())
        expect(aliased(present.toReversed()).tables).toEqual(aliased(present).tables)
      }),
    )
  })

  it('keeps the numbers of all who are there when somebody comes later, wherever the roster lists them', () => {
    fc.assert(
      fc.property(people, name, fc.nat({ max: 12 }), (present, newcomer, at) => {
        const known = present.filter(
          (one) => one.name !== newcomer && one.counts.some((count) => count !== null),
        )
        const later = { name: newcomer, first: 40, counts: [null, 3] }
        const roster = known.map((one) => one.name)
        const before = aliased(known, roster)
        const after = aliased([later, ...known], roster.toSpliced(at, 0, newcomer))
        expect(namesOf(after)).toEqual({
          ...namesOf(before),
          [`Provider ${String(known.length + 1)}`]: newcomer,
        })
      }),
    )
  })

  it('keeps the numbers when the next month is published, and when a quarter is', () => {
    const month = (index: number, provider: string, count: number | null) => ({
      month: `${addMonths('2026-01', index)}-01`,
      provider,
      charge_cents: count,
      charge_line_count: count,
      posted_within_3_days_count: count,
    })
    const rows = [month(1, 'Zed', 5), month(0, 'Ann', null), month(1, 'Ann', null), month(2, 'Ann', 7)]
    const quarter = { ...month(0, 'Zed', 9), months: 3 }
    const practice = practiceOf(['Ann', 'Zed'])
    const expected = { 'Provider 1': 'Zed', 'Provider 2': 'Ann' }
    for (const published of [
      rows,
      [...rows, quarter, { ...quarter, provider: 'Ann' }],
      [...rows, month(3, 'Ann', 8)],
    ]) {
      const tables = [cubeTable(charges, ['provider'], published)]
      expect(namesOf(aliasProviders({ tables, practice }))).toEqual(expected)
    }
  })

  it('numbers those who came in the same month by the roster, then by name', () => {
    const present = ['Ann', 'Ben', 'Cy', 'Dee'].map((one) => ({ name: one, first: 0, counts: [3] }))
    expect(Object.values(namesOf(aliased(present, ['Cy', 'Ann'])))).toEqual(['Cy', 'Ann', 'Ben', 'Dee'])
  })

  it('counts neither empty sums nor slots nor days: what reaches further back gives no lower number', () => {
    const tables = [
      ...chargeTables([
        { name: 'Ann', first: 6, counts: [4] },
        { name: 'Zed', first: 5, counts: [4] },
      ]),
      cubeTable(slots, ['provider'], [{ month: '2025-01-01', provider: 'Ann', slot_count: 9 }]),
      cubeTable(clinicDays, ['provider'], [{ month: '2025-01-01', provider: 'Ann', clinic_day_count: 9 }]),
    ]
    const found = aliasProviders({ tables, practice: practiceOf(['Ann', 'Zed']) })
    expect(Object.values(namesOf(found))).toEqual(['Zed', 'Ann'])
    expect(found.tables.map(({ columns }) => columns.provider)).toEqual([
      ['Provider 1', 'Provider 2'],
      ['Provider 2'],
      ['Provider 2'],
    ])
  })

  it('leaves what is no name as it is, in tables and filters, and behind all names', () => {
    const values = [`${merged} 2`, 'None given', merged, 'Unmapped', 'Zed', 'Other']
    const present = values.map((one) => ({ name: one, first: 0, counts: [3] }))
    const found = aliased(present, ['Zed', 'Other', 'None given', 'Unmapped'])
    expect(namesOf(found)).toEqual({ 'Provider 1': 'Zed' })
    expect(found.practice.filters.provider).toEqual(['Provider 1', 'Other', 'None given', 'Unmapped'])
    expect(found.tables[0]?.columns.provider?.[0]).toBe('Provider 1')
    expect(found.tables[0]?.columns.provider?.slice(1).toSorted()).toEqual(
      values.filter((one) => one !== 'Zed').toSorted(),
    )
  })

  it('does not take a name for the number of another', () => {
    const present = ['Provider 2', '1', 'Provider 1'].map((one, first) => ({ name: one, first, counts: [3] }))
    const found = aliased(present)
    expect(namesOf(found)).toEqual({
      'Provider 1': 'Provider 2',
      'Provider 2': '1',
      'Provider 3': 'Provider 1',
    })
    expect(found.tables[0]?.columns.provider).toEqual(['Provider 1', 'Provider 2', 'Provider 3'])
  })

  it('keeps the filters in their order, and other tables and filters as they are', () => {
    const present = ['Ann', 'Zed'].map((one, index) => ({ name: one, first: 1 - index, counts: [3] }))
    const whole = cubeTable(
      charges,
      ['location'],
      [
        {
          month: '2025-01-01',
          location: 'Ann',
          charge_cents: 1,
          charge_line_count: 1,
          posted_within_3_days_count: 1,
        },
      ],
    )
    const found = aliasProviders({
      tables: [...chargeTables(present), whole],
      practice: practiceOf(['Ann', 'Zed']),
    })
    expect(found.practice.filters).toEqual({
      ...samplePractice.filters,
      provider: ['Provider 2', 'Provider 1'],
    })
    expect(found.tables[1]).toBe(whole)
  })

  it("gives a provider's goal the number too, and leaves out the goal of somebody who is not published", () => {
    const goals = [goalOf('provider', 'Ann'), goalOf('provider', 'Gone'), goalOf('practice', null)]
    const site = goalOf('location', 'Ann')
    const tables = chargeTables([{ name: 'Ann', first: 0, counts: [3] }])
    const { practice } = aliasProviders({ tables, practice: practiceOf(['Ann'], [...goals, site]) })
    expect(practice.targets).toEqual([goalOf('provider', 'Provider 1'), goalOf('practice', null), site])
  })
})
