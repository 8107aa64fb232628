import { adjustmentCategories } from '../../scripts/private/contracts/vocabularies.ts'
import type { Dimension } from '../../src/cubes/cube.ts'
import type { BookName } from './books.ts'
import { claimDefinitions } from './claimDefinitions.ts'

/** What a metric adds up; `months` says over which months, the query's own unless given. */
export interface Part {
  readonly book: BookName
  readonly sum: string
  readonly sign?: -1
  /** The last month only, the 3 or 12 months that end with the query's last, or the 12 up to the last quarter that is over then. */
  readonly months?: 'last' | 3 | 12 | 'four quarters'
  /** Only events with these values, whatever the query filters by. */
  readonly only?: Readonly<Partial<Record<Dimension, readonly string[]>>>
  /** Nothing with the values of `only` is 0, as long as the book's rows are given. */
  readonly isZeroWithout?: true
  /** Dimensions whose whole it is, whatever the query splits or filters by. */
  readonly wholeOf?: readonly Dimension[]
  /** No data as soon as a month that it counts in has nothing of this book. */
  readonly besideBook?: BookName
  /** No data as soon as slots of a month and value that it counts in are not known. */
  readonly isWithSlots?: true
  /** No data as soon as paid hours of a month and value that it counts in are not known. */
  readonly isWithHours?: true
}

/** A sum, or a sum over another sum, times a factor. */
export interface Sums {
  readonly of: readonly Part[]
  readonly per?: readonly Part[]
  readonly times?: number
}

/** The number of days or minutes by which so many percent of all are reached. */
export interface Bins {
  readonly bins: Part
  /** The dimension that holds the number. */
  readonly at: Dimension
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

/** What contracts allow of twelve months of charges (K21, K22). */
const adjustedCharges: readonly Part[] = [
  { book: 'charges', sum: 'charges', months: 'four quarters' },
  { book: 'transactions', sum: 'contractual', sign: -1, months: 'four quarters' },
]

function collectedBy(months: number): Definition {
  return {
    of: [{ book: 'production', sum: `paid${String(months)}` }],
    per: [
      { book: 'production', sum: 'charges' },
      // After 120 days a month counts as final: adjustments are those known today.
      {
        book: 'production',
        sum: months === 4 ? 'matchedContractual' : `contractual${String(months)}`,
        sign: -1,
      },
    ],
  }
}

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
  // K05, as it stood at the end of the month of service and of each of the four months after it.
  collected_by_month_end: collectedBy(0),
  collected_by_30_days: collectedBy(1),
  collected_by_60_days: collectedBy(2),
  collected_by_90_days: collectedBy(3),
  collected_by_120_days: collectedBy(4),
  // K20
  point_of_service_rate: {
    of: [{ book: 'transactions', sum: 'sameDayPayments' }],
    per: [{ book: 'transactions', sum: 'patientPayments' }],
  },
  // K06
  net_collection_rate_12m: {
    of: [{ book: 'transactions', sum: 'netPayments', months: 12 }],
    per: [
      { book: 'charges', sum: 'charges', months: 12 },
      { book: 'transactions', sum: 'contractual', sign: -1, months: 12 },
    ],
  },
  net_collection_rate_12m_as_contractual: {
    of: [{ book: 'transactions', sum: 'netPayments', months: 12 }],
    per: [
      { book: 'charges', sum: 'charges', months: 12 },
      { book: 'transactions', sum: 'contractual', sign: -1, months: 12 },
      {
        book: 'adjustments',
        sum: 'adjustments',
        sign: -1,
        months: 12,
        only: { adjustment_category: ['unknown'] },
      },
    ],
  },
  // K07
  gross_collection_rate: {
    of: [{ book: 'transactions', sum: 'netPayments', months: 12 }],
    per: [{ book: 'charges', sum: 'charges', months: 12 }],
  },
  // K18
  charge_lag_median: { bins: { book: 'chargeLags', sum: 'lines' }, at: 'lag_days', percent: 50 },
  charge_lag_p90: { bins: { book: 'chargeLags', sum: 'lines' }, at: 'lag_days', percent: 90 },
  // K34
  new_visit_level_mix: {
    of: [{ book: 'newVisits', sum: 'lines' }],
    per: [{ book: 'newVisits', sum: 'lines', wholeOf: ['new_visit_level'] }],
  },
  established_visit_level_mix: {
    of: [{ book: 'establishedVisits', sum: 'lines' }],
    per: [{ book: 'establishedVisits', sum: 'lines', wholeOf: ['established_visit_level'] }],
  },
  charges_within_3_days: {
    of: [{ book: 'charges', sum: 'within3Days' }],
    per: [{ book: 'charges', sum: 'lines' }],
  },
  // K21, K22: contractual adjustments leave the denominator, whatever is given up by choice stays in it.
  bad_debt_rate: {
    of: [
      {
        book: 'adjustments',
        sum: 'adjustments',
        months: 'four quarters',
        only: { adjustment_category: ['bad_debt'] },
        isZeroWithout: true,
      },
    ],
    per: adjustedCharges,
  },
  avoidable_write_off_rate: {
    of: [
      {
        book: 'adjustments',
        sum: 'adjustments',
        months: 'four quarters',
        only: { adjustment_category: ['timely_filing', 'no_auth', 'credentialing', 'administrative'] },
        isZeroWithout: true,
      },
    ],
    per: adjustedCharges,
  },
  write_offs_by_reason: {
    of: [
      {
        book: 'adjustments',
        sum: 'adjustments',
        only: { adjustment_category: adjustmentCategories.filter((each) => each !== 'contractual') },
      },
    ],
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

/** What is left after costs (K28), over the query's months or twelve. */
function marginParts(months?: 12): readonly Part[] {
  const over = months === undefined ? {} : { months }
  return [
    { book: 'transactions', sum: 'netPayments', ...over },
    { book: 'income', sum: 'otherIncome', ...over },
    { book: 'expenses', sum: 'operating', sign: -1, ...over },
  ]
}

const margin: Readonly<Record<string, Definition>> = {
  // K28
  other_income: { of: [{ book: 'income', sum: 'otherIncome' }] },
  margin_before_owner_pay: { of: marginParts() },
  margin_rate_12m: { of: marginParts(12), per: marginParts(12).slice(0, 2) },
  // K32
  work_rvus: { of: [{ book: 'workRvus', sum: 'hundredths' }] },
  // K33: cents over hundredths.
  collections_per_wrvu: {
    of: [{ book: 'production', sum: 'matchedPayments', besideBook: 'workRvus' }],
    per: [{ book: 'workRvus', sum: 'hundredths' }],
    times: 100,
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
  // K41, K42, K43, K47
  slot_utilisation: {
    of: [
      { book: 'appointments', sum: 'visits', isWithSlots: true },
      { book: 'appointments', sum: 'noShow', isWithSlots: true },
      { book: 'appointments', sum: 'unresolved', isWithSlots: true },
    ],
    per: [{ book: 'slots', sum: 'slots' }],
  },
  kept_slot_rate: {
    of: [{ book: 'appointments', sum: 'visits', isWithSlots: true }],
    per: [{ book: 'slots', sum: 'slots' }],
  },
  schedule_fullness: {
    of: [{ book: 'bookingsAhead', sum: 'booked', months: 'last', isWithSlots: true }],
    per: [{ book: 'slotsAhead', sum: 'slots', months: 'last' }],
  },
  lead_time_median: { bins: { book: 'leadTimes', sum: 'appointments' }, at: 'lag_days', percent: 50 },
  // K44
  third_next_available: {
    of: [{ book: 'accessSamples', sum: 'days' }],
    per: [{ book: 'accessSamples', sum: 'samples' }],
  },
  // K45, K46
  wait_median: { bins: { book: 'waits', sum: 'visits' }, at: 'wait_minutes', percent: 50 },
  wait_p90: { bins: { book: 'waits', sum: 'visits' }, at: 'wait_minutes', percent: 90 },
  cycle_median: { bins: { book: 'cycles', sum: 'visits' }, at: 'cycle_minutes', percent: 50 },
  cycle_p90: { bins: { book: 'cycles', sum: 'visits' }, at: 'cycle_minutes', percent: 90 },
  // K58
  no_show_minutes: { of: [{ book: 'appointments', sum: 'noShowMinutes' }] },
  unsigned_note_rate: {
    of: [{ book: 'appointments', sum: 'unsigned' }],
    per: [{ book: 'appointments', sum: 'noted' }],
  },
  sign_lag_median: { bins: { book: 'signLags', sum: 'visits' }, at: 'sign_lag_days', percent: 50 },
  sign_lag_p90: { bins: { book: 'signLags', sum: 'visits' }, at: 'sign_lag_days', percent: 90 },
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
  // K49, K50
  staff_fte_per_provider: {
    of: [{ book: 'payroll', sum: 'cappedHours' }],
    per: [{ book: 'fullTime', sum: 'providerHours', wholeOf: ['role_group'] }],
  },
  staff_fte: {
    of: [{ book: 'payroll', sum: 'cappedHours' }],
    per: [{ book: 'fullTime', sum: 'fullTimeHours', wholeOf: ['role_group'] }],
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
  // K56
  visits_per_staff_hour: {
    of: [{ book: 'appointments', sum: 'visits', months: 'last', isWithHours: true }],
    per: [{ book: 'payroll', sum: 'workedHours', months: 'last' }],
    times: 100,
  },
  // K60
  compliance_on_time_rate: {
    of: [{ book: 'compliance', sum: 'onTime' }],
    per: [{ book: 'compliance', sum: 'due' }],
  },
  overdue_items: { of: [{ book: 'compliance', sum: 'overdue', months: 'last' }] },
  compliance_due_soon: { of: [{ book: 'compliance', sum: 'dueSoon', months: 'last' }] },
}

const panel: Readonly<Record<string, Definition>> = {
  // K37
  active_patients: { of: [{ book: 'panel', sum: 'active', months: 'last' }] },
  returning_patient_rate: {
    of: [{ book: 'panel', sum: 'returned', months: 'last' }],
    per: [{ book: 'panel', sum: 'before', months: 'last' }],
  },
}

const people: Readonly<Record<string, Definition>> = {
  // K52
  turnover_rate: {
    of: [{ book: 'turnover', sum: 'left', months: 12 }],
    per: [{ book: 'turnover', sum: 'employed', months: 12 }],
    times: 12,
  },
  early_loss_rate: {
    of: [{ book: 'turnover', sum: 'lost', months: 12 }],
    per: [{ book: 'turnover', sum: 'hired', months: 12 }],
  },
  // K53
  vacancy_rate: {
    of: [{ book: 'positions', sum: 'open', months: 'last' }],
    per: [{ book: 'positions', sum: 'approved', months: 'last' }],
  },
  // K57
  coverage_rate: {
    of: [{ book: 'coverage', sum: 'covered' }],
    per: [{ book: 'coverage', sum: 'sessions' }],
  },
  coverage_ahead_rate: {
    of: [{ book: 'coverageAhead', sum: 'covered', months: 'last' }],
    per: [{ book: 'coverageAhead', sum: 'sessions', months: 'last' }],
  },
  // K54
  pto_liability: { of: [{ book: 'leave', sum: 'liability', months: 'last' }] },
}

/** Every metric of the first release, written from the KPI dictionary. */
export const definitions: Readonly<Record<string, Definition>> = {
  ...billing,
  ...receivables,
  ...claimDefinitions,
  ...payerMix,
  ...finance,
  ...margin,
  ...schedule,
  ...office,
  ...panel,
  ...people,
}
