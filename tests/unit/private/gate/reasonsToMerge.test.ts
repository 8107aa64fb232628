import { describe, expect, test } from 'vitest'
import { cellKey } from '../../../../scripts/private/gate/cellsOf.ts'
import { anyKey, type MergeRequest } from '../../../../scripts/private/gate/gate.ts'
import { merged, type CubeValue } from '../../../../src/cubes/cube.ts'
import type { Happening } from '../../../helpers/peopleOf.ts'
import { each, gatedRows, type GatedRow } from './gatedRows.ts'

const march = '2026-03'

function ofMonth(rows: readonly GatedRow[], month = march, months = 1): GatedRow[] {
  return rows.filter((row) => row.month === `${month}-01` && row.months === months)
}

/** What is shown of a measure by each value of a dimension, in March. */
function shown(
  rows: readonly GatedRow[],
  dimension: string,
  measure: string,
  month = march,
): Record<string, CubeValue | undefined> {
  return Object.fromEntries(ofMonth(rows, month).map((row) => [String(row[dimension]), row[measure]]))
}

function visits(provider: string, count: number, first: number): Happening[] {
  return each(count, first, { month: march, at: { provider }, adds: { booked_count: 1, visit_count: 1 } })
}

describe('a sum that the audit wants merged', () => {
  const appointments = [...visits('A', 30, 0), ...visits('B', 31, 100), ...visits('C', 40, 200)]
  const wanted = (key: string, cube = 'appointments_by_provider'): MergeRequest => ({
    cube,
    month: march,
    months: 1,
    measure: 'visit_count',
    key,
  })

  test('is merged with the smallest other, and no other measure is', async () => {
    const rows = (await gatedRows({ appointments }, [wanted(cellKey(['A']))]))('appointments_by_provider')
    expect(shown(rows, 'provider', 'visit_count')).toEqual({ A: null, B: null, C: 40, [merged]: 61 })
    expect(shown(rows, 'provider', 'booked_count')).toMatchObject({ A: 30, B: 31, C: 40 })
  })

  test('may be every value of a table', async () => {
    const rows = (await gatedRows({ appointments }, [wanted(anyKey)]))('appointments_by_provider')
    expect(shown(rows, 'provider', 'visit_count')).toEqual({ A: null, B: null, C: null, [merged]: 101 })
  })

  test('may be the practice’s own, and then no cut adds up to it', async () => {
    const tables = await gatedRows({ appointments }, [wanted(cellKey([]), 'appointments')])
    expect(ofMonth(tables('appointments'))[0]?.visit_count).toBeNull()
    const rows = tables('appointments_by_provider')
    expect(shown(rows, 'provider', 'visit_count')).toEqual({ A: null, B: null, C: null, [merged]: null })
  })
})

describe('payroll', () => {
  const work = (role_group: string, hours: readonly number[], first: number): Happening[] =>
    hours.map((one, index) => ({
      month: march,
      at: { role_group },
      person: first + index,
      adds: { regular_hours: one, paid_cents: 400_000 },
    }))
  const five = [100, 100, 100, 100, 100]

  test('is shown of five people, not of four', async () => {
    const payroll = [
      ...work('nurse', five, 0),
      ...work('billing', five.slice(1), 10),
      ...work('front_desk', [...five, 100], 20),
    ]
    const rows = (await gatedRows({ payroll }))('payroll_by_role_group')
    expect(shown(rows, 'role_group', 'paid_cents')).toEqual({
      nurse: null,
      billing: null,
      front_desk: 2_400_000,
      [merged]: 3_600_000,
    })
  })

  test('is not shown where one person has more than a quarter, of hours too', async () => {
    const payroll = [
      ...work('nurse', [...five, 200], 0),
      ...work('billing', five, 10),
      ...work('front_desk', [...five, 100, 100], 20),
    ]
    const rows = (await gatedRows({ payroll }))('payroll_by_role_group')
    expect(shown(rows, 'role_group', 'regular_hours')).toMatchObject({ nurse: null, front_desk: 700 })
    expect(shown(rows, 'role_group', 'paid_cents')).toMatchObject({ nurse: 2_400_000 })
  })

  test('is not shown beside its cost where few have benefits: the difference would be theirs', async () => {
    const costs = (benefits: number) =>
      [...five, 100].map((hours, person): Happening => ({
        month: march,
        at: { role_group: 'nurse' },
        person,
        adds: {
          regular_hours: hours,
          paid_cents: 400_000,
          staff_cost_cents: 400_000 + (person < benefits ? 50_000 : 0),
        },
      }))
    const [some] = ofMonth((await gatedRows({ payroll: costs(4) }))('payroll'))
    expect(some).toMatchObject({ staff_cost_cents: 2_600_000, paid_cents: null, regular_hours: null })
    const [most] = ofMonth((await gatedRows({ payroll: costs(5) }))('payroll'))
    expect(most).toMatchObject({ staff_cost_cents: 2_650_000, paid_cents: 2_400_000 })
    const [none] = ofMonth((await gatedRows({ payroll: costs(0) }))('payroll'))
    expect(none).toMatchObject({ staff_cost_cents: 2_400_000, paid_cents: 2_400_000 })
  })

  test('that tells another sum by a known rate is merged where that one is: hours beside merged pay, pay beside merged cost', async () => {
    const payroll = [...work('nurse', five, 0), ...work('billing', five, 10), ...work('front_desk', five, 20)]
    const giant: Happening = {
      month: march,
      at: { role_group: 'nurse' },
      person: 0,
      adds: { paid_cents: 2_000_000, staff_cost_cents: 2_000_000 },
    }
    const rows = (await gatedRows({ payroll: [...payroll, giant] }))('payroll_by_role_group')
    for (const measure of ['staff_cost_cents', 'paid_cents', 'regular_hours']) {
      expect([measure, shown(rows, 'role_group', measure)]).toMatchObject([measure, { nurse: null }])
    }
    // Hours of few tell nobody's pay: that of their group is shown.
    const few = await gatedRows({
      payroll: [...work('billing', five, 10), ...work('nurse', [...five, 200], 0)],
    })
    expect(shown(few('payroll_by_role_group'), 'role_group', 'paid_cents')).toMatchObject({
      nurse: 2_400_000,
    })
  })

  test('is shown of people who are named only: lines without an employee make no group larger', async () => {
    const group = (people: readonly number[]) =>
      people.map((person): Happening => ({
        month: march,
        at: { role_group: 'nurse' },
        person,
        adds: { regular_hours: 100, paid_cents: 400_000, staff_cost_cents: 400_000 },
      }))
    const paid = async (people: readonly number[]) =>
      ofMonth((await gatedRows({ payroll: group(people) }))('payroll')).map(({ paid_cents }) => paid_cents)
    expect(await paid([0, 1, 2, 3, 4])).toEqual([2_000_000])
    expect(await paid([0, 1, 2, 3, -1])).toEqual([null])
    expect(await paid(Array.from({ length: 60 }, () => -1))).toEqual([null])
    expect(await paid([0, 1, 2, 3, 4, -1])).toEqual([2_400_000])
  })
})

describe('days of lag', () => {
  const waits = (lag_days: number, count: number, first: number): Happening[] =>
    each(count, first, { month: march, at: { lag_days }, adds: { booked_count: 1 } })
  const bins = async (appointments: readonly Happening[], requests: readonly MergeRequest[] = []) =>
    (await gatedRows({ appointments }, requests))('appointments_by_lag_days').map((row) => [
      row.lag_days,
      row.booked_count,
    ])

  test('are bins of eleven people and more, each named by its last day', async () => {
    const drawn = [...waits(0, 60, 0), ...waits(1, 5, 100), ...waits(4, 6, 200), ...waits(9, 50, 300)]
    expect(await bins(drawn)).toEqual([
      [0, 60],
      [4, 11],
      [9, 50],
    ])
  })

  test('that few waited are counted with the bin below, and unknown ones with the largest', async () => {
    const drawn = [...waits(0, 60, 0), ...waits(9, 50, 100), ...waits(91, 10, 200), ...waits(92, 3, 300)]
    expect(await bins(drawn)).toEqual([
      [0, 63],
      [90, 60],
    ])
  })

  test('are withheld of fewer people than it takes to tell them apart', async () => {
    expect(await bins([...waits(0, 60, 0), ...waits(9, 49, 100)])).toEqual([[91, null]])
  })

  test('grow where the audit wants one merged, the last one downwards, and all are withheld if it wants all', async () => {
    const drawn = [...waits(0, 60, 0), ...waits(2, 60, 100), ...waits(4, 50, 200), ...waits(9, 40, 300)]
    const wanted = (key: string): MergeRequest[] => [
      { cube: 'appointments_by_lag_days', month: march, months: 1, measure: 'booked_count', key },
    ]
    expect(await bins(drawn, wanted(cellKey([0])))).toEqual([
      [2, 120],
      [4, 50],
      [9, 40],
    ])
    expect(await bins(drawn, wanted(cellKey([9])))).toEqual([
      [0, 60],
      [9, 150],
    ])
    expect(await bins(drawn, wanted(anyKey))).toEqual([[91, null]])
  })
})

test('clinic days are shown where the visits of the same provider are', async () => {
  const appointments = [...visits('A', 6, 0), ...visits('B', 7, 100), ...visits('C', 30, 200)]
  const days = (provider: string, clinic_day_count: number): Happening => ({
    month: march,
    at: { provider },
    person: -1,
    adds: { clinic_day_count },
  })
  const tables = await gatedRows({ appointments, clinic_days: [days('A', 3), days('B', 4), days('C', 5)] })
  expect(shown(tables('clinic_days_by_provider'), 'provider', 'clinic_day_count')).toEqual({
    A: null,
    B: null,
    C: 5,
    [merged]: 7,
  })
  expect(ofMonth(tables('clinic_days'))[0]?.clinic_day_count).toBe(12)
})

test('a balance is merged until the end of the last month in which what moves it was', async () => {
  const months = ['2026-02', march, '2026-04']
  const bill = (provider: string, month: string, count: number, first: number) =>
    each(count, first, { month, at: { provider }, adds: { charge_cents: 10_000 } })
  const charges = months.flatMap((month) => [
    ...bill('A', month, month === march ? 4 : 20, 0),
    ...bill('B', month, 25, 100),
    ...bill('C', month, 30, 200),
  ])
  const owed = (provider: string, month: string, first: number) =>
    each(20, first, { month, at: { provider }, adds: { balance_cents: 5_000 } })
  const receivables = months.flatMap((month) => [
    ...owed('A', month, 0),
    ...owed('B', month, 100),
    ...owed('C', month, 200),
  ])
  const tables = await gatedRows({ charges, transactions: [], receivables })
  expect(shown(tables('charges_by_provider'), 'provider', 'charge_cents')).toMatchObject({ A: null, B: null })
  const balances = (month: string) =>
    shown(tables('receivables_by_provider'), 'provider', 'balance_cents', month)
  expect(balances('2026-02')).toEqual({ A: null, B: null, C: 100_000, [merged]: 200_000 })
  expect(balances(march)).toEqual({ A: 100_000, B: 100_000, C: 100_000 })
  expect(balances('2026-04')).toEqual({ A: 100_000, B: 100_000, C: 100_000 })
})

test('a total that is withheld no table of the fact tells, and payments are of no category', async () => {
  const at = { adjustment_category: 'contractual' }
  const transactions = [
    ...each(30, 0, { month: march, at, adds: { adjustment_cents: 1_000, contractual_cents: 1_000 } }),
    ...each(30, 0, { month: march, at: { adjustment_category: 'none' }, adds: { net_payment_cents: 2_000 } }),
  ]
  const byCategory = async (requests: readonly MergeRequest[]) => {
    const tables = await gatedRows({ transactions }, requests)
    return shown(tables('transactions_by_adjustment_category'), 'adjustment_category', 'adjustment_cents')
  }
  expect(await byCategory([])).toEqual({ contractual: 30_000 })
  const wanted = { cube: 'transactions', month: march, months: 1, measure: 'adjustment_cents' } as const
  expect(await byCategory([{ ...wanted, key: cellKey([]) }])).toEqual({ contractual: null, [merged]: null })
})
