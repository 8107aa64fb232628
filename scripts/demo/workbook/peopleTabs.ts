import { toDay } from '../calendar.ts'
import type { GoalLine } from '../goals.ts'
import type { Opening } from '../openings.ts'
import { demoPayers } from '../payers.ts'
import { demoProviders } from '../providers.ts'
import type { Employee } from '../staff.ts'
import { date, number, text } from './cells.ts'
import { addRow, startSheet, type SheetDraft } from './sheetDraft.ts'

export function providersTab(): SheetDraft {
  const sheet = startSheet('Providers', ['Providers and how the systems spell them'], {
    provider_id: 'Provider No',
    display_name: 'Display Name',
    npi: 'NPI Number',
    type: 'Provider Type',
    specialty: 'Specialty',
    employment: 'Employment',
    clinical_fte: 'Clinical FTE',
    start: 'Start Date',
    end: 'End Date',
    aliases: 'Also Written',
    locations: 'Sites',
  })
  for (const provider of demoProviders) {
    addRow(sheet, [
      text(provider.id),
      text(provider.name),
      text(provider.npi),
      text(provider.type),
      text(provider.specialty),
      text(provider.employment),
      number(provider.fte),
      date(provider.start, 'serial'),
      date(provider.end, 'serial'),
      text(provider.aliases.join('; ')),
      text([...new Set(provider.clinics.map(([, site]) => site))].join('; ')),
    ])
  }
  return sheet
}

/** The payers tab lacks the two that nobody mapped. */
export function payersTab(): SheetDraft {
  const sheet = startSheet('Payers', [], {
    payer_id: 'Payer ID',
    name: 'Payer Name',
    class: 'Financial Class',
    aliases: 'Also Written',
    timely_filing_days: 'Timely Filing',
    contract_renewal: 'Renewal',
  })
  for (const payer of demoPayers) {
    if (payer.class === 'unmapped' || payer.class === 'none_given') continue
    addRow(sheet, [
      text(payer.id),
      text(payer.name),
      text(payer.class),
      text(payer.aliases.join('; ')),
      number(payer.filingDays === 0 ? null : payer.filingDays),
      date(payer.renewal === null ? null : toDay(payer.renewal), 'short'),
    ])
  }
  return sheet
}

/** `leave` is what is owed to whom, in hours. */
export function staffTab(staff: readonly Employee[], leave: ReadonlyMap<string, number>): SheetDraft {
  const sheet = startSheet('Staff', ['Staff roster', 'Numbers only, names are kept by the manager'], {
    employee_id: 'Emp ID',
    role_group: 'Job Group',
    job_title: 'Title',
    location: 'Home Site',
    employment: 'Employment Type',
    standard_weekly_hours: 'Weekly Hours',
    fte: 'FTE',
    hire_date: 'Date of Hire',
    term_date: 'End Date',
    pto_balance_hours: 'PTO Balance',
    is_owner: 'Partner',
  })
  for (const employee of staff) {
    addRow(sheet, [
      text(employee.id),
      text(employee.role),
      text(employee.title),
      text(employee.site),
      text(employee.weeklyHours >= 36 ? 'full_time' : 'part_time'),
      number(employee.weeklyHours),
      number(employee.weeklyHours / 40),
      date(employee.hiredOn, 'us'),
      date(employee.leftOn, 'us'),
      number(leave.get(employee.id) ?? null),
      text(employee.isOwner ? 'Y' : 'N'),
    ])
  }
  return sheet
}

/** Position control: a row for each time that a job was open, or one without dates. */
export function positionsTab(openings: readonly Opening[]): SheetDraft {
  const sheet = startSheet('Positions', ['Position control'], {
    position_id: 'Position No',
    role_group: 'Job Group',
    fte: 'Approved FTE',
    opened: 'Vacant Since',
    filled: 'Filled On',
    status: 'Position Status',
  })
  for (const { id, role, weeklyHours, openedOn, filledOn, status } of openings) {
    addRow(sheet, [
      text(id),
      text(role),
      number(weeklyHours / 40),
      date(openedOn, 'us'),
      date(filledOn, 'us'),
      text(status),
    ])
  }
  return sheet
}

/** Rates are written as percentages here and there, as people do. */
export function goalsTab(goals: readonly GoalLine[]): SheetDraft {
  const sheet = startSheet('Goals', ['Goals agreed by the partners'], {
    metric: 'KPI',
    scope: 'Level',
    scope_id: 'For',
    target: 'Goal',
    lower_ok: 'OK From',
    upper_ok: 'OK To',
    direction: 'Better',
    effective_from: 'Effective',
    source: 'Source / Note',
  })
  goals.forEach((goal, index) => {
    const shown =
      goal.target < 1 && index % 2 === 0
        ? text(`${Math.round(goal.target * 1_000) / 10}%`)
        : number(goal.target)
    addRow(sheet, [
      text(goal.metric),
      text(goal.scope),
      text(goal.scopeId),
      shown,
      number(goal.lowerOk),
      number(goal.upperOk),
      text(goal.direction),
      date(toDay(goal.from), 'us'),
      text(goal.source),
    ])
  })
  return sheet
}
