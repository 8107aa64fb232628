import { monthOf } from '../calendar.ts'
import type { Mess } from '../mess.ts'
import type { PayLine } from '../payroll.ts'
import { date, money, number, spoilt, text, type DemoCell, type DateStyle } from './cells.ts'
import {
  addFooter,
  addRow,
  addTotal,
  startSheet,
  withCell,
  type Headers,
  type SheetDraft,
} from './sheetDraft.ts'
import { totalLabel } from './totalLabel.ts'

const headers: Headers = {
  employee_id: 'File #',
  role_group: 'Job Group',
  location: 'Work Location',
  period_start: 'Pay Period Start Date',
  period_end: 'Pay Period End Date',
  pay_date: 'Check Date',
  check_seq: 'Check Seq Number',
  earning_code: 'Earnings Code',
  hours: 'Hrs',
  amount: 'Gross Amount',
  employer_taxes: 'ER Taxes',
  employer_benefits: 'ER Benefits',
  is_owner: 'Owner?',
}

/** The Payroll tab, with a total after the pay days of every month and one period pasted twice. */
export function payrollTab(lines: readonly PayLine[], mess: Mess): SheetDraft {
  const titles = ['Payroll register', '', 'Riverbend Family & Specialty Care', 'Biweekly, all employees']
  const sheet = startSheet('Payroll', titles, headers)
  const bad = new Map(mess.bad.payroll.map((row) => [row.row, row]))
  let month = ''
  let monthCents = 0
  let allCents = 0
  const closeMonth = (): void =>
    addTotal(sheet, headers, { label: totalLabel(month), field: 'amount', cents: monthCents })
  for (const line of lines) {
    const nextMonth = monthOf(line.payDay)
    if (month !== '' && nextMonth !== month) {
      closeMonth()
      monthCents = 0
    }
    month = nextMonth
    monthCents += line.cents
    allCents += line.cents
    const row = payRow(line)
    const spoiltRow = bad.get(line)
    if (spoiltRow === undefined) addRow(sheet, row, { cents: line.cents })
    else
      addRow(sheet, withCell(headers, row, { field: spoiltRow.field, cell: spoilt(spoiltRow.cell) }), {
        cents: line.cents,
        mark: 'quarantined',
      })
  }
  closeMonth()
  addTotal(sheet, headers, { label: 'Payroll Totals', field: 'amount', cents: allCents })
  for (const line of mess.repasted.payroll)
    addRow(sheet, payRow(line), { cents: line.cents, mark: 'duplicates' })
  addFooter(sheet, 'Printed 11/3/2026 3:15 PM')
  return sheet
}

function payRow(line: PayLine): readonly DemoCell[] {
  const style: DateStyle = monthOf(line.end).startsWith('2024') ? 'us' : 'serial'
  const { employee } = line
  return [
    text(employee.id),
    text(employee.role),
    text(employee.site),
    date(line.start, style),
    date(line.end, style),
    date(line.payDay, style),
    text('1'),
    text(line.code),
    number(line.hours === null ? null : line.hours / 100),
    money(line.cents),
    money(line.taxCents),
    money(line.benefitCents),
    text(employee.isOwner ? 'Yes' : 'No'),
  ]
}
