import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../../../scripts/private/config/parseConfig.ts'
import { openLedger } from '../../../../scripts/private/ledger/openLedger.ts'
import type { Row } from '../../../../scripts/private/sources/source.ts'
import { intake } from '../../../../scripts/private/validate/intake.ts'
import { publishedNames } from '../../../../scripts/sync/publishedNames.ts'
import { memorySource } from '../../../helpers/memorySource.ts'

const header = ['Appt ID', 'Patient ID', 'Date', 'Provider', 'Status']
const booked = (id: string, patient: string | null, status = 'Completed'): Row => [
  id,
  patient,
  '1/5/24',
  'Ada Birch',
  status,
]

/** The notes on a schedule in some tabs, each with its own rows. */
async function notesOn(tabs: Readonly<Record<string, readonly Row[]>>): Promise<readonly string[]> {
  const ledger = await openLedger({ threads: 1 })
  try {
    const source = memorySource(
      Object.entries(tabs).map(([name, rows]) => ({ name, rows: [header, ...rows] })),
    )
    const { health } = await intake(source, ledger, { config: parseConfig('', 'c'), asOf: '2026-11-01' })
    return health.warnings.filter((note) => note.startsWith('Rows that name no patient'))
  } finally {
    await ledger.close()
  }
}

describe('rows that name no patient', () => {
  it('are told with their tab, how they count, and how many a number needs', async () => {
    const [note, ...others] = await notesOn({ Schedule: [booked('A', null), booked('B', 'P1')] })
    expect(note).toMatch(/^Rows that name no patient: 1 of 2 in "Schedule" of test\.xlsx\. /)
    expect(note).toContain('3 of them count as one: a number that rests on such rows alone needs 33 of them')
    expect(others).toEqual([])
  })

  it('are told of all tabs together, of many by name and number', async () => {
    const all = Array.from({ length: 7 }, (_, tab) => [
      `Schedule 202${String(tab)}`,
      [booked(String(tab), null)],
    ])
    const [note] = await notesOn(Object.fromEntries(all) as Record<string, Row[]>)
    expect(note).toContain('all 1 in "Schedule 2020" of test.xlsx, all 1 in "Schedule 2021" of test.xlsx,')
    expect(note).toContain('"Schedule 2024" of test.xlsx and in 2 more tabs.')
  })

  it('are not open slots, nor rows that do', async () => {
    expect(await notesOn({ Schedule: [booked('A', null, 'Open slot'), booked('B', 'P1')] })).toEqual([])
  })

  it('are those of an aging report only where balances are counted from it', async () => {
    const aging = [
      ['As of', 'Responsibility', 'Bucket', 'Balance'],
      ['1/31/24', 'insurance', '0-30', 5],
    ]
    const notes = async (config: string) => {
      const ledger = await openLedger({ threads: 1 })
      try {
        const options = { config: parseConfig(config, 'c'), asOf: '2026-11-01' }
        return (await intake(memorySource([{ name: 'Aging', rows: aging }]), ledger, options)).health.warnings
      } finally {
        await ledger.close()
      }
    }
    expect(await notes('')).toEqual([])
    expect(await notes('settings:\n  accounts_receivable: aging_report\n')).toEqual([
      expect.stringContaining('all 1 in "Aging"'),
    ])
  })

  it('are told to owners without the name of a tab that may be somebody’s', async () => {
    const [note = ''] = await notesOn({ 'Schedule Smith': [booked('A', null)] })
    const names = publishedNames([{ workbook: 'test.xlsx', name: 'Schedule Smith' }], [])
    expect(names.note(note)).toContain('all 1 in "tab 1" of workbook 1.')
  })
})

describe('payroll rows that name no employee', () => {
  const lines = [
    ['Employee ID', 'Role', 'Period Start', 'Period End', 'Gross Pay'],
    [null, 'nurse', '1/1/24', '1/15/24', 4711],
    ['E1', 'nurse', '1/1/24', '1/15/24', 4000],
  ]
  const notes = async (rows: readonly Row[]) => {
    const ledger = await openLedger({ threads: 1 })
    try {
      const source = memorySource([{ name: 'Payroll Summary', rows }])
      const config = parseConfig(
        'tabs: [{ file: test.xlsx, tab: Payroll Summary, dataset: payroll_summary }]',
        'c',
      )
      const { health } = await intake(source, ledger, { config, asOf: '2026-11-01' })
      return health.warnings.filter((note) => /name no (employee|patient)/.test(note))
    } finally {
      await ledger.close()
    }
  }

  it('are told with their tab, and that they count as nobody', async () => {
    const [note, ...others] = await notes(lines)
    expect(note).toMatch(/^Payroll rows that name no employee: 1 of 2 in "Payroll Summary" of test\.xlsx\. /)
    expect(note).toContain('they count as nobody: a number is shown only with 5 people')
    expect(note).not.toContain('4711')
    expect(others).toEqual([])
  })

  it('are not those that do', async () => {
    expect(await notes(lines.filter(([employee]) => employee !== null))).toEqual([])
  })
})
