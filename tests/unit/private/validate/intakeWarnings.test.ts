import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../../../scripts/private/config/parseConfig.ts'
import { openLedger } from '../../../../scripts/private/ledger/openLedger.ts'
import type { Row } from '../../../../scripts/private/sources/source.ts'
import { intake } from '../../../../scripts/private/validate/intake.ts'
import { memorySource } from '../../../helpers/memorySource.ts'
import { recordingLedger } from '../../../helpers/recordingLedger.ts'
import { taken } from './takenTabs.ts'

describe('a warning', () => {
  it('is given for ids that were typed as numbers with a point', async () => {
    const { result } = await taken([
      {
        name: 'Charges',
        rows: [
          ['Charge ID', 'DOS', 'Post Date', 'Charge'],
          [12.1, '1/5/24', '1/6/24', 5],
        ],
      },
    ])
    expect(result.health.warnings).toMatchInlineSnapshot(`
      [
        "Tab "Charges" of test.xlsx, column A (charge_id): 1 number has a decimal point, so a zero at the end may be lost. Format the column as text.",
      ]
    `)
  })

  it('is given for rows that share their number and differ; for many the run is refused', async () => {
    const charge = (id: string, cents: number) => [id, 'P1', '1/5/24', '1/6/24', cents]
    const read = async (...rows: Row[]) => {
      const ledger = await openLedger({ threads: 1 })
      try {
        const tab = {
          name: 'Charges',
          rows: [['Charge ID', 'Patient ID', 'DOS', 'Post Date', 'Charge'], ...rows],
        }
        const options = { config: parseConfig('', 'c'), asOf: '2026-11-01' }
        return (await intake(memorySource([tab]), ledger, options)).health.warnings
      } finally {
        await ledger.close()
      }
    }
    expect(await read(charge('1', 5), charge('2', 5), charge('1', 6))).toEqual([
      'Tab "Charges" of test.xlsx: of 3 rows, 1 has the number of another row (column A, charge_id) and other contents, and nothing says which is newer (row 2); of each number the row of the later date counts, then the one of the larger amount.',
    ])
    await expect(read(charge('1', 5), charge('1', 6), charge('1', 7))).rejects.toThrow(
      'of 3 rows, 2 have the number of another row (column A, charge_id) and other contents, and nothing says which is newer (rows 2, 3). Only one row',
    )
  })

  it("is not given for a patient's number: a patient numbered 1 is no test patient", async () => {
    const { result } = await taken([
      {
        name: 'Schedule',
        rows: [
          ['Appt ID', 'Patient', 'Date', 'Provider', 'Status'],
          ['A', 1, '1/5/24', 'Ada Birch', 'Completed'],
          ['B', 'Test, Zoe', '1/5/24', 'Ada Birch', 'Completed'],
        ],
      },
    ])
    expect(result.health.tabs[0]?.rows).toMatchObject({ included: 1, outOfScope: 1 })
  })

  it('is given for rows posted after the as-of date', async () => {
    const ledger = recordingLedger()
    const late = {
      ...ledger,
      settle: async () => (await ledger.settle()).map((one) => ({ ...one, newest: '2027-01-01' })),
    }
    const source = memorySource([
      {
        name: 'Charges',
        rows: [
          ['DOS', 'Post Date', 'Charge'],
          ['1/5/24', '1/1/27', 5],
        ],
      },
    ])
    const result = await intake(source, late, { config: parseConfig('', 'c'), asOf: '2026-11-01' })
    expect(result.health.warnings).toEqual([
      'Tab "Charges" of test.xlsx has rows posted after the as-of date 2026-11-01; they do not count yet.',
    ])
  })
})

it('tells tabs of a workbook without rows together', async () => {
  const rows = [['DOS', 'Post Date', 'Charge']]
  const { result } = await taken([
    { name: 'Charges', rows },
    { name: 'Charges 2025', rows },
    { workbook: 'old.xlsx', name: 'Charges', rows },
  ])
  expect(result.health.warnings).toEqual([
    'Tabs of test.xlsx without rows: "Charges", "Charges 2025".',
    'Tab "Charges" of old.xlsx holds no row that counts.',
  ])
})
