import { staffingRules, type Shift } from '../roster.ts'
import { date, number, text, timeOfDay } from './cells.ts'
import { addRow, startSheet, type SheetDraft } from './sheetDraft.ts'
import { dateStyleOf } from './spelling.ts'

/** The Shifts tab, as the manager plans it two weeks ahead. */
export function shiftsTab(shifts: readonly Shift[]): SheetDraft {
  const sheet = startSheet('Shifts', ['Roster, planned two weeks ahead'], {
    date: 'Shift Date',
    employee_id: 'Emp ID',
    role_group: 'Job Group',
    location: 'Site',
    start: 'From',
    end: 'To',
    break_min: 'Lunch (min)',
    type: 'Shift Type',
    status: 'Attendance',
  })
  for (const { day, employee, site, start, end, pause, type, isAbsent } of shifts) {
    const style = dateStyleOf(day)
    addRow(sheet, [
      date(day, style),
      text(employee.id),
      text(employee.role),
      text(site),
      timeOfDay(start, style),
      timeOfDay(end, style),
      number(pause),
      text(type),
      text(isAbsent ? 'absent' : null),
    ])
  }
  return sheet
}

/** How many are needed, as the partners agreed it. */
export function coverageRulesTab(): SheetDraft {
  const sheet = startSheet('Coverage rules', [], {
    role_group: 'Job Group',
    per: 'For Each',
    ratio: 'Staff Needed',
    half_day: 'Half Day',
  })
  for (const { role, per, ratio, halfDay } of staffingRules)
    addRow(sheet, [text(role), text(per), number(ratio), text(halfDay)])
  return sheet
}
