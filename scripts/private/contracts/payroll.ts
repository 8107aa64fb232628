import { defineContract, type RowOf } from './contract.ts'
import { earningCodes, roleGroups } from './vocabularies.ts'

/**
 * One row per employee, pay period and earning code (and check, where there are several). A check has a day on which it is paid, and
 * may be shared by sites: two lines that differ in these are no correction of one another.
 */
export const payroll = defineContract({
  dataset: 'payroll',
  grain: 'one row per employee, pay period and earning code',
  keys: [['employee_id', 'period_end', 'pay_date', 'earning_code', 'check_seq', 'location']],
  control: 'amount',
  fields: {
    employee_id: { kind: 'id', required: true, privacy: 'staff', aliases: ['emp id', 'worker id', 'file #', 'employee no', 'employee number', 'emp no'], description: 'Employee; leading zeros kept.' },
    role_group: { kind: 'choice', required: false, privacy: 'none', values: roleGroups, aliases: ['role', 'department', 'job group'], description: 'Role group; else from the staff tab.' },
    location: { kind: 'text', required: false, privacy: 'none', aliases: ['site', 'work location', 'work address', 'department name'], description: 'Site; else from the staff tab.' },
    period_start: { kind: 'date', required: true, privacy: 'none', aliases: ['pay period start date', 'period begin', 'period from', 'pay period start'], description: 'First day worked.' },
    period_end: { kind: 'date', required: true, privacy: 'none', aliases: ['pay period end date', 'period to', 'pay period end'], description: 'Last day worked.' },
    pay_date: { kind: 'date', required: true, privacy: 'none', aliases: ['check date', 'pay day', 'check/pay date', 'payday'], description: 'Pay day.' },
    check_seq: { kind: 'id', required: false, privacy: 'staff', aliases: ['check seq number', 'check sequence', 'check no'], description: 'Check within the period.' },
    earning_code: { kind: 'choice', required: true, privacy: 'none', values: earningCodes, aliases: ['earnings code', 'pay component', 'earning', 'earning type', 'pay type'], description: 'What was paid.' },
    hours: { kind: 'hours', required: false, privacy: 'staff', aliases: ['hrs'], description: 'Hours; blank is not zero.' },
    amount: { kind: 'money', required: false, privacy: 'staff', aliases: ['gross', 'gross amount', 'pay', 'earnings'], description: 'Gross in cents; blank is not zero.' },
    employer_taxes: { kind: 'money', required: false, privacy: 'staff', aliases: ['er taxes', 'employer tax'], description: 'Employer taxes in cents.' },
    employer_benefits: { kind: 'money', required: false, privacy: 'staff', aliases: ['er benefits', 'benefits', 'employer benefit'], description: 'Employer-paid benefits in cents.' },
    is_owner: { kind: 'boolean', required: false, privacy: 'staff', aliases: ['owner', 'owner?', 'partner'], description: 'Owner; left out of staff cost.' },
  },
})

export type PayrollLine = RowOf<typeof payroll>
