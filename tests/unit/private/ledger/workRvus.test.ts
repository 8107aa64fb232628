import { describe, expect, it } from 'vitest'
import type { StagedRow } from '../../../helpers/ledgerRows.ts'
import { cubeRows, withCubes } from './cubeRows.ts'

const line = {
  service_date: '2026-03-30',
  post_date: '2026-04-01',
  rendering_provider: 'Dr. Reyes',
  cpt: '99213',
  units: 1,
  charge_amount: 10_000,
}

/** The work RVUs of office visits in 2024 (UCSF, Department of Medicine), and a procedure before and after 2026. */
const schedule = [
  { year: 2024, cpt: '99213', wrvu: 1.3 },
  { year: 2024, cpt: '99214', wrvu: 1.92 },
  { year: 2024, cpt: '99215', wrvu: 2.8 },
  { year: 2025, cpt: '45378', wrvu: 3.26 },
  { year: 2026, cpt: '45378', wrvu: 3.18 },
  { year: 2026, cpt: '99213', wrvu: 1.3 },
]

const worth = async (charges: readonly StagedRow[], table: readonly StagedRow[] = schedule) => {
  const rows = await cubeRows('work_rvus', { tabs: { charges, wrvu_table: table } })
  return rows.map((row) => [String(row.month).slice(0, 7), row.wrvu_hundredths])
}

describe('work RVUs', () => {
  it('are those of the schedule in force on the day of service, units counted', async () => {
    const in2024 = { ...line, service_date: '2024-12-31' }
    const charges = ['99213', '99214', '99215'].map((cpt) => ({ ...in2024, cpt }))
    expect(await worth(charges)).toEqual([['2024-12', 130 + 192 + 280]])
    expect(await worth([{ ...in2024, units: 3 }])).toEqual([['2024-12', 390]])
  })

  it('fall in 2026 by what Medicare took off a procedure, not to nothing, and visits do not', async () => {
    const scope = { ...line, cpt: '45378' }
    const charges = [
      { ...scope, service_date: '2025-12-30' },
      { ...scope, service_date: '2026-01-05' },
      { ...line, service_date: '2026-01-05' },
    ]
    expect(await worth(charges)).toEqual([
      ['2025-12', 326],
      ['2026-01', 318 + 130],
    ])
  })

  const marked: readonly (readonly [string, number])[] = [
    ['26', 318],
    ['LT 50', 477],
    ['51', 159],
    ['52, 59', 159],
    ['62', 199],
    ['80', 51],
    ['50, 51', 239],
    ['TC', 0],
    ['25', 318],
  ]
  it.each(marked)('with modifier %s are %i hundredths of 318', async (modifiers, hundredths) => {
    const rows = await worth([{ ...line, cpt: '45378', modifiers }, line])
    expect(rows).toEqual([['2026-03', 130 + hundredths]])
  })

  it('are what the table says for the modifier, and what the line itself says before all', async () => {
    const table = [...schedule, { year: 2026, cpt: '45378', modifier: '53', wrvu: 1.6 }]
    expect(await worth([{ ...line, cpt: '45378', modifiers: '53' }], table)).toEqual([['2026-03', 160]])
    expect(await worth([{ ...line, cpt: 'none', wrvu: 2.345, modifiers: '50' }], [])).toEqual([
      ['2026-03', 235],
    ])
  })

  it('net a void to nothing, however the system marks it', async () => {
    const marks = [{ units: -1 }, { units: 1 }, { is_void: true, wrvu: 1.3 }]
    for (const mark of marks) {
      const reversal = { ...line, charge_amount: -10_000, post_date: '2026-05-01', ...mark }
      expect(await worth([line, reversal])).toEqual([])
    }
  })

  it('are read from a combined billing tab as well, where a void lowers them, whichever sign it has', async () => {
    const { charge_amount, rendering_provider, ...rest } = line
    const charge = { ...rest, provider: rendering_provider, type: 'charge', amount: charge_amount, wrvu: 1.3 }
    const billing = [
      charge,
      { ...charge, wrvu: null, modifiers: '26', cpt: '45378' },
      { ...charge, wrvu: 0.7 },
      { ...charge, type: 'void_charge', amount: -10_000, wrvu: 0.7 },
      { ...charge, type: 'insurance_payment', amount: -5_000, wrvu: 1.3 },
    ]
    const rows = await cubeRows('work_rvus', { tabs: { billing, wrvu_table: schedule } })
    expect(rows.map((row) => [String(row.month).slice(0, 7), row.wrvu_hundredths])).toEqual([
      ['2026-03', 130 + 318],
    ])
  })

  it('are not available without a table or a column, and are never taken from another year', async () => {
    expect(await worth([line], [])).toEqual([])
    expect(await worth([{ ...line, service_date: '2023-03-30' }])).toEqual([])
  })

  it('are told of where codes have none, but for informational lines of $0 and old years', async () => {
    const charges = [
      line,
      { ...line, cpt: 'J3490' },
      { ...line, cpt: 'J3490' },
      { ...line, cpt: '1036F', charge_amount: 0 },
      { ...line, cpt: 'J1100', service_date: '2024-01-02' },
    ]
    const ask = (table: readonly StagedRow[]) =>
      withCubes({ tabs: { charges, wrvu_table: table } }, (ledger) => ledger.unvaluedWork())
    expect(await ask(schedule)).toEqual({ lines: 2, codes: 1 })
    expect(await ask([])).toEqual({ lines: 0, codes: 0 })
  })
})
