import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { utils, write, type CellObject } from '@e965/xlsx'
import { parseConfig } from '../../scripts/private/config/parseConfig.ts'
import type { SyncConfig } from '../../scripts/private/config/config.ts'

/** What a column of an invented table holds; text files and workbooks write it differently. */
type ColumnKind = 'text' | 'day' | 'money'

/** An invented tab: headers, what they hold, and rows as a person would type them. */
export interface InventedTab {
  readonly name: string
  readonly headers: readonly string[]
  readonly kinds: readonly ColumnKind[]
  readonly rows: readonly (readonly string[])[]
}

const configText = `
practice:
  name: Two Rivers Clinic
  time_zone: America/Chicago
as_of: 2026-10-31
`

/** The invented practice's config as a file, with further lines behind it. */
export function inventedConfigText(more = ''): string {
  return `${configText.trimStart()}${more}`
}

/** The invented practice's config as the sync takes it. */
export function inventedConfig(more = ''): SyncConfig {
  return parseConfig(inventedConfigText(more), 'config.yaml')
}

const providers = ['Ada Birch', 'Ben Cole']
const sites = ['North', 'South']
const outcomes = ['Completed', 'Completed', 'No show', 'Completed', 'Cancelled']

/** Sixty bookings in September and October 2026. */
export function inventedSchedule(): InventedTab {
  return {
    name: 'schedule',
    headers: [
      'Appointment ID',
      'Patient ID',
      'Date',
      'Start Time',
      'Provider',
      'Site',
      'Status',
      'Booked On',
    ],
    kinds: ['text', 'text', 'day', 'text', 'text', 'text', 'text', 'day'],
    rows: Array.from({ length: 60 }, (_, index) => [
      `00${String(100 + index)}`,
      `P${String(index % 23)}`,
      day(index),
      `${String(8 + (index % 9)).padStart(2, '0')}:30`,
      providers[index % 2] ?? '',
      sites[index % 3 === 0 ? 1 : 0] ?? '',
      outcomes[index % 5] ?? '',
      day(index, -(index % 7)),
    ]),
  }
}

/** Forty charges of 23 patients, each with a payment and a contractual adjustment. */
export function inventedBilling(): InventedTab {
  const line = (index: number, type: string, amount: number, reason = '') => [
    `${type.slice(0, 2).toUpperCase()}${String(1000 + index)}`,
    `C${String(1000 + index)}`,
    type,
    day(index),
    day(index, 1),
    providers[index % 2] ?? '',
    sites[index % 3 === 0 ? 1 : 0] ?? '',
    amount.toFixed(2),
    reason,
    `P${String(index % 23)}`,
  ]
  return {
    name: 'billing',
    headers: [
      'Transaction ID',
      'Charge ID',
      'Type',
      'DOS',
      'Posted',
      'Provider',
      'Site',
      'Amount',
      'Adj Reason',
      'Patient ID',
    ],
    kinds: ['text', 'text', 'text', 'day', 'day', 'text', 'text', 'money', 'text', 'text'],
    rows: Array.from({ length: 40 }, (_, index) => [
      line(index, 'Charge', 180 + index * 1.25),
      line(index, 'Insurance payment', -(96 + index)),
      line(index, 'Adjustment', -(40 + index / 4), 'Contractual'),
    ]).flat(),
  }
}

/** Five people, four half-months of regular pay, overtime in some. */
export function inventedPayroll(): InventedTab {
  const periods = [
    ['2026-09-01', '2026-09-15'],
    ['2026-09-16', '2026-09-30'],
    ['2026-10-01', '2026-10-15'],
    ['2026-10-16', '2026-10-31'],
  ] as const
  return {
    name: 'payroll',
    headers: ['Emp ID', 'Period Start', 'Period End', 'Pay Date', 'Earning Code', 'Hours', 'Amount', 'Site'],
    kinds: ['text', 'day', 'day', 'day', 'text', 'money', 'money', 'text'],
    rows: periods.flatMap(([start, end]) =>
      Array.from({ length: 5 }, (_, person) => {
        const row = (code: string, hours: number, rate: number) => [
          `0${String(10 + person)}`,
          start,
          end,
          end,
          code,
          hours.toFixed(2),
          (hours * rate).toFixed(2),
          sites[person % 2] ?? '',
        ]
        const regular = row('Regular', 80, 21 + person)
        return person % 2 === 0 ? [regular, row('Overtime', 3.5 + person, 33)] : [regular]
      }).flat(),
    ),
  }
}

/** The three tabs of the practice in the order of their names. */
export function inventedTabs(): InventedTab[] {
  return [inventedBilling(), inventedPayroll(), inventedSchedule()]
}

/** Writes a tab as `<name>.csv` (or another name and delimiter). */
export async function writeText(
  folder: string,
  tab: InventedTab,
  { file = `${tab.name}.csv`, delimiter = ',' } = {},
): Promise<void> {
  const quoted = (text: string) => (text.includes(delimiter) ? `"${text}"` : text)
  const lines = [tab.headers, ...tab.rows].map((row) => row.map(quoted).join(delimiter))
  await writeFile(join(folder, file), `${lines.join('\n')}\n`)
}

/** Writes tabs as one workbook; days and amounts are numbers there, as a spreadsheet holds them. */
export async function writeWorkbook(
  folder: string,
  file: string,
  tabs: readonly InventedTab[],
): Promise<void> {
  const book = utils.book_new()
  for (const tab of tabs) {
    const rows = tab.rows.map((row) =>
      row.map((text, column) => sheetCell(text, tab.kinds[column] ?? 'text')),
    )
    utils.book_append_sheet(book, utils.aoa_to_sheet([[...tab.headers], ...rows]), tab.name)
  }
  await writeFile(join(folder, file), write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
}

/** A tab's cells as a Google spreadsheet holds them: headers, then rows; days are serial numbers. */
export function toSheetCells(tab: InventedTab): (string | number | null)[][] {
  const rows = tab.rows.map((row) =>
    row.map((text, column) => {
      const cell = sheetCell(text, tab.kinds[column] ?? 'text')
      return typeof cell === 'object' && cell !== null ? Number(cell.v) : cell
    }),
  )
  return [[...tab.headers], ...rows]
}

function sheetCell(text: string, kind: ColumnKind): CellObject | string | null {
  if (text === '') return null
  if (kind === 'money') return { t: 'n', v: Number(text), z: '#,##0.00' }
  if (kind === 'text') return text
  return { t: 'n', v: Date.parse(text) / 86_400_000 + 25_569, z: 'm/d/yyyy' }
}

/** A working day within September and October 2026; `shift` days later. */
function day(index: number, shift = 0): string {
  const first = Date.UTC(2026, 8, 1)
  return new Date(first + ((index % 58) + shift) * 86_400_000).toISOString().slice(0, 10)
}
