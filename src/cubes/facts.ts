import { defineFact, type Dimension, type Fact } from './cube.ts'

const count = (description: string) => ({ unit: 'count', kind: 'flow', description }) as const
const money = (description: string) => ({ unit: 'money', kind: 'flow', description }) as const
const balance = (description: string) => ({ unit: 'money', kind: 'stock', description }) as const
const hours = (description: string) => ({ unit: 'hours', kind: 'flow', description }) as const

/** The three ways in which a page filters: every pair of them can be combined. */
const filterCuts = [[], ['provider', 'location'], ['provider', 'payer'], ['location', 'payer']] as const

/** The cuts of a fact that is always split by one dimension, and by one of the filters at most. */
const cutsWith = <const D extends Dimension>(dimension: D) =>
  [[dimension], ['provider', dimension], ['location', dimension], ['payer', dimension]] as const

export const appointments = defineFact({
  name: 'appointments',
  grain: 'month',
  dateBasis: 'appointment_date',
  description:
    'one row per month of appointment, provider, location, payer class and visit group; only appointments before the as-of date',
  dimensions: ['provider', 'location', 'payer', 'visit_type'],
  measures: {
    booked_count: count('Bookings for the month, whatever became of them (no open or blocked slots).'),
    kept_count: count('Bookings completed.'),
    no_show_count: count('Bookings missed without notice.'),
    cancelled_count: count('Bookings cancelled, in time or late, by either side.'),
    cancelled_by_practice_count: count('Of those, by the practice.'),
    late_cancelled_count: count('Cancelled later than the setting allows before the start.'),
    rescheduled_count: count('Bookings moved to another day.'),
    unresolved_count: count('Past bookings still scheduled, confirmed, arrived or roomed.'),
  },
  cuts: [...filterCuts, ['visit_type']],
})

export const visits = defineFact({
  name: 'visits',
  grain: 'month',
  dateBasis: 'service_date',
  description:
    'one row per month of service, provider, location, payer class and visit group; a visit is one patient, one provider, one day, completed',
  dimensions: ['provider', 'location', 'payer', 'visit_type'],
  measures: {
    visit_count: count('Completed visits.'),
    new_patient_visit_count: count('Completed visits of new patients.'),
    telehealth_visit_count: count('Completed telehealth visits.'),
  },
  cuts: [...filterCuts, ['visit_type']],
})

export const clinicDays = defineFact({
  name: 'clinic_days',
  grain: 'month',
  dateBasis: 'service_date',
  description:
    "one row per month, provider and location; a provider's day counts once, at the site of most of its visits",
  dimensions: ['provider', 'location'],
  measures: { clinic_day_count: count('Days on which the provider completed at least one visit.') },
  cuts: [[], ['provider', 'location']],
})

export const slots = defineFact({
  name: 'slots',
  grain: 'month',
  dateBasis: 'appointment_date',
  description:
    'one row per month, provider and location; slots before the as-of date, from the slots tab or from open-slot rows',
  dimensions: ['provider', 'location'],
  measures: {
    slot_count: count('Bookable slots.'),
    booked_slot_count: count('Slots with a booking that was not cancelled or moved.'),
    kept_slot_count: count('Slots with a completed booking.'),
  },
  cuts: [[], ['provider', 'location']],
})

export const appointmentHours = defineFact({
  name: 'appointment_hours',
  grain: 'quarter',
  dateBasis: 'appointment_date',
  description:
    'one row per quarter, weekday (Mon to Sun) and hour of the booked start; bookings without a start left out',
  dimensions: ['weekday', 'hour'],
  measures: {
    booked_count: count('Bookings, whatever became of them.'),
    kept_count: count('Bookings completed.'),
    no_show_count: count('Bookings missed without notice.'),
  },
  cuts: [['weekday', 'hour']],
})

export const leadTimes = defineFact({
  name: 'lead_times',
  grain: 'month',
  dateBasis: 'appointment_date',
  description:
    'one row per month of appointment, days from booking to appointment (91 is "more than 90") and one dimension; bookings entered after the day itself left out',
  dimensions: ['provider', 'location', 'payer', 'visit_type', 'lag_days'],
  measures: {
    appointment_count: count('Bookings for the month that say when they were booked, cancelled ones too.'),
  },
  cuts: [...cutsWith('lag_days'), ['visit_type', 'lag_days']],
})

export const charges = defineFact({
  name: 'charges',
  grain: 'month',
  dateBasis: 'post_date',
  description: 'one row per month of posting, provider, location and payer class',
  dimensions: ['provider', 'location', 'payer'],
  measures: {
    charge_cents: money('Charges posted, voids netted.'),
    charge_line_count: count(
      'Charge lines posted; voids, lines of $0 or less and lines posted before their service left out.',
    ),
    posted_within_3_days_count: count('Of those, posted at most 3 days after the service.'),
    trailing_90_day_charge_cents: balance(
      "Charges posted in the 90 days up to the month's end (in the running month, up to the as-of date).",
    ),
  },
  cuts: filterCuts,
})

export const chargeLags = defineFact({
  name: 'charge_lags',
  grain: 'month',
  dateBasis: 'post_date',
  description:
    'one row per month of posting, days from service to posting (61 is "more than 60") and one dimension',
  dimensions: ['provider', 'location', 'payer', 'lag_days'],
  measures: {
    charge_line_count: count(
      'Charge lines posted; voids, lines of $0 or less and lines posted before their service left out.',
    ),
  },
  cuts: cutsWith('lag_days'),
})

export const production = defineFact({
  name: 'production',
  grain: 'month',
  dateBasis: 'service_date',
  description:
    "one row per month of service, provider, location and payer class; payments and adjustments matched to the charge's month of service",
  dimensions: ['provider', 'location', 'payer'],
  measures: {
    charge_cents: money('Charges for services of the month, voids netted.'),
    matched_payment_cents: money('Net payments matched to those charges up to the as-of date.'),
    matched_contractual_cents: money('Contractual adjustments matched to those charges.'),
  },
  cuts: filterCuts,
})

export const transactions = defineFact({
  name: 'transactions',
  grain: 'month',
  dateBasis: 'post_date',
  description:
    'one row per month of posting, provider, location and payer class; the charge decides provider, location and payer where there is one',
  dimensions: ['provider', 'location', 'payer'],
  measures: {
    net_payment_cents: money(
      'Insurance and patient payments less refunds, takebacks and reversals; positive is money in.',
    ),
    insurance_payment_cents: money('Insurance payments, positive is money in.'),
    patient_payment_cents: money('Patient payments, positive is money in.'),
    refund_cents: money('Refunds to patients and payers, positive is money out.'),
    takeback_cents: money('Payer takebacks, positive is money out.'),
    reversal_cents: money('Bounced cheques and reversed payments, positive is money out.'),
    contractual_cents: money('Contractual adjustments, positive lowers A/R.'),
    other_adjustment_cents: money('All other adjustments, positive lowers A/R.'),
    other_income_cents: money('Capitation, interest and other income, shown apart.'),
  },
  cuts: filterCuts,
})

export const adjustments = defineFact({
  name: 'adjustments',
  grain: 'month',
  dateBasis: 'post_date',
  description: 'one row per month of posting, adjustment category and one dimension',
  dimensions: ['provider', 'location', 'payer', 'adjustment_category'],
  measures: { adjustment_cents: money('Adjustments, positive lowers A/R.') },
  cuts: cutsWith('adjustment_category'),
})

/**
 * Rolled from open items, or the practice's own aging report where the settings say so. An open item is
 * what shares the finest number (charge, claim, encounter) by which any transaction names a charge. A
 * transaction belongs to the item of the charge it names, or is an item of its own; a negative line
 * belongs to the item of the line it cancels (same patient, encounter, claim, day, procedure, modifiers
 * and amount). An item has the provider, site and payer of its earliest charge and ages from that
 * service. The patient owes it if self-pay or without a payer, or once an insurance payment, contractual
 * adjustment or denial is posted; else insurance does.
 */
export const receivables = defineFact({
  name: 'receivables',
  grain: 'month',
  dateBasis: 'month_end',
  description:
    'one row per month end (in the running month, the as-of date), provider, location, payer class, age bucket and responsibility',
  dimensions: ['provider', 'location', 'payer', 'age_bucket', 'responsibility'],
  measures: {
    balance_cents: balance('Open balance, credits deducted.'),
    debit_cents: balance('Sum of balances above zero.'),
    credit_cents: balance('Sum of balances below zero, zero or negative.'),
    over_90_cents: balance('Part of debit_cents aged over 90 days from the service.'),
    patient_cents: balance('Part of debit_cents that the patient owes.'),
  },
  cuts: [...filterCuts, ...cutsWith('age_bucket'), ['age_bucket', 'responsibility']],
})

export const reconciliation = defineFact({
  name: 'reconciliation',
  grain: 'month',
  dateBasis: 'month_end',
  description: "one row per month: the A/R roll-forward against the practice's own aging report",
  dimensions: [],
  measures: {
    opening_cents: balance(
      'A/R at the end of the month before, from the aging report; credits and unapplied payments deducted.',
    ),
    charge_cents: money('Charges posted.'),
    net_payment_cents: money('Net payments posted.'),
    adjustment_cents: money('Adjustments posted.'),
    closing_cents: balance(
      "A/R at the month's end, from the aging report; credits and unapplied payments deducted.",
    ),
    difference_cents: money('opening + charges - payments - adjustments - closing; 0 ties out.'),
  },
  cuts: [[]],
})

export const payrollCosts = defineFact({
  name: 'payroll_costs',
  grain: 'month',
  dateBasis: 'work_date',
  description:
    "one row per month worked, location and role group; pay of periods that ended by the as-of date, each line's gross and each line's cost spread over the days of its period",
  dimensions: ['location', 'role_group'],
  measures: {
    gross_cents: money('Gross pay of all staff, providers and owners too.'),
    staff_cost_cents: money(
      'Gross, employer taxes and benefits of staff who are neither providers nor owners.',
    ),
  },
  cuts: [[], ['location'], ['role_group']],
})

export const payrollHours = defineFact({
  name: 'payroll_hours',
  grain: 'month',
  dateBasis: 'period_end',
  description:
    'one row per month of period end up to the as-of date, location and role group; owners left out',
  dimensions: ['location', 'role_group'],
  measures: {
    regular_hours: hours('Regular hours.'),
    overtime_hours: hours('Overtime and double-time hours.'),
    paid_cents: money('Gross pay.'),
    overtime_cents: money('Overtime and double-time pay, the base included.'),
  },
  cuts: [[], ['location'], ['role_group']],
})

export const expenses = defineFact({
  name: 'expenses',
  grain: 'month',
  dateBasis: 'paid_date',
  description: 'one row per month paid (cash basis; month invoiced on accrual basis) and category',
  dimensions: ['category'],
  measures: {
    operating_cents: money('Operating expenses without owner expenses and provider compensation.'),
    total_cents: money('All expenses.'),
  },
  cuts: [[], ['category']],
})

export const budgets = defineFact({
  name: 'budgets',
  grain: 'month',
  dateBasis: 'budget_month',
  description: 'one row per month and category, months to come too',
  dimensions: ['category'],
  measures: { budget_cents: money('Budget.') },
  cuts: [['category']],
})

export const compliance = defineFact({
  name: 'compliance',
  grain: 'month',
  dateBasis: 'due_date',
  description: 'one row per month due and kind (credential, task); only items due before the as-of date',
  dimensions: ['kind'],
  measures: {
    due_count: count('Items due.'),
    on_time_count: count('Of those, done by the due date.'),
    overdue_count: {
      unit: 'count',
      kind: 'stock',
      description:
        "Items due before the month's end (in the running month, the as-of date) and not done by then.",
    },
  },
  cuts: [[], ['kind']],
})

/** Every fact that a bundle may hold, by name. */
export const facts = {
  appointments,
  visits,
  clinic_days: clinicDays,
  slots,
  appointment_hours: appointmentHours,
  lead_times: leadTimes,
  charges,
  charge_lags: chargeLags,
  production,
  transactions,
  adjustments,
  receivables,
  reconciliation,
  payroll_costs: payrollCosts,
  payroll_hours: payrollHours,
  expenses,
  budgets,
  compliance,
} as const satisfies Record<string, Fact>

export type FactName = keyof typeof facts
