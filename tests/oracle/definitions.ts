import type { Dimension } from '../../src/cubes/cube.ts'
import type { BookName } from './books.ts'

/** What a metric adds up; `months` says over which months, the query's own unless given. */
export interface Part {
  readonly book: BookName
  readonly sum: string
  readonly sign?: -1
  /** The last month only, or the 3 or 12 months that end with the query's last. */
  readonly months?: 'last' | 3 | 12
  /** Only events with these values, whatever the query filters by. */
  readonly only?: Readonly<Partial<Record<Dimension, readonly string[]>>>
  /** Dimensions whose whole it is, whatever the query splits or filters by. */
  readonly wholeOf?: readonly Dimension[]
}

/** A sum, or a sum over another sum, times a factor. */
export interface Sums {
  readonly of: readonly Part[]
  readonly per?: readonly Part[]
  readonly times?: number
}

/** The number of days by which so many percent of all are reached. */
export interface Bins {
  readonly bins: Part
  readonly percent: number
}

export type Definition = Sums | Bins

/** Budget categories that operating expenses are compared with: all costs but provider compensation. */
const operatingCategories = [
  'staff_wages',
  'staff_benefits',
  'rent_occupancy',
  'medical_supplies',
  'drugs_vaccines',
  'it_software',
  'equipment',
  'malpractice',
  'other_insurance',
  'professional_fees',
  'billing_fees',
  'marketing',
  'office_supplies',
  'lab_imaging',
  'travel_cme',
  'interest',
  'depreciation',
  'other',
] as const

const billing: Readonly<Record<string, Definition>> = {
  // K01
  gross_charges: { of: [{ book: 'charges', sum: 'charges' }] },
  charges_by_service_month: { of: [{ book: 'production', sum: 'charges' }] },
  // K02
  net_collections: { of: [{ book: 'transactions', sum: 'netPayments' }] },
  // K03
  contractual_adjustments: { of: [{ book: 'transactions', sum: 'contractual' }] },
  other_adjustments: { of: [{ book: 'transactions', sum: 'otherAdjustments' }] },
  other_adjustment_rate: {
    of: [{ book: 'transactions', sum: 'otherAdjustments' }],
    per: [{ book: 'charges', sum: 'charges' }],
  },
  adjustments_by_category: { of: [{ book: 'adjustments', sum: 'adjustments' }] },
  // K04
  ar_roll_forward_difference: { of: [{ book: 'reconciliation', sum: 'difference' }] },
  // K05
  net_collection_rate: {
    of: [{ book: 'production', sum: 'matchedPayments' }],
    per: [
      { book: 'production', sum: 'charges' },
      { book: 'production', sum: 'matchedContractual', sign: -1 },
    ],
  },
  // K06
  net_collection_rate_12m: {
    of: [{ book: 'transactions', sum: 'netPayments', months: 12 }],
    per: [
      { book: 'charges', sum: 'charges', months: 12 },
      { book: 'transactions', sum: 'contractual', sign: -1, months: 12 },
    ],
  },
  // K18
  charge_lag_median: { bins: { book: 'chargeLags', sum: 'lines' }, percent: 50 },
  charge_lag_p90: { bins: { book: 'chargeLags', sum: 'lines' }, percent: 90 },
  charges_within_3_days: {
    of: [{ book: 'charges', sum: 'within3Days' }],
    per: [{ book: 'charges', sum: 'lines' }],
  },
  // K25
  revenue_per_visit: {
    of: [{ book: 'production', sum: 'matchedPayments' }],
    per: [{ book: 'appointments', sum: 'visits' }],
  },
  cash_per_visit: {
    of: [{ book: 'transactions', sum: 'netPayments' }],
    per: [{ book: 'appointments', sum: 'visits' }],
  },
}

const receivables: Readonly<Record<string, Definition>> = {
  // K08
  days_in_ar: {
    of: [{ book: 'receivables', sum: 'balance', months: 'last' }],
    per: [{ book: 'charges', sum: 'charges', months: 3 }],
    times: 91.25,
  },
  // K09
  accounts_receivable: { of: [{ book: 'receivables', sum: 'balance', months: 'last' }] },
  ar_bucket_share: {
    of: [{ book: 'receivables', sum: 'balance', months: 'last' }],
    per: [{ book: 'receivables', sum: 'balance', months: 'last', wholeOf: ['age_bucket'] }],
  },
  // K10
  ar_over_90_rate: {
    of: [{ book: 'receivables', sum: 'over90', months: 'last' }],
    per: [{ book: 'receivables', sum: 'balance', months: 'last' }],
  },
  // K11
  patient_ar_share: {
    of: [{ book: 'receivables', sum: 'patient', months: 'last' }],
    per: [{ book: 'receivables', sum: 'balance', months: 'last' }],
  },
}

const payerMix: Readonly<Record<string, Definition>> = {
  // K24
  payer_mix_visits: {
    of: [{ book: 'appointments', sum: 'visits' }],
    per: [{ book: 'appointments', sum: 'visits', wholeOf: ['payer'] }],
  },
  payer_mix_charges: {
    of: [{ book: 'charges', sum: 'charges' }],
    per: [{ book: 'charges', sum: 'charges', wholeOf: ['payer'] }],
  },
  payer_mix_payments: {
    of: [{ book: 'transactions', sum: 'netPayments' }],
    per: [{ book: 'transactions', sum: 'netPayments', wholeOf: ['payer'] }],
  },
}

const finance: Readonly<Record<string, Definition>> = {
  // K26
  collections_budget_variance: {
    of: [
      { book: 'transactions', sum: 'netPayments' },
      { book: 'budget', sum: 'budget', sign: -1, only: { category: ['collections'] } },
    ],
  },
  collections_vs_budget_rate: {
    of: [{ book: 'transactions', sum: 'netPayments' }],
    per: [{ book: 'budget', sum: 'budget', only: { category: ['collections'] } }],
  },
  expense_budget_variance: {
    of: [
      { book: 'expenseBudget', sum: 'budget', only: { category: operatingCategories } },
      { book: 'expenses', sum: 'operating', sign: -1 },
    ],
  },
  // K27
  operating_expenses: { of: [{ book: 'expenses', sum: 'operating' }] },
  overhead_rate: {
    of: [{ book: 'expenses', sum: 'operating', months: 12 }],
    per: [{ book: 'transactions', sum: 'netPayments', months: 12, wholeOf: ['category'] }],
  },
}

const schedule: Readonly<Record<string, Definition>> = {
  // K30, K31
  completed_visits: { of: [{ book: 'appointments', sum: 'visits' }] },
  visits_per_clinic_day: {
    of: [{ book: 'appointments', sum: 'visits' }],
    per: [{ book: 'clinicDays', sum: 'clinicDays' }],
  },
  // K35, K36
  new_patient_share: {
    of: [{ book: 'appointments', sum: 'newPatientVisits' }],
    per: [{ book: 'appointments', sum: 'visits' }],
  },
  telehealth_share: {
    of: [{ book: 'appointments', sum: 'telehealthVisits' }],
    per: [{ book: 'appointments', sum: 'visits' }],
  },
  // K38: advance cancellations and moves are in neither part.
  booked_appointments: { of: [{ book: 'appointments', sum: 'booked' }] },
  no_show_rate: {
    of: [{ book: 'appointments', sum: 'noShow' }],
    per: [
      { book: 'appointments', sum: 'visits' },
      { book: 'appointments', sum: 'noShow' },
    ],
  },
  no_show_rate_by_day_part: {
    of: [{ book: 'appointmentTimes', sum: 'noShow' }],
    per: [
      { book: 'appointmentTimes', sum: 'visits' },
      { book: 'appointmentTimes', sum: 'noShow' },
    ],
  },
  // K39, K40
  cancellation_rate: {
    of: [{ book: 'appointments', sum: 'cancelled' }],
    per: [{ book: 'appointments', sum: 'booked' }],
  },
  late_cancellation_rate: {
    of: [{ book: 'appointments', sum: 'cancelledLate' }],
    per: [{ book: 'appointments', sum: 'booked' }],
  },
  // K41, K43, K47
  slot_utilisation: {
    of: [{ book: 'appointments', sum: 'bookedSlots' }],
    per: [{ book: 'slots', sum: 'slots' }],
  },
  lead_time_median: { bins: { book: 'leadTimes', sum: 'appointments' }, percent: 50 },
  unresolved_appointments: {
    of: [{ book: 'appointments', sum: 'unresolved' }],
    per: [{ book: 'appointments', sum: 'booked' }],
  },
}

const office: Readonly<Record<string, Definition>> = {
  // K48
  staff_cost: { of: [{ book: 'payroll', sum: 'staffCost' }] },
  staff_cost_rate: {
    of: [{ book: 'payroll', sum: 'staffCost', months: 3 }],
    per: [{ book: 'transactions', sum: 'netPayments', months: 3, wholeOf: ['role_group'] }],
  },
  staff_cost_rate_12m: {
    of: [{ book: 'payroll', sum: 'staffCost', months: 12 }],
    per: [{ book: 'transactions', sum: 'netPayments', months: 12, wholeOf: ['role_group'] }],
  },
  // K51
  overtime_rate: {
    of: [{ book: 'payroll', sum: 'overtimeHours' }],
    per: [
      { book: 'payroll', sum: 'regularHours' },
      { book: 'payroll', sum: 'overtimeHours' },
    ],
  },
  overtime_pay: { of: [{ book: 'payroll', sum: 'overtimePaid' }] },
  overtime_pay_rate: {
    of: [{ book: 'payroll', sum: 'overtimePaid' }],
    per: [{ book: 'payroll', sum: 'paid' }],
  },
  // K55
  payroll_cost_per_visit: {
    of: [{ book: 'payroll', sum: 'staffCost' }],
    per: [{ book: 'appointments', sum: 'visits', wholeOf: ['role_group'] }],
  },
  // K60
  compliance_on_time_rate: {
    of: [{ book: 'compliance', sum: 'onTime' }],
    per: [{ book: 'compliance', sum: 'due' }],
  },
  overdue_items: { of: [{ book: 'compliance', sum: 'overdue', months: 'last' }] },
}

/** Every metric of the first release, written from the KPI dictionary. */
export const definitions: Readonly<Record<string, Definition>> = {
  ...billing,
  ...receivables,
  ...payerMix,
  ...finance,
  ...schedule,
  ...office,
}
