import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byQuarter } from '../../../../scripts/private/gate/byQuarter.ts'
import type { PersonRows } from '../../../../scripts/private/ledger/ledger.ts'
import { openLedger } from '../../../../scripts/private/ledger/openLedger.ts'
import {
  cubeName,
  measuresOf,
  type CubeTable,
  type Dimension,
  type Fact,
} from '../../../../src/cubes/cube.ts'
import { facts } from '../../../../src/cubes/facts.ts'
import { arbitraryTabs } from './arbitraryTabs.ts'
import { peopleRows, rowsOf, withCubes } from './cubeRows.ts'

const allFacts = Object.values<Fact>(facts)

const booking = { appt_date: '2026-03-02', provider: 'Dr. Reyes', status: 'completed' }
const charge = { service_date: '2026-03-02', post_date: '2026-03-03', charge_amount: 100_00 }
const payment = { type: 'insurance_payment', post_date: '2026-03-20', amount: -60_00 }
const pay = {
  period_start: '2026-03-01',
  period_end: '2026-03-14',
  pay_date: '2026-03-19',
  earning_code: 'regular',
  role_group: 'nurse',
  amount: 500_00,
}

/** Sums of a measure by month and values, as the cut's cube has them; zeros left out. */
function sumsOf(rows: PersonRows, measure: string): [string, number][] {
  const sums = new Map<string, number>()
  for (const [row, amount] of (rows.measures[measure] ?? new Float64Array()).entries()) {
    const values = rows.values.map(({ names, codes }) => names[codes[row] ?? -1])
    const key = JSON.stringify([rows.monthNames[rows.month[row] ?? -1], ...values])
    sums.set(key, (sums.get(key) ?? 0) + amount)
  }
  return [...sums].filter(([, sum]) => sum !== 0).sort()
}

function cubeSums(
  table: CubeTable | undefined,
  cut: readonly Dimension[],
  measure: string,
): [string, number][] {
  const rows = table === undefined ? [] : rowsOf(table)
  return rows
    .map((row): [string, number] => {
      const key = JSON.stringify([row.month, ...cut.map((dimension) => row[dimension])])
      return [key, Number(row[measure])]
    })
    .filter(([, sum]) => sum !== 0)
    .sort()
}

/** Rows as tuples: month, values, person. */
function places(rows: PersonRows): number[][] {
  return Array.from(rows.person, (person, row) => [
    rows.month[row] ?? -1,
    ...rows.values.map(({ codes }) => codes[row] ?? -1),
    person,
  ])
}

const inOrder = (tuples: readonly number[][]) =>
  tuples.toSorted((a, b) => a.map((value, index) => value - (b[index] ?? 0)).find((by) => by !== 0) ?? 0)

describe('the people behind the cubes of any practice', () => {
  const practices = fc.sample(arbitraryTabs, { numRuns: 6, seed: 20_261_122 })

  it('add up to every cube, and at all dimensions to the whole', async () => {
    for (const tabs of practices) {
      await withCubes({ tabs }, async (ledger, cubes) => {
        for (const fact of allFacts) {
          // What is known by other rows than those that it adds up has no rows to compare.
          for (const cut of fact.knownBy === undefined ? fact.cuts : []) {
            const rows = await ledger.people(fact, cut.by)
            const table = cubes.find(({ cube }) => cube.name === cubeName(fact.name, cut.by))
            for (const [measure] of measuresOf(fact, cut)) {
              const dated = cut.grain === 'quarter' ? byQuarter(rows) : rows
              expect(sumsOf(dated, measure)).toEqual(cubeSums(table, cut.by, measure))
            }
          }
          const whole = await ledger.people(fact, [])
          const fine = { ...(await ledger.people(fact, fact.dimensions)), values: [] }
          for (const measure of Object.keys(fact.measures)) {
            expect(sumsOf(fine, measure)).toEqual(sumsOf(whole, measure))
          }
        }
      })
    }
  })

  it('come sorted by month, values and person, a known person once a cell', async () => {
    for (const tabs of practices) {
      await withCubes({ tabs }, async (ledger) => {
        for (const fact of allFacts) {
          const rows = await ledger.people(fact, fact.dimensions)
          const tuples = places(rows)
          expect(tuples).toEqual(inOrder(tuples))
          const known = tuples.filter((tuple) => tuple.at(-1) !== -1).map(String)
          expect(new Set(known).size).toBe(known.length)
          for (const { names } of rows.values) expect(names).toEqual([...new Set(names)])
          expect([...rows.monthNames]).toEqual([...new Set(rows.monthNames)].sort())
        }
      })
    }
  })

  it('come out the same however many threads work on them', async () => {
    const [tabs = {}] = practices
    const all = (threads: number) =>
      withCubes({ tabs, threads }, (ledger) =>
        Promise.all(allFacts.map((fact) => ledger.people(fact, fact.dimensions))),
      )
    expect(await all(4)).toEqual(await all(1))
  })
})

describe('a person', () => {
  it('has the same number in every fact, and numbers are dense', async () => {
    const tabs = {
      appointments: ['P9', 'P7'].map((patient_key) => ({ ...booking, appt_id: patient_key, patient_key })),
      charges: ['P7', 'P8'].map((patient_key) => ({ ...charge, charge_id: patient_key, patient_key })),
    }
    const booked = await peopleRows(facts.appointments, [], { tabs })
    const charged = await peopleRows(facts.charges, [], { tabs })
    const open = await peopleRows(facts.receivables, [], { tabs, asOf: '2026-03-31' })
    expect([booked, charged, open].map(({ person }) => [...person])).toEqual([
      [0, 2],
      [0, 1],
      [0, 1],
    ])
  })

  it('is behind the transactions that name a charge, and behind lines of combined tabs', async () => {
    const tabs = {
      charges: [{ ...charge, charge_id: 'C1', patient_key: 'P1' }],
      transactions: [
        { ...payment, txn_id: '1', charge_id: 'C1' },
        { ...payment, txn_id: '2', amount: -1_00 },
      ],
      billing: [{ ...payment, line_id: '3', patient_key: 'P2', service_date: '2026-03-02', amount: -2_00 }],
    }
    const { person, measures } = await peopleRows(facts.transactions, [], { tabs })
    expect([...person]).toEqual([-1, 0, 1])
    expect([...(measures.net_payment_cents ?? [])]).toEqual([1_00, 60_00, 2_00])
  })

  it('is behind no slot: those are nobody’s', async () => {
    const tabs = {
      slots: ['1', '2'].map((slot_id) => ({ slot_id, slot_date: '2026-03-02', provider: 'Dr. Reyes' })),
      appointments: [{ ...booking, patient_key: 'P1' }],
    }
    const slots = await peopleRows(facts.slots, [], { tabs })
    expect([...slots.person]).toEqual([-1])
    expect([...(slots.measures.slot_count ?? [])]).toEqual([2])
  })
})

describe('rows without a key', () => {
  it('are apart by what they add to, so that the source rows of each measure are known', async () => {
    const statuses = ['completed', 'completed', 'completed', 'no_show', 'scheduled']
    const tabs = {
      appointments: statuses.map((status, index) => ({ ...booking, appt_id: `${index}`, status })),
    }
    const { person, sourceRows, measures } = await peopleRows(facts.appointments, [], { tabs })
    expect([...person]).toEqual([-1, -1, -1])
    const behind = (measure: string) =>
      [...(measures[measure] ?? [])].reduce(
        (sum, amount, row) => sum + (amount === 0 ? 0 : (sourceRows[row] ?? 0)),
        0,
      )
    expect(behind('booked_count')).toBe(5)
    expect(behind('visit_count')).toBe(3)
    expect(behind('no_show_count')).toBe(1)
    expect(behind('cancelled_count')).toBe(0)
  })

  it('of payroll are nobody’s, however many they are', async () => {
    const payroll_summary = [null, null, 'E1'].map((employee_id) => ({
      employee_id,
      role_group: 'nurse',
      period_start: pay.period_start,
      period_end: pay.period_end,
      gross_amount: 500_00,
    }))
    const { person, measures } = await peopleRows(facts.payroll, [], { tabs: { payroll_summary } })
    expect([...new Set(person)].toSorted()).toEqual([-1, 0])
    const unnamed = [...(measures.paid_cents ?? [])].filter((_, row) => person[row] === -1)
    expect(unnamed.reduce((sum, cents) => sum + cents, 0)).toBe(1_000_00)
  })

  it('of an aging report stand for themselves', async () => {
    const line = { as_of: '2026-03-31', payer_class: 'commercial', debit_balance: 10_00 }
    const aging = ['0-30', '31-60'].flatMap((bucket) =>
      ['insurance', 'patient'].map((responsibility) => ({ ...line, bucket, responsibility })),
    )
    const rows = await peopleRows(facts.receivables, [], {
      tabs: { aging },
      settings: { accounts_receivable: 'aging_report' },
    })
    expect([...rows.sourceRows].reduce((sum, count) => sum + count, 0)).toBe(4)
    expect([...(rows.measures.balance_cents ?? [])].reduce((sum, cents) => sum + cents, 0)).toBe(40_00)
  })
})

describe('people', () => {
  it('are not asked for before cubes', async () => {
    const ledger = await openLedger({ threads: 1 })
    await ledger.settle()
    await expect(ledger.people(facts.charges, [])).rejects.toThrow('reading people before cubes')
    await ledger.close()
  })

  it('are none where a fact has no rows', async () => {
    const rows = await peopleRows(facts.charges, ['payer'], { tabs: {} })
    expect(rows).toMatchObject({ fact: 'charges', cut: ['payer'], monthNames: [] })
    expect(rows.person).toHaveLength(0)
  })
})
