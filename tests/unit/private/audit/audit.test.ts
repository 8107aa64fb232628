import { describe, expect, test } from 'vitest'
import { audit } from '../../../../scripts/private/audit/audit.ts'
import type { AuditReport, AuditRule } from '../../../../scripts/private/audit/auditReport.ts'
import type { Vocabulary } from '../../../../scripts/private/audit/checkSchema.ts'
import { defineFact, merged, type CubeTable, type Fact } from '../../../../src/cubes/cube.ts'
import { facts } from '../../../../src/cubes/facts.ts'
import { peopleOf, type Happening } from '../../../helpers/peopleOf.ts'
import { publishedOf, type Publishing } from './publishedOf.ts'

const vocabulary: Vocabulary = {
  provider: ['A', 'B', 'C', 'None given'],
  location: ['North', 'South', 'None given'],
  payer: ['P', 'Q', 'None given'],
  visit_type: ['new', 'telehealth', 'third', 'None given'],
  age_bucket: ['0-30', 'None given'],
  weekday: ['Mon', 'Tue'],
  day_part: ['morning', 'afternoon'],
  role_group: ['nurse', 'billing', 'None given'],
}

/** Something for each of several people, from number `first`. */
function each(
  count: number,
  first: number,
  one: Partial<Happening> & { adds: Happening['adds'] },
): Happening[] {
  return Array.from({ length: count }, (_, index) => ({
    month: '2026-03',
    at: {},
    ...one,
    person: first + index,
  }))
}

function visits(count: number, first: number, one: Omit<Partial<Happening>, 'adds'> = {}): Happening[] {
  return each(count, first, { ...one, adds: { booked_count: 1, visit_count: 1 } })
}

interface Case {
  readonly fact: Fact
  readonly happenings: readonly Happening[]
  readonly how?: Publishing
  readonly change?: (table: CubeTable) => CubeTable
  readonly others?: readonly { fact: Fact; happenings: readonly Happening[]; how?: Publishing }[]
  readonly vocabulary?: Vocabulary
}

async function report({ change = (table) => table, others = [], ...one }: Case): Promise<AuditReport> {
  const all = [one, ...others]
  const tables = all.flatMap(({ fact, happenings, how }) => publishedOf(fact, happenings, how))
  const byFact = new Map(all.map(({ fact, happenings }) => [fact.name, happenings]))
  return audit(
    tables.map(change),
    (fact, cut) => Promise.resolve(peopleOf(fact, cut, byFact.get(fact.name) ?? [])),
    {
      asOf: '2026-10-17',
      vocabulary: one.vocabulary ?? vocabulary,
      facts: all.map(({ fact }) => fact),
      twoDates: null,
    },
  )
}

async function rulesOf(one: Case): Promise<AuditRule[]> {
  const { findings } = await report(one)
  return [...new Set(findings.map(({ rule }) => rule))].sort()
}

/** Changes one cell of a table. */
function cell(name: string, place: Record<string, unknown>, changed: Record<string, string | number | null>) {
  return (table: CubeTable): CubeTable => {
    if (table.cube.name !== name) return table
    const row = Array.from({ length: table.rowCount }, (_, index) => index).find((index) =>
      Object.entries(place).every(([column, value]) => table.columns[column]?.[index] === value),
    )
    const columns = Object.entries(table.columns).map(([column, values]) => [
      column,
      values.map((value, index) => (index === row && column in changed ? (changed[column] ?? null) : value)),
    ])
    return { ...table, columns: Object.fromEntries(columns) as CubeTable['columns'] }
  }
}

/** Without the rows of a value that is called "Other (merged)" itself: the last such row holds their sums. */
function withoutUnnamed(table: CubeTable, sum: number | null = null): CubeTable {
  const { provider, visit_count } = table.columns
  const kept = Array.from({ length: table.rowCount }, (_, row) => row).filter(
    (row) => provider?.[row] !== merged || visit_count?.[row] !== sum,
  )
  const columns = Object.entries(table.columns).map(([name, values]) => [
    name,
    kept.map((row) => values[row] ?? null),
  ])
  return { ...table, rowCount: kept.length, columns: Object.fromEntries(columns) as CubeTable['columns'] }
}

/** Without the tables that tell more than the tests say. */
function byFilters(fact: Fact): Fact {
  const filters = ['provider', 'location', 'payer', 'visit_type']
  return { ...fact, cuts: fact.cuts.filter(({ by }) => by.every((name) => filters.includes(name))) }
}

const [appointments, charges] = [byFilters(facts.appointments), byFilters(facts.charges)]

/** One measure, split by two dimensions. */
const plain = defineFact({
  name: 'plain',
  dateBasis: 'service_date',
  description: 'visits',
  dimensions: ['provider', 'visit_type'],
  people: 'patient',
  measures: { visit_count: { unit: 'count', kind: 'flow', description: 'Visits.' } },
  cuts: [{ by: [] }, { by: ['provider'] }, { by: ['visit_type'] }],
})

function seen(count: number, first: number, provider: string, visit_type: string, month = '2026-03') {
  return each(count, first, { month, at: { provider, visit_type }, adds: { visit_count: 1 } })
}

const enough = [...visits(30, 0, { at: { provider: 'A' } }), ...visits(30, 100, { at: { provider: 'B' } })]

describe('a publication that keeps to the rules', () => {
  test('has no findings, and its totals tie', async () => {
    const found = await report({ fact: appointments, happenings: enough })
    expect(found.findings).toEqual([])
    expect(found.totals.every(({ state }) => state === 'ties')).toBe(true)
    expect(found.smallest.patient?.people).toBe(30)
    expect(found.cellsChecked).toBeGreaterThan(60)
  })

  test('may merge, and says how often', async () => {
    const happenings = [...enough, ...visits(4, 200, { at: { provider: 'C' } })]
    const found = await report({
      fact: appointments,
      happenings,
      how: { hides: ({ values }) => values[0] === 'B' || values[0] === 'C' },
    })
    expect(found.findings).toEqual([])
    expect(found.merged).toBe(2 * 2 * Object.keys(facts.appointments.measures).length)
    expect(found.withheld).toBe(0)
  })

  test('may withhold a small practice altogether', async () => {
    const found = await report({
      fact: appointments,
      happenings: visits(4, 0),
      how: { hides: () => true, withholds: () => true },
    })
    expect(found.findings).toEqual([])
    expect(found.withheld).toBeGreaterThan(0)
    expect(found.smallest).toEqual({ patient: null, employee: null })
    expect(new Set(found.totals.map(({ state }) => state))).toEqual(new Set(['withheld']))
  })
})

describe('each published sum', () => {
  test('is what the rows add up to', async () => {
    const change = cell('appointments_by_provider', { provider: 'A', months: 1 }, { visit_count: 31 })
    expect(await rulesOf({ fact: appointments, happenings: enough, change })).toEqual(['total', 'value'])
  })

  test('is not left out', async () => {
    const change = cell('appointments_by_provider', { provider: 'A', months: 1 }, { month: '2026-02-01' })
    const { findings } = await report({ fact: appointments, happenings: enough, change })
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'value', month: '2026-03', values: ['A'] }),
    )
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'value', month: '2026-02', values: ['A'] }),
    )
  })

  test('is of eleven patients, or of nobody', async () => {
    const happenings = [...enough, ...visits(10, 200, { at: { provider: 'C' } })]
    const found = await report({ fact: appointments, happenings })
    expect(found.findings).toContainEqual(
      expect.objectContaining({
        rule: 'people',
        table: 'appointments_by_provider',
        values: ['C'],
        people: 10,
      }),
    )
    const one = [...enough, ...visits(11, 200, { at: { provider: 'C' } })]
    expect(await rulesOf({ fact: appointments, happenings: one })).toEqual([])
  })

  test('counts patients, not visits', async () => {
    const again = visits(6, 200, { at: { provider: 'C' } })
    const happenings = [...enough, ...again, ...again, ...again]
    expect(await rulesOf({ fact: appointments, happenings })).toContain('people')
  })

  test.each([
    [33, false],
    [32, true],
  ])('without patient keys of 33 rows: %i', async (count, isFound) => {
    const keyless = visits(count, 0, { at: { provider: 'C' } }).map((one) => ({ ...one, person: -1 }))
    const rules = await rulesOf({ fact: appointments, happenings: [...enough, ...keyless] })
    expect(rules.includes('people')).toBe(isFound)
  })

  test('without patient keys counts what it counts, not the rows around it', async () => {
    const keyless = visits(60, 0).map((one) => ({ ...one, person: -1 }))
    const missed = each(2, 0, { adds: { booked_count: 1, no_show_count: 1 } }).map((one) => ({
      ...one,
      person: -1,
    }))
    const { findings } = await report({ fact: appointments, happenings: [...keyless, ...missed] })
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'people', measure: 'no_show_count' }))
  })

  test.each([
    ['one patient has half of', 20_000, 1, false],
    ['one patient has more than half of', 20_001, 1, true],
    ['two patients have three quarters of', 30_000, 2, false],
    ['two patients have more than three quarters of', 30_001, 2, true],
  ])('is found where %s the money', async (_, cents, giants, isFound) => {
    const one = { at: { provider: 'A' } }
    const happenings = [
      ...each(20, 0, { ...one, adds: { charge_cents: 1_000 } }),
      ...each(giants, 90, { ...one, adds: { charge_cents: cents } }),
    ]
    expect((await rulesOf({ fact: charges, happenings })).includes('dominance')).toBe(isFound)
  })

  test('of payroll is of five people, none above a quarter', async () => {
    const nurses = (count: number, first: number) =>
      each(count, first, { at: { role_group: 'nurse' }, adds: { staff_cost_cents: 100_000 } })
    expect(await rulesOf({ fact: facts.payroll, happenings: nurses(5, 0) })).toEqual([])
    expect(await rulesOf({ fact: facts.payroll, happenings: nurses(4, 0) })).toContain('people')
    const manager = each(1, 9, { at: { role_group: 'nurse' }, adds: { staff_cost_cents: 200_000 } })
    const rules = await rulesOf({ fact: facts.payroll, happenings: [...nurses(5, 0), ...manager] })
    expect(rules).toContain('dominance')
  })
})

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

describe('what follows from several sums', () => {
  test('R4: only one provider does telehealth, and his other visits are few', async () => {
    const happenings = [
      ...seen(25, 0, 'A', 'telehealth'),
      ...seen(5, 100, 'A', 'new'),
      ...seen(40, 200, 'B', 'new'),
    ]
    const { findings } = await report({ fact: plain, happenings })
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'nested',
        table: 'plain_by_provider',
        values: ['A'],
        people: 5,
        less: expect.objectContaining({ table: 'plain_by_visit_type', values: ['telehealth'] }) as unknown,
      }),
    )
  })

  test('the same practice passes where the other visits are enough', async () => {
    const happenings = [
      ...seen(25, 0, 'A', 'telehealth'),
      ...seen(11, 100, 'A', 'new'),
      ...seen(40, 200, 'B', 'new'),
    ]
    expect(await rulesOf({ fact: plain, happenings })).toEqual([])
  })

  test('two small cells that only three sums together tell', async () => {
    const path = (last: number) => [
      ...seen(3, 0, 'A', 'new'),
      ...seen(40, 100, 'A', 'telehealth'),
      ...seen(40, 200, 'B', 'telehealth'),
      ...seen(last, 300, 'B', 'third'),
      ...seen(40, 400, 'C', 'new'),
      ...seen(40, 500, 'C', 'third'),
    ]
    // A less telehealth plus B: three new visits of A and four of the third kind of B.
    const { findings } = await report({ fact: plain, happenings: path(4) })
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['nested', 'rank']))
    expect(findings[0]).toMatchObject({ people: 7, merge: { months: 1 } })
    expect(await rulesOf({ fact: plain, happenings: path(8) })).toEqual([])
  })

  test('a small month between a quarter and its months', async () => {
    const happenings = ['2026-01', '2026-02', '2026-03'].flatMap((month, index) => [
      ...seen(index === 1 ? 4 : 30, index * 100, 'A', 'new', month),
      ...seen(30, index * 100 + 50, 'B', 'new', month),
      ...seen(30, index * 100 + 1000, 'C', 'new', month),
    ])
    const hides: Publishing = {
      hides: ({ values, month, months }) =>
        months === 1 && month === '2026-02' && ['A', 'B'].includes(String(values[0])),
    }
    const { findings } = await report({ fact: plain, happenings, how: hides })
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'leftover', values: ['A'], people: 4 }))
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'rank', month: '2026-02', values: ['A', 'new'], people: 4 }),
    )
  })

  test('a balance and the one before tell the flows between', async () => {
    const month = (month: string, count: number, first: number) => ({
      charges: each(count, first, { month, at: { provider: 'A' }, adds: { charge_cents: 1_000 } }),
      balances: each(60, 0, {
        month,
        at: { provider: 'A' },
        adds: { balance_cents: 5_000 },
      }),
    })
    const months = [month('2026-04', 30, 0), month('2026-05', 4, 100), month('2026-06', 30, 200)]
    const how: Publishing = {
      hides: ({ month: at }) => at === '2026-05' || at === '2026-06',
      withholds: () => true,
    }
    const one = {
      fact: charges,
      happenings: months.flatMap(({ charges }) => charges),
      how: { ...how, hides: (place) => (how.hides?.(place) ?? false) && place.months === 1 },
    } satisfies Case
    const balances = { fact: facts.receivables, happenings: months.flatMap((each) => each.balances) }
    expect(await rulesOf({ ...one, others: [balances] })).toEqual(['roll_forward'])
    const late: Publishing = { hides: ({ month: at }) => at < '2026-06', withholds: () => true }
    expect(await rulesOf({ ...one, others: [{ ...balances, how: late }] })).toEqual([])
  })
})

describe('time', () => {
  test('the running month is not split', async () => {
    const happenings = visits(30, 0, { month: '2026-10' })
    expect(await rulesOf({ fact: appointments, happenings })).toEqual(['open_period'])
    const how: Publishing = { hides: ({ table }) => table !== 'appointments', withholds: () => true }
    expect(await rulesOf({ fact: appointments, happenings, how })).toEqual([])
  })

  test('a quarter that has not ended has no row', async () => {
    const how: Publishing = {
      openMonth: '2027-01',
      hides: ({ table }) => table !== 'appointments',
      withholds: () => true,
    }
    const happenings = visits(30, 0, { month: '2026-10' })
    expect(await rulesOf({ fact: appointments, happenings, how })).toEqual(['open_period'])
  })
})

describe('days of lag', () => {
  const byLag = { ...facts.charges, cuts: facts.charges.cuts.filter(({ by }) => by[0] === 'lag_days') }
  const days = (lag_days: number, count: number, first: number) =>
    each(count, first, { at: { lag_days }, adds: { charge_line_count: 1 } })
  const all = [
    ...days(0, 30, 0),
    ...days(1, 6, 100),
    ...days(2, 6, 200),
    ...days(5, 30, 300),
    ...days(92, 4, 400),
  ]
  const binned = (rows: readonly (readonly [number, number])[]): Pick<Case, 'change'> => ({
    change: (table) => ({
      ...table,
      rowCount: rows.length,
      columns: {
        month: rows.map(() => '2026-03-01'),
        months: rows.map(() => 1),
        lag_days: rows.map(([lag]) => lag),
        charge_line_count: rows.map(([, count]) => count),
      },
    }),
  })
  const one = { fact: byLag, happenings: all }

  test('are bins that end at their row, with the unknown in one of them', async () => {
    expect(
      await rulesOf({
        ...one,
        ...binned([
          [0, 30],
          [2, 12],
          [5, 34],
        ]),
      }),
    ).toEqual([])
    expect(
      await rulesOf({
        ...one,
        ...binned([
          [0, 34],
          [2, 12],
          [5, 30],
        ]),
      }),
    ).toEqual([])
  })

  test('are each of enough people', async () => {
    expect(
      await rulesOf({
        ...one,
        ...binned([
          [0, 30],
          [1, 6],
          [5, 40],
        ]),
      }),
    ).toContain('people')
    expect(
      await rulesOf({
        ...one,
        ...binned([
          [0, 30],
          [2, 12],
          [5, 30],
          [92, 4],
        ]),
      }),
    ).toContain('people')
  })

  test('lose nobody', async () => {
    expect(
      await rulesOf({
        ...one,
        ...binned([
          [0, 30],
          [2, 12],
          [5, 30],
        ]),
      }),
    ).toEqual(expect.arrayContaining(['total', 'value']))
  })
})

describe('facts that are nobody’s', () => {
  const clinic = each(1, -1, { at: { provider: 'A' }, adds: { clinic_day_count: 12 } })
  const clinicB = each(1, -1, { at: { provider: 'B' }, adds: { clinic_day_count: 9 } })
  const one = { fact: facts.clinic_days, happenings: [...clinic, ...clinicB] }
  const hides: Publishing['hides'] = ({ values }) => values[0] === 'A' || values[0] === 'B'

  test('are hidden where what they follow is hidden', async () => {
    const followed = { fact: appointments, happenings: enough, how: { hides } }
    expect(await rulesOf({ ...one, others: [followed] })).toEqual(['follows'])
    expect(await rulesOf({ ...one, how: { hides }, others: [followed] })).toEqual([])
  })
})

describe('sums that tell others by a known rate', () => {
  const nurses = each(12, 0, {
    at: { role_group: 'nurse' },
    adds: { staff_cost_cents: 5_000_00, paid_cents: 4_500_00, regular_hours: 160_00 },
  })
  const clerks = each(12, 20, {
    at: { role_group: 'front_desk' },
    adds: { staff_cost_cents: 4_000_00, paid_cents: 3_500_00, regular_hours: 160_00 },
  })
  const hiding =
    (...measures: string[]): NonNullable<Publishing['hides']> =>
    ({ values, measure }) =>
      values.length > 0 && measures.includes(measure)
  const rules = (hides: NonNullable<Publishing['hides']>) =>
    rulesOf({ fact: facts.payroll, happenings: [...nurses, ...clerks], how: { hides } })

  test('are merged where those are: hours with pay, pay with cost', async () => {
    expect(await rules(hiding('paid_cents'))).toContain('telling')
    expect(await rules(hiding('staff_cost_cents', 'regular_hours'))).toContain('telling')
    expect(await rules(hiding('paid_cents', 'regular_hours'))).not.toContain('telling')
    expect(await rules(hiding('regular_hours'))).not.toContain('telling')
  })

  test('lines of no employee make no group of five', async () => {
    const group = (people: readonly number[]) =>
      people.flatMap((person) =>
        each(1, person, {
          at: { role_group: 'nurse' },
          adds: { paid_cents: 4_500_00, staff_cost_cents: 4_500_00 },
        }),
      )
    const unknown = Array.from({ length: 30 }, () => -1)
    expect(await rulesOf({ fact: facts.payroll, happenings: group([0, 1, 2, 3, 4]) })).toEqual([])
    expect(await rulesOf({ fact: facts.payroll, happenings: group([0, 1, 2, 3, -1]) })).toContain('people')
    expect(await rulesOf({ fact: facts.payroll, happenings: group(unknown) })).toContain('people')
  })
})

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
      })
    expect((await run(tables.slice(1))).findings.map(({ rule }) => rule)).toEqual(['schema'])
    expect((await run([])).findings).toEqual([])
  })
})
