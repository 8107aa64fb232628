import { money, text, type DemoCell } from './cells.ts'

/** Rows of a tab by what they are; every row of the sheet is counted once, in one of the first seven. */
export interface TabCounts {
  title: number
  header: number
  repeatedHeader: number
  subtotal: number
  footer: number
  blank: number
  /** Rows of data, everything below included. */
  data: number
  /** Second copies of rows pasted twice. */
  duplicates: number
  quarantined: number
  testPatients: number
  openSlots: number
  blockedSlots: number
  /** Cents as written, of the rows above; a spoilt amount is nothing. Zero where the tab has no amounts. */
  dataCents: number
  duplicateCents: number
  quarantinedCents: number
  testPatientCents: number
  /** Rows left after duplicates, quarantine and test patients whose value nobody mapped, by value. */
  unmapped: Record<string, number>
}

export type RowMark = 'duplicates' | 'quarantined' | 'testPatients' | 'openSlots' | 'blockedSlots'

/** A tab while it is being filled, with the count of its rows. */
export interface SheetDraft {
  readonly name: string
  readonly rows: (readonly DemoCell[])[]
  readonly counts: TabCounts
}

/** Column headers by the contract's field: the order of the keys is the order of the columns. */
export type Headers = Readonly<Record<string, string>>

/** Starts a tab: title lines, then the header. */
export function startSheet(name: string, titles: readonly string[], headers: Headers): SheetDraft {
  const counts: TabCounts = {
    title: 0,
    header: 0,
    repeatedHeader: 0,
    subtotal: 0,
    footer: 0,
    blank: 0,
    data: 0,
    duplicates: 0,
    quarantined: 0,
    testPatients: 0,
    openSlots: 0,
    blockedSlots: 0,
    dataCents: 0,
    duplicateCents: 0,
    quarantinedCents: 0,
    testPatientCents: 0,
    unmapped: {},
  }
  const sheet: SheetDraft = { name, rows: [], counts }
  for (const title of titles) {
    if (title === '') addBlank(sheet)
    else add(sheet, 'title', [text(title)])
  }
  add(sheet, 'header', headerRow(headers))
  return sheet
}

function add(
  sheet: SheetDraft,
  kind: 'title' | 'header' | 'repeatedHeader' | 'subtotal' | 'footer' | 'blank' | 'data',
  row: readonly DemoCell[],
): void {
  sheet.rows.push(row)
  sheet.counts[kind] += 1
}

function headerRow(headers: Headers): readonly DemoCell[] {
  return Object.values(headers).map(text)
}

export function addBlank(sheet: SheetDraft): void {
  add(sheet, 'blank', [])
}

export function addFooter(sheet: SheetDraft, line: string): void {
  add(sheet, 'footer', [text(line)])
}

/** The header again, as at the top of a printed page. */
export function repeatHeader(sheet: SheetDraft, headers: Headers): void {
  add(sheet, 'repeatedHeader', headerRow(headers))
}

/** A total: its label in the first column, its amount in its own. */
export function addTotal(
  sheet: SheetDraft,
  headers: Headers,
  total: { readonly label: string; readonly field: string; readonly cents: number },
): void {
  const row: DemoCell[] = Object.keys(headers).map(() => null)
  row[0] = text(total.label)
  row[columnOf(headers, total.field)] = money(total.cents)
  add(sheet, 'subtotal', row)
}

/** A row of data. `cents` is its amount as written; `marks` say what is to become of it. */
export function addRow(
  sheet: SheetDraft,
  row: readonly DemoCell[],
  facts: {
    readonly cents?: number
    readonly mark?: RowMark | null
    readonly unmapped?: readonly string[]
  } = {},
): void {
  const cents = facts.cents ?? 0
  const { counts } = sheet
  add(sheet, 'data', row)
  counts.dataCents += cents
  const mark = facts.mark ?? null
  if (mark !== null) counts[mark] += 1
  if (mark === 'duplicates') counts.duplicateCents += cents
  if (mark === 'quarantined') counts.quarantinedCents += cents
  if (mark === 'testPatients') counts.testPatientCents += cents
  if (mark === 'duplicates' || mark === 'quarantined' || mark === 'testPatients') return
  for (const value of facts.unmapped ?? []) counts.unmapped[value] = (counts.unmapped[value] ?? 0) + 1
}

/** Position of a field's column. */
export function columnOf(headers: Headers, field: string): number {
  const column = Object.keys(headers).indexOf(field)
  if (column === -1) throw new Error(`missing column: ${field}`)
  return column
}

/** The row with one cell replaced. */
export function withCell(
  headers: Headers,
  row: readonly DemoCell[],
  change: { readonly field: string; readonly cell: DemoCell },
): readonly DemoCell[] {
  return row.with(columnOf(headers, change.field), change.cell)
}
