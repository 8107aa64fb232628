import { defineContract, type RowOf } from './contract.ts'
import { roleGroups } from './vocabularies.ts'

/**
 * One row per employee and period with regular and overtime side by side. The ledger turns it into
 * payroll lines: regular, overtime and other; where only gross is given, regular is gross less the rest.
 */
export const payrollSummary = defineContract({
  dataset: 'payroll_summary',
  grain: 'one row per employee and period',
  keys: [],
  control: 'gross_amount',
  fields: {
    employee_id: { kind: 'id', required: false, privacy: 'staff', aliases: ['emp id', 'employee no', 'full name', 'employee name'], description: 'Employee.' },
    role_group: { kind: 'choice', required: false, privacy: 'none', values: roleGroups, aliases: ['role'], description: 'Role group; else from the staff tab, else other.' },
    location: { kind: 'text', required: false, privacy: 'none', aliases: ['site', 'department', 'work location'], description: 'Site.' },
    period_start: { kind: 'date', required: true, privacy: 'none', aliases: ['pay period start'], description: 'First day worked.' },
    period_end: { kind: 'date', required: true, privacy: 'none', aliases: ['pay period end'], description: 'Last day worked.' },
    pay_date: { kind: 'date', required: false, privacy: 'none', aliases: ['check date'], description: 'Pay day; else the period end.' },
    regular_hours: { kind: 'hours', required: false, privacy: 'staff', aliases: ['reg hours', 'reg hrs', 'regular (hours)'], description: 'Regular hours.' },
    overtime_hours: { kind: 'hours', required: false, privacy: 'staff', aliases: ['ot hours', 'o/t hours', 'o/t hr'], description: 'Overtime hours.' },
    regular_amount: { kind: 'money', required: false, privacy: 'staff', aliases: ['regular gross paid', 'regular (amount)', 'regular pay'], description: 'Regular pay in cents.' },
    overtime_amount: { kind: 'money', required: false, privacy: 'staff', aliases: ['overtime pay', 'total ot paid', 'ot pay'], description: 'Overtime pay in cents.' },
    other_amount: { kind: 'money', required: false, privacy: 'staff', aliases: ['total other pay', 'other pay'], description: 'Other pay in cents.' },
    gross_amount: { kind: 'money', required: false, privacy: 'staff', aliases: ['gross pay', 'gross pay received', 'gross earnings', 'gross'], description: 'Gross in cents; else the sum of the parts.' },
    employer_taxes: { kind: 'money', required: false, privacy: 'staff', aliases: ['er taxes'], description: 'Employer taxes in cents.' },
    employer_benefits: { kind: 'money', required: false, privacy: 'staff', aliases: ['er benefits', 'benefits'], description: 'Employer-paid benefits in cents.' },
    is_owner: { kind: 'boolean', required: false, privacy: 'staff', aliases: ['owner'], description: 'Owner; left out of staff cost.' },
  },
})

export type PayrollSummaryRow = RowOf<typeof payrollSummary>
