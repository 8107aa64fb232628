import type { AdjustmentCategory } from '../ledgerLine.ts'
import { allProcedures, type Procedure } from '../fees.ts'
import { practiceName } from '../practice.ts'
import { visitTypes } from '../visitTypes.ts'
import { number, text } from './cells.ts'
import { rawStatuses } from './scheduleTab.ts'
import { addRow, startSheet, type SheetDraft } from './sheetDraft.ts'
import { rawTypes } from './transactionsTab.ts'

const mapHeaders = { raw: 'Raw Value', canonical: 'Means' }

/** What the adjustment reasons mean. "Adj code 77 - see notes" is missing on purpose. */
const adjustmentReasons: Readonly<Record<string, AdjustmentCategory>> = {
  'CO-45 Contractual': 'contractual',
  'CO-29 Timely filing': 'timely_filing',
  'No prior auth': 'no_auth',
  'Coding / bundled': 'coding',
  'Duplicate claim': 'duplicate',
  'Prov not credentialed': 'credentialing',
  'Prompt pay discount': 'discount',
  'Small balance w/o': 'small_balance',
  'Charity care': 'charity',
  'Bad debt - agency': 'bad_debt',
  'Courtesy / admin': 'administrative',
}

/** Settings, value maps, header aliases and the RVU table. */
export function mapTabs(): readonly SheetDraft[] {
  return [
    settingsTab(),
    pairs(
      'map_status',
      Object.entries(rawStatuses).flatMap(([status, raws]) => raws.map((raw) => [raw, status] as const)),
    ),
    pairs(
      'map_transaction_type',
      Object.entries(rawTypes).map(([type, raw]) => [raw, type] as const),
    ),
    pairs('map_adjustment', Object.entries(adjustmentReasons)),
    pairs(
      'map_visit_type',
      visitTypes.filter(({ group }) => group !== 'unmapped').map(({ raw, group }) => [raw, group] as const),
    ),
    headerAliasTab(),
    wrvuTab(),
  ]
}

function pairs(name: string, entries: readonly (readonly [string, string])[]): SheetDraft {
  const sheet = startSheet(name, [], mapHeaders)
  for (const [raw, canonical] of entries) addRow(sheet, [text(raw), text(canonical)])
  return sheet
}

function settingsTab(): SheetDraft {
  const sheet = startSheet('Settings', ['Settings of the practice'], { setting: 'Setting', value: 'Value' })
  const settings: readonly (readonly [string, string | number])[] = [
    ['practice_name', practiceName],
    ['time_zone', 'America/New_York'],
    ['full_time_hours', 40],
    ['late_cancel_hours', 24],
    ['maturity_days', 120],
    ['fiscal_year_start', 1],
    ['accounting_basis', 'cash'],
    ['accounts_receivable', 'ledger'],
  ]
  for (const [setting, value] of settings)
    addRow(sheet, [text(setting), typeof value === 'number' ? number(value) : text(value)])
  return sheet
}

/** The two headers of the exports that no contract knows. */
function headerAliasTab(): SheetDraft {
  const sheet = startSheet('map_header_alias', [], {
    map_dataset: 'Dataset',
    raw_header: 'Raw Header',
    canonical: 'Field',
  })
  addRow(sheet, [text('appointments'), text('Ins At Visit'), text('payer')])
  addRow(sheet, [text('transactions'), text('Chg Ln Ref'), text('charge_id')])
  return sheet
}

/** From 2026 on 2.5 % less, as Medicare has it, but for visits, which are by time. */
function wrvuInYear({ cpt, wrvu }: Procedure, year: number): number {
  const isVisit = cpt.startsWith('99') || cpt.startsWith('G0')
  return year < 2026 || isVisit ? wrvu : Math.round(wrvu * 97.5) / 100
}

function wrvuTab(): SheetDraft {
  const sheet = startSheet('wrvu_table', ['Work RVUs, rounded and for show only'], {
    year: 'Schedule Year',
    cpt: 'CPT Code',
    wrvu: 'Work RVU',
  })
  for (const year of [2023, 2024, 2025, 2026]) {
    for (const procedure of allProcedures())
      addRow(sheet, [number(year), text(procedure.cpt), number(wrvuInYear(procedure, year))])
  }
  return sheet
}
