import type { LedgerLine, TransactionType } from '../ledgerLine.ts'
import { monthOf } from '../calendar.ts'
import type { Mess } from '../mess.ts'
import { date, money, spoilt, text, type DemoCell } from './cells.ts'
import {
  addBlank,
  addFooter,
  addRow,
  addTotal,
  repeatHeader,
  startSheet,
  withCell,
  type Headers,
  type SheetDraft,
} from './sheetDraft.ts'
import { dateStyleOf, moneyStyleOf, spellPayer } from './spelling.ts'
import { totalLabel } from './totalLabel.ts'

const headers: Headers = {
  txn_id: 'Trans ID',
  charge_id: 'Chg Ln Ref',
  type: 'Trans Type',
  post_date: 'Posting Date',
  deposit_date: 'Deposited',
  amount: 'Amt',
  payer: 'Payer Name',
  adj_category: 'Adj Reason',
  carc: 'CARC Code',
}

/** How the billing system words a transaction; all are in the transaction type map. */
export const rawTypes: Readonly<Record<TransactionType, string>> = {
  insurance_payment: 'Insurance Payment',
  patient_payment: 'Patient Payment',
  capitation: 'Capitation',
  refund_patient: 'Refund - Patient',
  refund_payer: 'Refund - Insurance',
  takeback: 'Recoupment',
  nsf_reversal: 'Returned Check',
  payment_reversal: 'Payment Reversal',
  adjustment: 'Adjustment',
  denial: 'Denial',
  transfer: 'Transfer Responsibility',
  interest: 'Interest',
  other_income: 'Other Income',
}

/** The Transactions tab: amounts positive as the export has them, a total after every month, days pasted twice at the end. */
export function transactionsTab(lines: readonly LedgerLine[], mess: Mess): SheetDraft {
  const sheet = startSheet('Transactions', ['Payment and adjustment journal'], headers)
  const bad = new Map(mess.bad.transactions.map((row) => [row.row, row]))
  let month = ''
  let monthCents = 0
  let allCents = 0
  const closeMonth = (): void =>
    addTotal(sheet, headers, { label: totalLabel(month), field: 'amount', cents: monthCents })
  lines.forEach((line, index) => {
    const nextMonth = monthOf(line.postDay)
    if (month !== '' && nextMonth !== month) {
      closeMonth()
      monthCents = 0
      if (nextMonth.endsWith('-04')) repeatHeader(sheet, headers)
    }
    month = nextMonth
    const row = transactionRow(line, index)
    const spoiltRow = bad.get(line)
    const cents = spoiltRow?.field === 'amount' ? 0 : line.cents
    monthCents += cents
    allCents += cents
    if (spoiltRow !== undefined)
      addRow(sheet, withCell(headers, row, { field: spoiltRow.field, cell: spoilt(spoiltRow.cell) }), {
        cents,
        mark: 'quarantined',
      })
    else addRow(sheet, row, { cents, unmapped: unmappedOf(line) })
  })
  closeMonth()
  addTotal(sheet, headers, { label: 'Report Totals', field: 'amount', cents: allCents })
  addFooter(sheet, 'Printed 11/1/2026 8:11 AM')
  addBlank(sheet)
  const pasted = new Set(mess.repasted.transactions)
  lines.forEach((line, index) => {
    if (pasted.has(line))
      addRow(sheet, transactionRow(line, index), { cents: line.cents, mark: 'duplicates' })
  })
  return sheet
}

function transactionRow(line: LedgerLine, index: number): readonly DemoCell[] {
  const style = dateStyleOf(line.postDay)
  return [
    text(line.id),
    text(line.charge?.id ?? null),
    text(rawTypes[line.type]),
    date(line.postDay, style),
    date(line.depositDay, style),
    money(line.cents, moneyStyleOf(line.postDay)),
    text(spellPayer(line.payer, index)),
    text(line.reason),
    text(line.carc),
  ]
}

function unmappedOf(line: LedgerLine): readonly string[] {
  const unmapped = []
  if (line.category === 'unknown') unmapped.push(`adjustment: ${line.reason ?? ''}`)
  if (line.payer?.class === 'unmapped') unmapped.push(`payer: ${line.payer.name}`)
  return unmapped
}
