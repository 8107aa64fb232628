/** Something that a practice's sheets may or may not say, and without which a number would read as 0. */
export interface Input {
  /** The tab of the template that says it. */
  readonly tab: string
  /** What it says, to follow "Needs …". */
  readonly what: string
}

/**
 * Everything that a metric can need besides rows, by name; whether a practice's rows give it is up to the ledger
 * (`sql/given_inputs.sql`).
 */
export const inputs = {
  booking_day: { tab: 'Schedule', what: 'the day on which an appointment was booked' },
  cancelling_time: { tab: 'Schedule', what: 'when an appointment was cancelled, or a status for late ones' },
  new_patients: { tab: 'Schedule', what: 'which patients are new, or visit types that tell' },
  telehealth: { tab: 'Schedule', what: 'which visits are telehealth, or visit types that tell' },
  visit_payers: { tab: 'Schedule', what: 'the payer of an appointment' },
  charge_payers: { tab: 'Billing', what: 'the payer of a charge' },
  charges_of_payments: { tab: 'Billing', what: 'the charge, claim or encounter that a payment is for' },
  adjustment_reasons: { tab: 'Billing', what: 'reasons of adjustments' },
  first_answers: { tab: 'Claims', what: 'when a payer first answered a claim (first remit date)' },
  hours: { tab: 'Payroll', what: 'hours' },
} as const satisfies Record<string, Input>

export type InputName = keyof typeof inputs
