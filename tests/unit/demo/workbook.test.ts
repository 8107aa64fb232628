import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { read } from '@e965/xlsx'
import { simulatePractice } from '../../../scripts/demo/simulatePractice.ts'
import { demoTabs, tabCounts } from '../../../scripts/demo/workbook/demoTabs.ts'
import { toXlsx } from '../../../scripts/demo/workbook/toXlsx.ts'
import { contracts } from '../../../scripts/private/contracts/contracts.ts'
import type { Dataset } from '../../../scripts/private/contracts/dataset.ts'
import { headerKey } from '../../../scripts/private/recognise/normaliseHeader.ts'

const simulation = simulatePractice()
const tabs = demoTabs(simulation)
const counts = tabCounts(tabs)

const datasetOf: Readonly<Record<string, Dataset>> = {
  Schedule: 'appointments',
  Charges: 'charges',
  Transactions: 'transactions',
  Claims: 'claims',
  Payroll: 'payroll',
  Aging: 'aging',
  Expenses: 'expenses',
  Budget: 'budget',
  Staff: 'staff',
  Positions: 'positions',
  Shifts: 'shifts',
  'Coverage rules': 'coverage_rules',
  Providers: 'providers',
  'Access samples': 'access_samples',
  Payers: 'payers',
  Goals: 'goals',
  Credentials: 'credentials',
  'Compliance tasks': 'compliance_tasks',
  Settings: 'settings',
  map_status: 'map_status',
  map_transaction_type: 'map_transaction_type',
  map_adjustment: 'map_adjustment',
  map_visit_type: 'map_visit_type',
  map_header_alias: 'map_header_alias',
  wrvu_table: 'wrvu_table',
}

function rowsOf(name: string): readonly (readonly unknown[])[] {
  const tab = tabs.find((candidate) => candidate.name === name)
  if (tab === undefined) throw new Error(`unknown tab: ${name}`)
  return tab.rows.map((row) => row.map((cell) => cell?.v ?? null))
}

function headersOf(name: string): readonly string[] {
  const title = counts[name]?.title ?? 0
  const blank = rowsOf(name)
    .slice(0, title + 1)
    .filter((row) => row.length === 0).length
  return (rowsOf(name)[title + blank] ?? []).map(String)
}

function column(name: string, header: string): readonly unknown[] {
  const index = headersOf(name).indexOf(header)
  if (index === -1) throw new Error(`missing column: ${name}.${header}`)
  return rowsOf(name).map((row) => row[index] ?? null)
}

function rawValues(name: string): ReadonlySet<unknown> {
  return new Set(
    rowsOf(name)
      .slice(1)
      .map((row) => row[0]),
  )
}

describe('the demo workbook', () => {
  it('has one tab for every dataset it can show, and a note that is none', () => {
    expect(tabs.map(({ name }) => name).sort()).toEqual(['Read me', ...Object.keys(datasetOf)].sort())
    expect(Object.keys(counts).sort()).toEqual(Object.keys(datasetOf).sort())
  })

  it('stays small enough to read in seconds', () => {
    const cells = tabs.reduce(
      (total, tab) =>
        total + tab.rows.reduce((count, row) => count + row.filter((cell) => cell !== null).length, 0),
      0,
    )
    expect(cells).toBeGreaterThan(1_000_000)
    expect(cells).toBeLessThan(2_500_000)
  })

  it('writes the same bytes twice, and what it wrote can be read', () => {
    const some = tabs.filter(({ name }) => !['Schedule', 'Charges', 'Transactions'].includes(name))
    const bytes = toXlsx(some)
    const again = toXlsx(demoTabs(simulation).filter(({ name }) => some.some((tab) => tab.name === name)))
    expect(createHash('sha256').update(again).digest('hex')).toBe(
      createHash('sha256').update(bytes).digest('hex'),
    )
    const workbook = read(bytes, { dense: true })
    expect(workbook.SheetNames).toEqual(some.map(({ name }) => name))
    expect(workbook.Sheets.Payroll?.['!data']).toHaveLength(rowsOf('Payroll').length)
  })

  it('uses headers that the contracts know, but for the two in the alias map', () => {
    const unknown = Object.entries(datasetOf).flatMap(([name, dataset]) => {
      const known = Object.entries(contracts[dataset].fields).flatMap(([field, { aliases }]) =>
        [field, ...aliases].map(headerKey),
      )
      return headersOf(name).filter((header) => !known.includes(headerKey(header)))
    })
    expect(unknown.sort()).toEqual(['Chg Ln Ref', 'Ins At Visit'])
    expect(column('map_header_alias', 'Raw Header')).toEqual(expect.arrayContaining(unknown))
  })

  it('words no status or transaction type that its maps lack', () => {
    const isData = (value: unknown): boolean =>
      value !== null && value !== 'Appt Status' && value !== 'Trans Type'
    const statuses = new Set(column('Schedule', 'Appt Status').filter(isData))
    expect([...statuses].filter((status) => !rawValues('map_status').has(status))).toEqual([])
    const types = new Set(column('Transactions', 'Trans Type').filter(isData))
    expect([...types].filter((type) => !rawValues('map_transaction_type').has(type))).toEqual([])
  })
})

describe('the mess in the workbook', () => {
  it('is counted: every row of every tab is one thing', () => {
    for (const [name, count] of Object.entries(counts)) {
      const all =
        count.title +
        count.header +
        count.repeatedHeader +
        count.subtotal +
        count.footer +
        count.blank +
        count.data
      expect([name, all]).toEqual([name, rowsOf(name).length])
    }
  })

  it('has every kind of row that exports have', () => {
    const { Schedule, Charges, Transactions, Payroll } = counts
    const kinds = ['title', 'header', 'duplicates', 'quarantined', 'footer'] as const
    const missing = [Schedule, Charges, Transactions, Payroll].flatMap((count) =>
      kinds.filter((kind) => (count?.[kind] ?? 0) === 0),
    )
    expect(missing).toEqual([])
    const scheduleKinds = ['testPatients', 'openSlots', 'blockedSlots', 'repeatedHeader', 'blank'] as const
    expect(scheduleKinds.filter((kind) => (Schedule?.[kind] ?? 0) === 0)).toEqual([])
    expect([Charges?.subtotal, Transactions?.subtotal]).toEqual([37, 37])
    expect(Payroll?.subtotal).toBeGreaterThan(36)
    expect(Charges?.testPatients).toBeGreaterThan(0)
    expect(new Set(Object.values(counts).map(({ title }) => title)).size).toBeGreaterThan(3)
  })

  it('has totals that are the sum of the month above them', () => {
    const totals = rowsOf('Charges').filter((row) => String(row[0]).startsWith('Total for'))
    const grand = rowsOf('Charges').find((row) => row[0] === 'Report Totals')
    const amount = headersOf('Charges').indexOf('Charge Amt')
    const cents = (row: readonly unknown[] | undefined): number => Math.round(Number(row?.[amount]) * 100)
    expect(totals.reduce((sum, row) => sum + cents(row), 0)).toBe(cents(grand))
    expect(cents(grand)).toBe((counts.Charges?.dataCents ?? 0) - (counts.Charges?.duplicateCents ?? 0))
  })

  it('writes money and dates in every notation', () => {
    const amounts = column('Charges', 'Charge Amt').concat(column('Transactions', 'Amt'))
    const shapes = [
      /^\$\d{1,3}(,\d{3})*\.\d\d$/,
      /^\(\d[\d,]*\.\d\d\)$/,
      /^\d[\d,]*\.\d\d$/,
      /^\d[\d,]*\.\d\d-$/,
      /^\s*\$ -\s*$/,
    ]
    for (const shape of shapes)
      expect(amounts.some((amount) => typeof amount === 'string' && shape.test(amount))).toBe(true)
    expect(amounts.some((amount) => typeof amount === 'number')).toBe(true)
    const days = column('Charges', 'DOS').concat(column('Expenses', 'Bill Date'))
    for (const shape of [/^\d{1,2}\/\d{1,2}\/\d{4}$/, /^\d{4}-\d\d-\d\d$/, /^\d{1,2}-[A-Z][a-z]{2}-\d\d$/]) {
      expect(days.some((day) => typeof day === 'string' && shape.test(day))).toBe(true)
    }
    expect(days.some((day) => typeof day === 'number')).toBe(true)
  })

  it('pastes a week twice, the second time with what became of it', () => {
    const ids = column('Schedule', 'Appointment ID')
    const statuses = column('Schedule', 'Appt Status')
    const stale = [...simulation.mess.stale]
    expect(stale.length).toBeGreaterThan(10)
    for (const id of stale) {
      expect(statuses[ids.indexOf(id)]).toBe('f - Filled')
      expect(statuses[ids.lastIndexOf(id)]).toMatch(/Charge Entered|Checked Out/)
    }
  })

  it('leaves some visit types, payers and reasons unmapped, and spells names in several ways', () => {
    expect(Object.keys(counts.Schedule?.unmapped ?? {})).toEqual(
      expect.arrayContaining(['visit_type: CCM-20 (old system)', 'payer: Pinnacle Choice PPO']),
    )
    expect(Object.keys(counts.Transactions?.unmapped ?? {})).toContain('adjustment: Adj code 77 - see notes')
    const spellings = new Set(
      column('Charges', 'Rendering Provider Name').filter((name) =>
        String(name).toLowerCase().includes('okafor'),
      ),
    )
    expect(spellings.size).toBeGreaterThan(3)
  })

  it('names no patient but the test patient', () => {
    const names = new Set([...column('Schedule', 'Patient Name'), ...column('Charges', 'Patient Name')])
    expect([...names].filter((name) => name !== null && name !== 'Patient Name')).toEqual(['Test, Patient'])
  })
})
