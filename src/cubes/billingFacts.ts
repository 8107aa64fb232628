import { balance, count, defineFact, filterCuts, money, wrvus, type Fact } from './cube.ts'

/** What is counted of charges by every filter, and not of the whole practice alone. */
const postedCharges = ['charge_cents', 'charge_line_count', 'posted_within_3_days_count'] as const

export const charges = defineFact({
  name: 'charges',
  dateBasis: 'post_date',
  description:
    'one row per month of posting, provider, location, payer class, days from service to posting (61 is "more than 60"; lines that are not counted for lag are 92) and level of an office visit of a new or of an established patient (its procedure code; none for lines that are not such a visit)',
  dimensions: ['provider', 'location', 'payer', 'lag_days', 'new_visit_level', 'established_visit_level'],
  people: 'patient',
  measures: {
    charge_cents: money('Charges posted, voids netted.'),
    charge_line_count: count(
      'Charge lines posted; voids, lines of $0 or less and lines posted before their service left out.',
    ),
    posted_within_3_days_count: count('Of those, posted at most 3 days after the service.'),
    // See the decision on levels of office visits in README.md.
    new_office_visit_count: {
      ...count('Of the lines, office visits of new patients (99202 to 99205).'),
      givesWay: true,
    },
    established_office_visit_count: {
      ...count('Of the lines, office visits of established patients (99211 to 99215).'),
      givesWay: true,
    },
  },
  partitions: [
    { whole: 'charge_line_count', parts: ['posted_within_3_days_count'] },
    {
      whole: 'charge_line_count',
      parts: ['new_office_visit_count', 'established_office_visit_count'],
    },
  ],
  cuts: [
    { by: [] },
    { by: ['provider'], measures: postedCharges },
    { by: ['location'], measures: postedCharges },
    { by: ['payer'], measures: postedCharges },
    { by: ['lag_days'], measures: ['charge_line_count'], lastBin: 61 },
    { by: ['new_visit_level'], measures: ['new_office_visit_count'], givesWay: true },
    { by: ['established_visit_level'], measures: ['established_office_visit_count'], givesWay: true },
  ],
})

export const production = defineFact({
  name: 'production',
  dateBasis: 'service_date',
  description:
    "one row per month of service, of the whole practice; payments and adjustments matched to the charge's month of service",
  dimensions: [],
  people: 'patient',
  measures: {
    charge_cents: money('Charges for services of the month, voids netted.'),
    matched_payment_cents: money('Net payments matched to those charges up to the as-of date.'),
    matched_contractual_cents: money('Contractual adjustments matched to those charges.'),
    // Cumulative, so that where one of them would tell of a few people the others are still there. After 120 days few
    // people's contractual adjustments follow, so that adjustments by then would hardly ever be shown.
    paid_by_120_days_cents: byAge('Of those payments, posted by the end of the 4th month after the service.'),
    paid_by_90_days_cents: byAge('Of those payments, posted by the end of the 3rd month after the service.'),
    paid_by_60_days_cents: byAge('Of those payments, posted by the end of the 2nd month after the service.'),
    paid_by_30_days_cents: byAge('Of those payments, posted by the end of the month after the service.'),
    paid_by_month_end_cents: byAge('Of those payments, posted by the end of the month of service.'),
    contractual_by_90_days_cents: byAge('Of those adjustments, posted by the end of the 3rd month after.'),
    contractual_by_60_days_cents: byAge('Of those adjustments, posted by the end of the 2nd month after.'),
    contractual_by_30_days_cents: byAge('Of those adjustments, posted by the end of the month after.'),
    contractual_by_month_end_cents: byAge('Of those adjustments, posted by the end of the month of service.'),
  },
  partitions: [
    { whole: 'matched_payment_cents', parts: ['paid_by_120_days_cents'] },
    { whole: 'paid_by_120_days_cents', parts: ['paid_by_90_days_cents'] },
    { whole: 'paid_by_90_days_cents', parts: ['paid_by_60_days_cents'] },
    { whole: 'paid_by_60_days_cents', parts: ['paid_by_30_days_cents'] },
    { whole: 'paid_by_30_days_cents', parts: ['paid_by_month_end_cents'] },
    { whole: 'matched_contractual_cents', parts: ['contractual_by_90_days_cents'] },
    { whole: 'contractual_by_90_days_cents', parts: ['contractual_by_60_days_cents'] },
    { whole: 'contractual_by_60_days_cents', parts: ['contractual_by_30_days_cents'] },
    { whole: 'contractual_by_30_days_cents', parts: ['contractual_by_month_end_cents'] },
  ],
  cuts: [{ by: [] }],
})

/** What was posted of a month of service by some age of it: newer than the sums beside it, and merged before them. */
function byAge(description: string) {
  return { ...money(description), givesWay: true } as const
}

/** A part of the payments: newer than net payments beside it, and merged before them. */
function part(description: string) {
  return { ...money(description), givesWay: true } as const
}

/** What `transactions` shows by provider, location and payer: parts of payments are the whole practice's. */
const postedWhole = [
  'net_payment_cents',
  'adjustment_cents',
  'contractual_cents',
  'other_adjustment_cents',
] as const

/**
 * A fact of its own, because a practice may have charges and nothing that says their work RVUs. No other sum is by
 * provider and month of service, and none is of work RVUs, so that nothing can be subtracted from these but themselves.
 */
export const workRvus = defineFact({
  name: 'work_rvus',
  dateBasis: 'service_date',
  description:
    'one row per month of service and rendering provider; only charge lines whose work RVUs are known, by the line itself or by the table of the year of service',
  dimensions: ['provider'],
  people: 'patient',
  measures: { wrvu_hundredths: wrvus('Work RVUs of charge lines, voids netted.') },
  cuts: [{ by: [] }, { by: ['provider'] }],
})

export const transactions = defineFact({
  name: 'transactions',
  dateBasis: 'post_date',
  description:
    'one row per month of posting, provider, location, payer class and adjustment category (none for payments); the charge decides provider, location and payer where there is one',
  dimensions: ['provider', 'location', 'payer', 'adjustment_category'],
  people: 'patient',
  measures: {
    net_payment_cents: money(
      'Insurance and patient payments less refunds, takebacks and reversals; positive is money in.',
    ),
    patient_payment_cents: part('Of those, payments of patients, before refunds and bounced checks.'),
    same_day_payment_cents: part("Of patients' payments, those posted or deposited on the day of service."),
    adjustment_cents: money('All adjustments, positive lowers A/R.'),
    contractual_cents: money('Contractual adjustments, positive lowers A/R.'),
    other_adjustment_cents: money('All other adjustments, positive lowers A/R.'),
  },
  partitions: [
    { whole: 'net_payment_cents', parts: ['patient_payment_cents'] },
    { whole: 'patient_payment_cents', parts: ['same_day_payment_cents'] },
    { whole: 'adjustment_cents', parts: ['contractual_cents', 'other_adjustment_cents'] },
  ],
  cuts: [
    { by: [] },
    { by: ['provider'], measures: postedWhole },
    { by: ['location'], measures: postedWhole },
    { by: ['payer'], measures: postedWhole },
    { by: ['adjustment_category'], measures: ['adjustment_cents'] },
  ],
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
  dateBasis: 'month_end',
  description:
    'one row per month end (in the running month, the as-of date), provider, location, payer class and age bucket',
  dimensions: ['provider', 'location', 'payer', 'age_bucket'],
  people: 'patient',
  partitions: [
    { whole: 'balance_cents', parts: ['over_90_cents'] },
    { whole: 'balance_cents', parts: ['patient_cents'] },
  ],
  measures: {
    balance_cents: balance('Open balances, credits deducted.'),
    over_90_cents: balance('Of those, aged over 90 days from the service; credits of that age deducted.'),
    patient_cents: balance("Of those, the patients' to pay; their credits deducted."),
  },
  cuts: [...filterCuts, { by: ['age_bucket'], measures: ['balance_cents', 'over_90_cents'] }],
})

export const reconciliation = defineFact({
  name: 'reconciliation',
  dateBasis: 'month_end',
  description: "one row per month: the A/R roll-forward against the practice's own aging report",
  dimensions: [],
  people: null,
  follows: [
    { fact: 'charges', measure: 'charge_cents' },
    { fact: 'transactions', measure: 'net_payment_cents' },
    { fact: 'transactions', measure: 'adjustment_cents' },
    { fact: 'receivables', measure: 'balance_cents' },
    { fact: 'receivables', measure: 'balance_cents', of: 'month_before' },
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
  cuts: [{ by: [] }],
})

/**
 * Money from outside patients' accounts. Nobody's: lines that name a patient's charge are left out. For owners, as
 * expenses are: margin less collections and expenses would be this sum.
 */
export const income = defineFact({
  name: 'income',
  dateBasis: 'post_date',
  description: 'one row per month in which anything was posted',
  dimensions: [],
  people: null,
  measures: {
    other_income_cents: money('Capitation, interest and other income that no charge stands behind.'),
    posted_month_count: count('1: a month with postings, so that no such income is 0 and not "no data".'),
  },
  cuts: [{ by: [] }],
})

/** What the billing tells: charges, payments, adjustments and what is still open. */
export const billingFacts = {
  charges,
  production,
  work_rvus: workRvus,
  transactions,
  receivables,
  reconciliation,
  income,
} as const satisfies Record<string, Fact>
