import { monthEnd, toDay } from '../calendar.ts'
import type { CredentialLine, TaskLine } from '../compliance.ts'
import type { BudgetAmount } from '../budget.ts'
import type { ExpenseLine } from '../costs.ts'
import type { Mess } from '../mess.ts'
import type { AgingLine } from '../receivables.ts'
import { date, money, number, spoilt, text, yes, type DemoCell } from './cells.ts'
import {
  addFooter,
  addRow,
  addTotal,
  startSheet,
  withCell,
  type Headers,
  type SheetDraft,
} from './sheetDraft.ts'

const expenseHeaders: Headers = {
  invoice_date: 'Bill Date',
  due_date: 'Due',
  paid_date: 'Paid On',
  vendor: 'Vendor',
  invoice_no: 'Invoice Number',
  category: 'Expense Category',
  amount: 'Invoice Amount',
  is_owner_expense: 'Owner Expense',
}

export function expensesTab(lines: readonly ExpenseLine[], mess: Mess): SheetDraft {
  const sheet = startSheet('Expenses', ['Bills and payroll runs', 'from the checkbook'], expenseHeaders)
  const bad = new Map(mess.bad.expenses.map((row) => [row.row, row]))
  let allCents = 0
  for (const line of lines) {
    const spoiltRow = bad.get(line)
    const cents = spoiltRow?.field === 'amount' ? 0 : line.cents
    allCents += cents
    if (spoiltRow === undefined) addRow(sheet, expenseRow(line), { cents })
    else
      addRow(
        sheet,
        withCell(expenseHeaders, expenseRow(line), { field: spoiltRow.field, cell: spoilt(spoiltRow.cell) }),
        { cents, mark: 'quarantined' },
      )
  }
  addTotal(sheet, expenseHeaders, { label: 'Grand Total', field: 'amount', cents: allCents })
  for (const line of mess.repasted.expenses)
    addRow(sheet, expenseRow(line), { cents: line.cents, mark: 'duplicates' })
  return sheet
}

function expenseRow(line: ExpenseLine): readonly DemoCell[] {
  return [
    date(line.invoiceDay, 'short'),
    date(line.dueDay, 'short'),
    date(line.paidDay, 'short'),
    text(line.vendor),
    text(line.id),
    text(line.category),
    money(line.cents, line.cents % 3 === 0 ? 'dollar' : 'number'),
    yes(line.isOwnerExpense),
  ]
}

/** For visits the amount is a count. */
export function budgetTab(budget: readonly BudgetAmount[]): SheetDraft {
  const sheet = startSheet('Budget', [], {
    month: 'Budget Month',
    category: 'Line',
    amount: 'Budgeted',
    basis: 'Basis',
  })
  for (const { month, category, cents } of budget) {
    const amount = category === 'visits' ? number(cents / 100) : money(cents)
    addRow(sheet, [date(toDay(`${month}-01`), 'serial'), text(category), amount, text('cash')], { cents })
  }
  return sheet
}

export function credentialsTab(lines: readonly CredentialLine[]): SheetDraft {
  const sheet = startSheet('Credentials', ['Licences and certificates'], {
    holder_id: 'Holder',
    type: 'Credential Type',
    number_last4: 'Last 4',
    issued: 'Issue Date',
    expires: 'Expiration Date',
    renewed_on: 'Renewal Date',
  })
  for (const line of lines) {
    addRow(sheet, [
      text(line.holder),
      text(line.type),
      text(line.last4),
      date(line.issuedOn, 'us'),
      date(line.expiresOn, 'us'),
      date(line.renewedOn, 'us'),
    ])
  }
  return sheet
}

const taskHeaders: Headers = { task: 'Duty', rule: 'Regulation', due: 'Due Date', done: 'Completed On' }

export function tasksTab(lines: readonly TaskLine[], mess: Mess): SheetDraft {
  const sheet = startSheet('Compliance tasks', ['Compliance calendar'], taskHeaders)
  const bad = new Map(mess.bad.tasks.map((row) => [row.row, row]))
  for (const line of lines) {
    const row = [text(line.task), text(line.rule), date(line.dueOn, 'iso'), date(line.doneOn, 'serial')]
    const spoiltRow = bad.get(line)
    if (spoiltRow === undefined) addRow(sheet, row)
    else
      addRow(sheet, withCell(taskHeaders, row, { field: spoiltRow.field, cell: spoilt(spoiltRow.cell) }), {
        mark: 'quarantined',
      })
  }
  return sheet
}

export function agingTab(lines: readonly AgingLine[]): SheetDraft {
  const titles = ['Aged receivables', 'Age from the day of service, at each month end']
  const sheet = startSheet('Aging', titles, {
    as_of: 'Month End',
    payer_class: 'Payer Class',
    responsibility: 'Owed By',
    bucket: 'Age Bucket',
    debit_balance: 'Debit',
    credit_balance: 'Credit',
  })
  for (const line of lines) {
    addRow(
      sheet,
      [
        date(monthEnd(line.month), 'serial'),
        text(line.payerClass),
        text(line.responsibility),
        text(line.bucket),
        money(line.debitCents),
        money(line.creditCents),
      ],
      { cents: line.debitCents },
    )
  }
  addFooter(sheet, 'Printed 11/2/2026 9:20 AM')
  return sheet
}
