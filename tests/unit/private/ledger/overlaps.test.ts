import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Dataset } from '../../../../scripts/private/contracts/dataset.ts'
import { openLedger } from '../../../../scripts/private/ledger/openLedger.ts'
import { type StagedRow, stageRows } from '../../../helpers/ledgerRows.ts'

/** Settles tabs of one dataset, the first of which is tab 1; rows in the order of what they say. */
async function settle(dataset: Dataset, tabs: readonly (readonly StagedRow[])[]) {
  const ledger = await openLedger({ threads: 1 })
  for (const [index, rows] of tabs.entries()) await stageRows(ledger, dataset, rows, { tab: index + 1 })
  const settlements = await ledger.settle()
  const rows = (await ledger.rows(dataset)).map((row) => JSON.stringify(row)).sort()
  await ledger.close()
  return { settlements, rows: rows.map((row) => JSON.parse(row) as StagedRow) }
}

const booking = { provider: 'Dr. Reyes', appt_id: '7', appt_date: '2026-03-02', patient_key: 'P1' }
const charge = { service_date: '2026-03-02', post_date: '2026-03-03', charge_amount: 10_000 }
const payment = { type: 'insurance_payment', post_date: '2026-04-01', amount: -2_500 }

describe('rows of one number', () => {
  it('the one changed last counts, whatever tab it stands in, where all say when', async () => {
    const [first, second] = ['2026-03-05 10:00:00', '2026-03-04 10:00:00']
    const row = { ...charge, charge_id: 'C1' }
    const tabs = [
      [{ ...row, last_modified: first }],
      [{ ...row, charge_amount: 9_000, last_modified: second }],
    ]
    expect((await settle('charges', tabs)).rows.map((one) => one.charge_amount)).toEqual([10_000])
    const unsaid = [[{ ...row, last_modified: first }], [{ ...row, charge_amount: 9_000 }]]
    expect((await settle('charges', unsaid)).rows.map((one) => one.charge_amount)).toEqual([9_000])
  })

  it.each([
    ['scheduled', 'completed'],
    ['no_show', 'completed'],
    ['confirmed', 'no_show'],
    ['scheduled', 'cancelled'],
    ['checked_in', 'completed'],
  ])(
    'of a booking that was %s and %s in one tab the second counts, and is no conflict',
    async (before, after) => {
      for (const order of [
        [before, after],
        [after, before],
      ]) {
        const { rows, settlements } = await settle('appointments', [
          order.map((status) => ({ ...booking, status })),
        ])
        expect(rows.map(({ status }) => status)).toEqual([after])
        expect(settlements[0]).toMatchObject({ duplicates: 1, conflicts: 0 })
      }
    },
  )

  it('a booking number of two patients, and a goal of two values, are told with their rows', async () => {
    const other = { ...booking, patient_key: 'P2', status: 'completed' }
    const shared = await settle('appointments', [[{ ...booking, status: 'completed' }, other]])
    expect(shared.settlements[0]).toMatchObject({ conflicts: 1 })
    expect(shared.settlements[0]?.conflictRows).toHaveLength(1)
    const goal = { metric: 'collections', scope: 'practice', effective_from: '2026-01-01', target: 100 }
    const goals = await settle('goals', [[goal, { ...goal, target: 200 }]])
    expect(goals.settlements[0]).toMatchObject({ duplicates: 1, conflicts: 1 })
  })
})

describe('lines marked void', () => {
  it('do not count where nothing takes them back, and are in no other number', async () => {
    const { rows, settlements } = await settle('charges', [
      [
        { ...charge, charge_id: 'C1', is_void: true },
        { ...charge, charge_id: 'C2' },
      ],
    ])
    expect(rows.map(({ charge_id }) => charge_id)).toEqual(['C2'])
    expect(settlements[0]).toMatchObject({
      included: 1,
      includedCents: 10_000,
      voided: 1,
      voidedCents: 10_000,
    })
    const paid = await settle('transactions', [[{ ...payment, txn_id: 'T1', is_void: true }]])
    expect(paid.rows).toEqual([])
  })

  it.each<[string, StagedRow, StagedRow]>([
    ['of the same number', { charge_id: 'C1' }, { charge_id: 'C1' }],
    [
      'of the same encounter and code',
      { charge_id: 'C1', encounter_id: 'E', cpt: '99213' },
      { charge_id: 'C2', encounter_id: 'E', cpt: '99213' },
    ],
    ['that is marked as well', {}, { is_void: true }],
  ])('count beside a line %s that takes them back', async (_, first, reversal) => {
    const { rows, settlements } = await settle('charges', [
      [
        { ...charge, ...first, is_void: true },
        { ...charge, ...reversal, charge_amount: -10_000, post_date: '2026-04-09' },
      ],
    ])
    expect(rows).toHaveLength(2)
    expect(settlements[0]?.voided).toBe(0)
  })

  it('a reversal counts alone: what it takes back may stand in an earlier export', async () => {
    const { rows } = await settle('charges', [[{ ...charge, charge_amount: -10_000, is_void: true }]])
    expect(rows).toHaveLength(1)
  })
})

describe('rows without a number', () => {
  const days = ['2026-03-02', '2026-03-03', '2026-03-04']
  const month = days.flatMap((service_date, day) =>
    ['99213', '99214', '90471', '36415'].map((cpt, index) => ({
      ...charge,
      service_date,
      post_date: service_date,
      cpt,
      charge_amount: 1000 * (day + 1) + index,
    })),
  )

  it('a month pasted twice into one tab is told; honest twins are not', async () => {
    const doubled = async (rows: readonly StagedRow[]) =>
      (await settle('charges', [rows])).settlements[0]?.doubled
    expect(await doubled([...month, ...month])).toEqual({ days: 3, rows: 24 })
    expect(await doubled(month)).toBeNull()
    expect(await doubled([...month, ...month.slice(0, 2)])).toBeNull()
    const shots = days.flatMap((post_date) =>
      ['90686', '90471'].map((cpt) => ({ ...charge, post_date, cpt })),
    )
    expect(await doubled([...shots, ...shots])).toBeNull()
  })

  it('overlapping ranges in two tabs count once', async () => {
    const { rows } = await settle('charges', [month.slice(0, 8), month.slice(4)])
    expect(rows).toHaveLength(12)
  })
})

const numbered = fc.record({
  charge_id: fc.option(fc.constantFrom('C1', 'C2', 'C3', 'C4'), { nil: null }),
  encounter_id: fc.constantFrom('E1', 'E2', null),
  cpt: fc.constantFrom('99213', '99214'),
  post_date: fc.constantFrom('2026-03-03', '2026-03-04'),
  charge_amount: fc.constantFrom(10_000, 5_000, -10_000),
  is_void: fc.constantFrom(true, null, null),
  location: fc.constantFrom('East', 'West', null),
  last_modified: fc.constantFrom(null, '2026-03-05 10:00:00', '2026-03-06 10:00:00'),
})

describe('any overlaps', () => {
  it('the order of rows changes neither what counts nor the account', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(numbered, { maxLength: 12 }), { minLength: 1, maxLength: 3 }),
        fc.infiniteStream(fc.nat()),
        async (drawn, draws) => {
          const tabs = drawn.map((rows) => rows.map((row) => ({ ...row, service_date: '2026-03-02' })))
          const shuffled = tabs.map((rows) =>
            rows
              .map((row) => ({ row, key: Number(draws.next().value) }))
              .sort((a, b) => a.key - b.key)
              .map(({ row }) => row),
          )
          const [before, after] = [await settle('charges', tabs), await settle('charges', shuffled)]
          expect(after.rows).toEqual(before.rows)
          const withoutRows = ({ settlements }: typeof before) =>
            settlements.map((one) => ({ ...one, conflictRows: one.conflictRows.length }))
          expect(withoutRows(after)).toEqual(withoutRows(before))
        },
      ),
      { numRuns: 60 },
    )
  })
})
