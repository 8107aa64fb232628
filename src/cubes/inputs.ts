/** Something that a practice's sheets may or may not say, and without which a number would read as 0. */
export interface Input {
  /** The tab of the template that says it. */
  readonly tab: string
  /** What it says, to follow "Needs …". */
  readonly what: string
  /** Why it is missing, where that is not that the tab does not say it. */
  readonly because?: string
}

/**
 * Everything that a metric can need besides rows, by name; whether a practice's rows give it is up to the ledger
 * (`sql/given_inputs.sql`).
 */
export const inputs = {
  booking_day: { tab: 'Schedule', what: 'the day on which an appointment was booked' },
  start_times: { tab: 'Schedule', what: 'when appointments begin' },
  cancelling_time: { tab: 'Schedule', what: 'when an appointment was cancelled, or a status for late ones' },
  new_patients: { tab: 'Schedule', what: 'which patients are new, or visit types that tell' },
  telehealth: { tab: 'Schedule', what: 'which visits are telehealth, or visit types that tell' },
  visit_payers: { tab: 'Schedule', what: 'the payer of an appointment' },
  booked_lengths: { tab: 'Schedule', what: 'how many minutes an appointment was booked for' },
  rooming_times: {
    tab: 'Schedule',
    what: 'when patients checked in and were roomed (a wait log can say it too)',
  },
  leaving_times: {
    tab: 'Schedule',
    what: 'when patients checked in and checked out (a wait log can say it too)',
  },
  note_states: {
    tab: 'Schedule',
    what: 'whether the note of a visit is signed (an Encounters tab can say it too)',
  },
  signing_days: {
    tab: 'Schedule',
    what: 'when the note of a visit was signed (an Encounters tab can say it too)',
  },
  patient_numbers: { tab: 'Schedule', what: 'the patient number of an appointment' },
  billing_lines: {
    tab: 'Billing',
    what: 'charges and payments line by line',
    because: 'only month totals are known',
  },
  charge_payers: { tab: 'Billing', what: 'the payer of a charge' },
  charges_of_payments: { tab: 'Billing', what: 'the charge, claim or encounter that a payment is for' },
  service_days_of_payments: {
    tab: 'Billing',
    what: "the day of service, or the charge, claim or encounter, of patients' payments",
  },
  adjustment_reasons: { tab: 'Billing', what: 'reasons of adjustments' },
  procedure_codes: { tab: 'Billing', what: 'the procedure code (CPT) of a charge' },
  work_rvus: { tab: 'Billing', what: 'work RVUs of charges, or procedure codes that a wRVU table values' },
  clearinghouse_states: { tab: 'Claims', what: 'what the clearinghouse said of a claim' },
  claim_touches: { tab: 'Claims', what: 'how often a claim was worked on (touches)' },
  denial_work: { tab: 'Claims', what: 'what was done about a denial: touches, appeal or resolution' },
  denial_resolutions: { tab: 'Claims', what: 'what became of a denial (resolution)' },
  first_answers: { tab: 'Claims', what: 'when a payer first answered a claim (first remit date)' },
  owed_by: { tab: 'Aging', what: 'who owes each balance, insurance or patient' },
  hours: { tab: 'Payroll', what: 'hours' },
  hours_or_weeks: { tab: 'Payroll', what: 'hours, or weekly hours on the Staff tab' },
  clinical_ftes: { tab: 'Providers', what: 'the clinical FTE of every provider' },
  hire_days: { tab: 'Staff', what: 'when staff were hired' },
  leaving_days: { tab: 'Staff', what: 'when staff left' },
  leave_balances: { tab: 'Staff', what: 'leave hours owed (PTO balance)' },
  opening_days: { tab: 'Positions', what: 'when a position was opened' },
} as const satisfies Record<string, Input>

export type InputName = keyof typeof inputs
