import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../../../scripts/private/config/parseConfig.ts'
import { unmappedLimit, type Intake } from '../../../../scripts/private/intake.ts'
import type { Row } from '../../../../scripts/private/sources/source.ts'
import { intake } from '../../../../scripts/private/validate/intake.ts'
import { IntakeRefusal } from '../../../../scripts/private/validate/IntakeRefusal.ts'
import { memorySource, type MemoryTab } from '../../../helpers/memorySource.ts'
import { recordingLedger } from '../../../helpers/recordingLedger.ts'

const schedule = ['Appt ID', 'Appt Date', 'Provider', 'Visit Type', 'Status', 'Insurance', 'Patient']
const providers: MemoryTab = {
  name: 'Providers',
  rows: [
    ['Provider ID', 'Name'],
    ['1', 'Ada Birch'],
  ],
}

/** A booking of the schedule with Ada Birch, checked out. */
function booked(
  id: string,
  cells: { type?: string; status?: string; payer?: string; patient?: string },
): Row {
  const { type = 'Follow-up', status = 'Completed', payer = 'Medicare', patient = 'Roe' } = cells
  return [id, '10/1/2026', 'Ada Birch', type, status, payer, patient]
}

const adjustments: MemoryTab = {
  name: 'Transactions',
  rows: [
    ['Txn ID', 'Type', 'Post Date', 'Amount', 'Reason'],
    ['1', 'Adjustment', '10/2/2026', '-5.00', 'Full  Moon'],
    ['2', 'Adjustment', '10/2/2026', '-7.00', 'half moon'],
    ['3', 'Adjustment', '10/2/2026', '-1.00', 'full-moon'],
    ['4', 'Insurance payment', '10/2/2026', '-9.00', 'New moon'],
  ],
}

describe('values that no map knows', () => {
  it('are listed one by one, most rows first, with their map, their money and their first cell', async () => {
    const { unmapped } = await run([adjustments])
    expect(unmapped).toEqual([
      {
        dataset: 'transactions',
        field: 'adj_category',
        value: 'Full Moon',
        mapTab: 'map_adjustment',
        rows: 2,
        cents: -600,
        first: { workbook: 'test.xlsx', tab: 'Transactions', row: 2, column: 'E' },
      },
      expect.objectContaining({ value: 'half moon', rows: 1, cents: -700 }),
    ])
  })

  it('name no map where another tab lists them, and have no money where a tab has none', async () => {
    const rows = [schedule, booked('1', { type: 'Dance class', payer: 'Acme' })]
    const { unmapped } = await run([providers, { name: 'Schedule', rows: [...rows, otherProvider('2')] }])
    expect(unmapped.map(({ field, value, mapTab, cents }) => [field, value, mapTab, cents])).toEqual([
      ['payer', 'Acme', null, null],
      ['provider', 'Cy Dale', null, null],
      ['visit_type', 'Dance class', 'map_visit_type', null],
    ])
  })

  it('of two tabs with the same dataset are one entry, with the place in the tab read first', async () => {
    const tab = (name: string, id: string): MemoryTab => ({
      name,
      rows: [schedule, booked(id, { payer: 'Acme' })],
    })
    const { unmapped } = await run([tab('Schedule', '1'), tab('Schedule 2026', '2')])
    expect(unmapped).toMatchObject([
      { value: 'Acme', rows: 2, first: { tab: 'Schedule', row: 2, column: 'F' } },
    ])
  })

  it('change no count of the published health, which never holds one', async () => {
    const { health } = await run([adjustments])
    expect(health.unmapped).toEqual([
      { dataset: 'transactions', field: 'adj_category', values: 2, rows: 3, cents: -1300 },
    ])
    expect(JSON.stringify(health)).not.toContain('oon')
  })

  it('beyond the limit of a field are put together in one flagged entry, the last', async () => {
    const ids = Array.from({ length: unmappedLimit + 3 }, (_, index) => String(index))
    const rows = [schedule, ...ids.map((id) => booked(id, { payer: `Plan ${id}` }))]
    const { unmapped, health } = await run([{ name: 'Schedule', rows }])
    expect(unmapped).toHaveLength(unmappedLimit + 1)
    expect(unmapped.at(-1)).toMatchObject({ field: 'payer', value: '', isRest: true, rows: 3 })
    expect(unmapped.slice(0, -1).some(({ isRest }) => isRest)).toBe(false)
    expect(health.unmapped).toMatchObject([{ values: unmappedLimit + 3, rows: unmappedLimit + 3 }])
  })
})

describe('an unknown status or transaction type', () => {
  const tabs: MemoryTab[] = [
    {
      name: 'Schedule',
      rows: [
        schedule,
        booked('1', { status: 'Martian', payer: 'Acme' }),
        booked('2', { status: 'martian' }),
        booked('3', { payer: 'Acme' }),
      ],
    },
    {
      name: 'Transactions',
      rows: [
        ['Txn ID', 'Type', 'Post Date', 'Amount'],
        ['1', 'Gift', '10/2/2026', '-12.50'],
      ],
    },
  ]

  it('refuses the run, and the refusal has it ready to be mapped', async () => {
    const { unmapped } = await refusal(tabs)
    expect(unmapped).toEqual([
      {
        dataset: 'appointments',
        field: 'status',
        value: 'Martian',
        mapTab: 'map_status',
        rows: 2,
        cents: null,
        first: { workbook: 'test.xlsx', tab: 'Schedule', row: 2, column: 'E' },
      },
      expect.objectContaining({ field: 'type', value: 'Gift', mapTab: 'map_transaction_type', cents: -1250 }),
      // Of the rows that would count: the one without a status never did.
      expect.objectContaining({ field: 'payer', value: 'Acme', mapTab: null, rows: 1 }),
    ])
  })

  it('is in nothing that is printed of the refusal', async () => {
    const error = await refusal(tabs)
    const printed = [error, ...error.others].map((one) => `${inspect(one)} ${JSON.stringify(one)}`).join()
    expect(printed).not.toMatch(/martian|gift|acme/i)
    expect(printed).toContain('a value that no map knows')
  })

  it('is known once it is copied to its map tab', async () => {
    const map = (name: string, raw: string, canonical: string): MemoryTab => ({
      name,
      rows: [
        ['Raw', 'Canonical'],
        [raw, canonical],
      ],
    })
    const error = await refusal(tabs)
    const [status, type] = error.unmapped
    const { unmapped } = await run([
      map(status?.mapTab ?? '', status?.value ?? '', 'completed'),
      map(type?.mapTab ?? '', type?.value ?? '', 'other_income'),
      ...tabs,
    ])
    expect(unmapped).toMatchObject([{ value: 'Acme', rows: 2 }])
  })
})

describe('a value that a spreadsheet would execute', () => {
  const values = ['=Moon', '+Moon', '-Moon', '@Moon', '＝Moon']

  it.each(values)(
    '%s is known in map tab, config and payers tab with an apostrophe before it',
    async (value) => {
      const copied = `'${value}`
      const rows = [schedule, booked('1', { status: value, payer: value })]
      const map = {
        name: 'map_status',
        rows: [
          ['Raw', 'Canonical'],
          [copied, 'completed'],
        ],
      }
      const payers = {
        name: 'Payers',
        rows: [
          ['Payer ID', 'Name', 'Class', 'Aliases'],
          ['1', 'Acme', 'commercial', `Acme PPO; ${copied}`],
        ],
      }
      expect((await run([map, payers, { name: 'Schedule', rows }])).unmapped).toEqual([])
      const yaml = `maps: { status: { ${JSON.stringify(copied)}: completed } }`
      expect((await run([payers, { name: 'Schedule', rows }], yaml)).unmapped).toEqual([])
    },
  )

  it('is listed as it was typed', async () => {
    const rows = [schedule, booked('1', { status: '=Moon' })]
    expect((await refusal([{ name: 'Schedule', rows }])).unmapped).toMatchObject([{ value: '=Moon' }])
  })

  it('and an apostrophe before anything else of a config stays what it is', async () => {
    const rows = [schedule, booked('1', { status: 's Nachts' })]
    const yaml = `maps: { status: { "'s Nachts": completed } }`
    expect((await refusal([{ name: 'Schedule', rows }], yaml)).unmapped).toHaveLength(1)
  })
})

describe('the tabs of an intake', () => {
  it('are those that hold a dataset, by the numbers that ledger rows carry', async () => {
    const sheet = { spreadsheetId: 'abc', sheetId: 7 }
    const source = memorySource([
      { name: 'Cover', rows: [['Two Rivers Clinic']] },
      providers,
      { name: 'Schedule', rows: [schedule, booked('1', {})] },
    ])
    const withSheet = {
      ...source,
      tabs: async () =>
        (await source.tabs()).map((tab) => (tab.name === 'Schedule' ? { ...tab, sheet } : tab)),
    }
    const ledger = recordingLedger()
    const { tabs } = await intake(withSheet, ledger, { config: parseConfig('', 'c'), asOf: '2026-11-01' })
    expect(tabs).toEqual([
      { tab: 1, workbook: 'test.xlsx', name: 'Providers', dataset: 'providers' },
      { tab: 2, workbook: 'test.xlsx', name: 'Schedule', dataset: 'appointments', sheet },
    ])
    const staged = ledger.batches.find(({ dataset }) => dataset === 'appointments')
    expect(staged?.tab).toBe(2)
  })
})

function otherProvider(id: string): Row {
  return [id, '10/1/2026', 'Cy Dale', 'Follow-up', 'Completed', 'Medicare', 'Roe']
}

async function run(tabs: readonly MemoryTab[], yaml = ''): Promise<Intake> {
  const config = parseConfig(yaml, 'config.yaml')
  return intake(memorySource(tabs), recordingLedger(), { config, asOf: '2026-11-01' })
}

async function refusal(tabs: readonly MemoryTab[], yaml = ''): Promise<IntakeRefusal> {
  try {
    await run(tabs, yaml)
  } catch (error) {
    if (error instanceof IntakeRefusal) return error
    throw error
  }
  throw new Error('not refused')
}
