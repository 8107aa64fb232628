import { defineFact, type Fact } from './cube.ts'

const count = (description: string) => ({ unit: 'count', kind: 'flow', description }) as const
const money = (description: string) => ({ unit: 'money', kind: 'flow', description }) as const
const balance = (description: string) => ({ unit: 'money', kind: 'stock', description }) as const
const hours = (description: string) => ({ unit: 'hours', kind: 'flow', description }) as const

/** The practice as a whole, and split by one filter at a time: tables of one fact share only the time axis. */
const filterCuts = [[], ['provider'], ['location'], ['payer']] as const

export const appointments = defineFact({
  name: 'appointments',
  grain: 'month',
  dateBasis: 'appointment_date',
  description:
    'one row per month of appointment, provider, location, payer class and visit group; only appointments before the as-of date; several completed bookings of one patient with one provider on one day are one visit and count once',
  dimensions: ['provider', 'location', 'payer', 'visit_type'],
  people: 'patient',
  measures: {
    booked_count: count('Bookings for the month, whatever became of them (no open or blocked slots).'),
    visit_count: count('Completed visits: one patient, one provider, one day.'),
    no_show_count: count('Bookings missed without notice.'),
    cancelled_count: count('Bookings cancelled, in time or late, by either side.'),
    late_cancelled_count: count('Cancelled later than the setting allows before the start.'),
    unresolved_count: count('Past bookings still scheduled, confirmed, arrived or roomed.'),
    new_patient_visit_count: count('Completed visits of new patients.'),
    telehealth_visit_count: count('Completed telehealth visits.'),
  },
  partitions: [
    {
      whole: 'booked_count',
      parts: ['visit_count', 'no_show_count', 'cancelled_count', 'unresolved_count'],
      dearest: 'visit_count',
    },
    { whole: 'cancelled_count', parts: ['late_cancelled_count'] },
    { whole: 'visit_count', parts: ['new_patient_visit_count'] },
    { whole: 'visit_count', parts: ['telehealth_visit_count'] },
  ],
  cuts: [...filterCuts, ['visit_type']],
})

export const clinicDays = defineFact({
  name: 'clinic_days',
  grain: 'month',
  dateBasis: 'service_date',
  description:
    "one row per month, provider and location; a provider's day counts once, at the site of most of its visits",
  dimensions: ['provider', 'location'],
  people: null,
  follows: [{ fact: 'appointments', measure: 'visit_count' }],
  measures: { clinic_day_count: count('Days on which the provider completed at least one visit.') },
  cuts: [[], ['provider'], ['location']],
})

export const slots = defineFact({
  name: 'slots',
  grain: 'month',
  dateBasis: 'appointment_date',
  description:
    'one row per month, provider and location; slots before the as-of date, from the slots tab or from open-slot rows',
  dimensions: ['provider', 'location'],
  people: 'patient',
  measures: {
    slot_count: { ...count('Bookable slots.'), ofNobody: true },
    booked_slot_count: count('Slots with a booking that was not cancelled or moved.'),
    kept_slot_count: count('Slots with a completed booking.'),
  },
  partitions: [{ whole: 'booked_slot_count', parts: ['kept_slot_count'] }],
  cuts: [[], ['provider'], ['location']],
})

export const appointmentTimes = defineFact({
  name: 'appointment_times',
  grain: 'quarter',
  dateBasis: 'appointment_date',
  description:
    'one row per quarter, weekday (Mon to Sun) and part of the day (morning before noon, afternoon) of the booked start; bookings without a start are counted under "not given"',
  dimensions: ['weekday', 'day_part'],
  people: 'patient',
  measures: {
    booked_count: {
      ...count('Bookings, whatever became of them.'),
      totalOf: { fact: 'appointments', measure: 'booked_count' },
    },
    visit_count: {
      ...count('Completed visits: one patient, one provider, one day.'),
      totalOf: { fact: 'appointments', measure: 'visit_count' },
    },
    no_show_count: {
      ...count('Bookings missed without notice.'),
      totalOf: { fact: 'appointments', measure: 'no_show_count' },
    },
  },
  partitions: [{ whole: 'booked_count', parts: ['visit_count', 'no_show_count'] }],
  cuts: [['weekday', 'day_part']],
})

export const leadTimes = defineFact({
  name: 'lead_times',
  grain: 'month',
  dateBasis: 'appointment_date',
  description:
    'one row per month of appointment and days from booking to appointment (91 is "more than 90"); bookings entered after the day itself, or without the day of booking, are 92',
  dimensions: ['lag_days'],
  people: 'patient',
  measures: {
    appointment_count: {
      ...count('Bookings for the month, cancelled ones too.'),
      totalOf: { fact: 'appointments', measure: 'booked_count' },
    },
  },
  cuts: [['lag_days']],
})

export const charges = defineFact({
  name: 'charges',
  grain: 'month',
  dateBasis: 'post_date',
  description: 'one row per month of posting, provider, location and payer class',
  dimensions: ['provider', 'location', 'payer'],
  people: 'patient',
  measures: {
    charge_cents: money('Charges posted, voids netted.'),
    charge_line_count: count(
      'Charge lines posted; voids, lines of $0 or less and lines posted before their service left out.',
    ),
    posted_within_3_days_count: count('Of those, posted at most 3 days after the service.'),
  },
  partitions: [{ whole: 'charge_line_count', parts: ['posted_within_3_days_count'] }],
  cuts: filterCuts,
})

export const chargeLags = defineFact({
  name: 'charge_lags',
  grain: 'month',
  dateBasis: 'post_date',
  description: 'one row per month of posting and days from service to posting (61 is "more than 60")',
  dimensions: ['lag_days'],
  people: 'patient',
  measures: {
    charge_line_count: {
      ...count(
        'Charge lines posted; voids, lines of $0 or less and lines posted before their service left out.',
      ),
      totalOf: { fact: 'charges', measure: 'charge_line_count' },
    },
  },
  cuts: [['lag_days']],
})

export const production = defineFact({
  name: 'production',
  grain: 'month',
  dateBasis: 'service_date',
  description:
    "one row per month of service, provider, location and payer class; payments and adjustments matched to the charge's month of service",
  dimensions: ['provider', 'location', 'payer'],
  people: 'patient',
  startsLate: true,
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
  people: 'patient',
  measures: {
    net_payment_cents: money(
      'Insurance and patient payments less refunds, takebacks and reversals; positive is money in.',
    ),
    adjustment_cents: money('All adjustments, positive lowers A/R.'),
    contractual_cents: money('Contractual adjustments, positive lowers A/R.'),
    other_adjustment_cents: money('All other adjustments, positive lowers A/R.'),
  },
  partitions: [{ whole: 'adjustment_cents', parts: ['contractual_cents', 'other_adjustment_cents'] }],
  cuts: filterCuts,
})

export const adjustments = defineFact({
  name: 'adjustments',
  grain: 'month',
  dateBasis: 'post_date',
  description: 'one row per month of posting and adjustment category',
  dimensions: ['adjustment_category'],
  people: 'patient',
  measures: {
    adjustment_cents: {
      ...money('Adjustments, positive lowers A/R.'),
      totalOf: { fact: 'transactions', measure: 'adjustment_cents' },
    },
  },
  cuts: [['adjustment_category']],
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
    'one row per month end (in the running month, the as-of date), provider, location, payer class and age bucket',
  dimensions: ['provider', 'location', 'payer', 'age_bucket'],
  people: 'patient',
  partitions: [
    { whole: 'balance_cents', parts: ['debit_cents'] },
    { whole: 'debit_cents', parts: ['over_90_cents'] },
    { whole: 'debit_cents', parts: ['patient_cents'] },
  ],
  measures: {
    balance_cents: balance('Open balance, credits deducted.'),
    debit_cents: balance('Sum of balances above zero.'),
    over_90_cents: balance('Part of debit_cents aged over 90 days from the service.'),
    patient_cents: balance('Part of debit_cents that the patient owes.'),
  },
  cuts: [...filterCuts, ['age_bucket']],
})

export const reconciliation = defineFact({
  name: 'reconciliation',
  grain: 'month',
  dateBasis: 'month_end',
  description: "one row per month: the A/R roll-forward against the practice's own aging report",
  dimensions: [],
  people: null,
  follows: [
    { fact: 'charges', measure: 'charge_cents' },
    { fact: 'transactions', measure: 'net_payment_cents' },
    { fact: 'transactions', measure: 'contractual_cents' },
    { fact: 'transactions', measure: 'other_adjustment_cents' },
    { fact: 'receivables', measure: 'balance_cents' },
  ],
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
  people: 'employee',
  measures: {
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
  people: 'employee',
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
  people: null,
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
  description:
    'one row per month and category that is no expense (collections, visits …), months to come too',
  dimensions: ['category'],
  people: null,
  measures: { budget_cents: money('Budget.') },
  cuts: [['category']],
})

/** Apart from the other budgets, because a line for wages says what few people earn: for owners. */
export const expenseBudgets = defineFact({
  name: 'expense_budgets',
  grain: 'month',
  dateBasis: 'budget_month',
  description: 'one row per month and expense category, months to come too',
  dimensions: ['category'],
  people: null,
  measures: { budget_cents: money('Budget.') },
  cuts: [['category']],
})

export const compliance = defineFact({
  name: 'compliance',
  grain: 'month',
  dateBasis: 'due_date',
  description: 'one row per month due and kind (credential, task); only items due before the as-of date',
  dimensions: ['kind'],
  people: null,
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
  clinic_days: clinicDays,
  slots,
  appointment_times: appointmentTimes,
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
  expense_budgets: expenseBudgets,
  compliance,
} as const satisfies Record<string, Fact>

export type FactName = keyof typeof facts
