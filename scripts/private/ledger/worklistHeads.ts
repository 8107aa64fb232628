import { formatCount } from '../../../src/format/formatCount.ts'
import { formatMoney } from '../../../src/format/formatMoney.ts'
import type { WorklistColumn, WorklistId } from '../worklists/worklist.ts'
import type { WorklistNotes } from './worklistNotes.ts'

/** What stands over a worklist. The keys of its columns are those of `sql/worklist_<id>.sql`. */
export interface WorklistHead {
  readonly title: string
  readonly columns: readonly WorklistColumn[]
  /** Whether the tabs that it needs are there. */
  exists(notes: WorklistNotes): boolean
  explain(notes: WorklistNotes): string
}

const number = (key: string, label: string): WorklistColumn => ({ key, label, kind: 'number' })
const text = (key: string, label: string): WorklistColumn => ({ key, label, kind: 'text' })
const date = (key: string, label: string): WorklistColumn => ({ key, label, kind: 'date' })
const hours = (key: string, label: string): WorklistColumn => ({ key, label, kind: 'hours' })
const money = (key: string, label: string): WorklistColumn => ({ key, label, kind: 'money' })

const appointmentNumbers = [text('appt_id', 'Appointment number'), text('patient_key', 'Patient number')]
const chargeNumbers = [
  text('charge_id', 'Charge number'),
  text('claim_id', 'Claim number'),
  text('encounter_id', 'Encounter number'),
  text('patient_key', 'Patient number'),
]
const booked = [number('days', 'Days ago'), date('appt_date', 'Appointment date'), text('start_time', 'Time')]
const where = [text('provider', 'Provider'), text('location', 'Site')]

/** Titles, columns and explanations of all worklists. */
export const worklistHeads: Readonly<Record<WorklistId, WorklistHead>> = {
  unresolved_appointments: {
    title: 'Unresolved appointments',
    columns: [...booked, text('status', 'Status'), ...where, text('payer', 'Payer'), ...appointmentNumbers],
    exists: (notes) => notes.has_appointments,
    explain: () =>
      'Past appointments that are still scheduled, confirmed, arrived or roomed. Record what became of each: until then visits and no-shows are understated.',
  },
  visits_without_charge: {
    title: 'Visits without a charge',
    columns: [
      ...booked,
      ...where,
      text('visit_group', 'Visit type'),
      text('payer', 'Payer'),
      ...appointmentNumbers,
    ],
    exists: (notes) => notes.has_appointments && notes.has_charges,
    explain: explainVisits,
  },
  charges_without_visit: {
    title: 'Charges without a visit',
    columns: [
      money('charge_cents', 'Charged that day'),
      number('days', 'Days since service'),
      date('service_date', 'Service date'),
      text('booking', 'Booking that day'),
      ...where,
      text('payer', 'Payer'),
      ...chargeNumbers,
    ],
    exists: (notes) => notes.has_visits && notes.has_charges,
    explain: explainCharges,
  },
  unsigned_notes: {
    title: 'Unsigned notes',
    columns: [...booked, ...where, ...appointmentNumbers],
    exists: (notes) => notes.has_notes,
    explain: () =>
      'Completed appointments more than 3 days ago whose note is not signed, as the encounters tab or else the schedule has it. Unsigned notes hold claims back.',
  },
  unworked_denials: {
    title: 'Denials never worked',
    columns: [
      money('balance_cents', 'Open balance'),
      number('days', 'Days since denial'),
      date('denied_on', 'Denied on'),
      text('reason_code', 'Reason code'),
      text('payer', 'Payer'),
      ...where,
      date('service_date', 'Service date'),
      ...chargeNumbers,
    ],
    exists: (notes) => notes.has_charges && notes.has_transactions,
    explain: explainDenials,
  },
  open_claims: {
    title: 'Claims over 60 days',
    columns: [
      money('charge_cents', 'Charges'),
      number('days', 'Days since sent'),
      date('submitted_date', 'Sent'),
      text('state', 'State'),
      text('denial_category', 'Reason'),
      date('file_by', 'File by'),
      number('days_left', 'Days to file by'),
      text('payer', 'Payer'),
      date('service_date', 'Service date'),
      text('claim_id', 'Claim number'),
      text('patient_key', 'Patient number'),
    ],
    exists: (notes) => notes.has_claims,
    explain: explainClaims,
  },
  old_balances: {
    title: 'Balances over 90 days',
    columns: [
      money('balance_cents', 'Open balance'),
      number('days', 'Days since service'),
      text('age_bucket', 'Age'),
      text('responsibility', 'Owed by'),
      text('payer', 'Payer'),
      ...where,
      date('service_date', 'Service date'),
      date('last_posted', 'Last posting'),
      ...chargeNumbers,
    ],
    exists: (notes) => notes.has_charges,
    explain: explainBalances,
  },
  credit_balances: {
    title: 'Credit balances',
    columns: [
      money('credit_cents', 'Credit'),
      number('days', 'Days since last posting'),
      text('owed_to', 'Owed to'),
      text('reason', 'Why'),
      text('payer', 'Payer'),
      ...where,
      date('service_date', 'Service date'),
      date('last_posted', 'Last posting'),
      ...chargeNumbers,
    ],
    exists: (notes) => notes.has_charges && notes.has_transactions,
    explain: explainCredits,
  },
  compliance_due: {
    title: 'Compliance due',
    columns: [
      number('days', 'Days to go'),
      date('due', 'Due'),
      text('state', 'State'),
      text('kind', 'Kind'),
      text('item', 'Item'),
      text('holder', 'Holder'),
    ],
    exists: (notes) => notes.has_due_items,
    explain: () =>
      'Licences, trainings and checks that are not done and are overdue, or due in the next 90 days. Overdue ones have days to go below 0.',
  },
  coverage_gaps: {
    title: 'Coverage gaps',
    columns: [
      date('day', 'Date'),
      text('weekday', 'Weekday'),
      text('day_part', 'Half-day'),
      text('role_group', 'Role'),
      text('location', 'Site'),
      hours('needed_hours', 'Hours needed'),
      hours('rostered_hours', 'Hours on the roster'),
      hours('short_hours', 'Hours short'),
    ],
    exists: (notes) => notes.has_roster,
    explain: explainGaps,
  },
}

function explainVisits(notes: WorklistNotes): string {
  const { checked_visits: checked, charged_visits: charged, visits_without_patient: unnumbered } = notes
  if (checked === 0 && unnumbered > 0) {
    return 'Nothing is listed: the visits have no patient numbers to find their charges by.'
  }
  if (2 * charged < checked) {
    return `Nothing is listed: only ${formatCount(charged)} of ${formatCount(checked)} visits have a charge under their patient number, so the schedule and the charges do not seem to number patients alike.`
  }
  const rule =
    'Completed visits more than 3 days before the last posted charge for which the patient has no charge of that day: by the same provider, or by any where it was the only visit that day. Voided charges do not count.'
  if (unnumbered === 0) return rule
  const visits = unnumbered === 1 ? '1 visit' : `${formatCount(unnumbered)} visits`
  return `${rule} ${visits} without a patient number could not be checked.`
}

function explainCharges(notes: WorklistNotes): string {
  const { charged_days: checked, kept_days: kept, charges_without_patient: unnumbered } = notes
  if (checked === 0 && unnumbered > 0) {
    return 'Nothing is listed: the charges have no patient numbers to find their visits by.'
  }
  if (2 * kept < checked) {
    return `Nothing is listed: only ${formatCount(kept)} of ${formatCount(checked)} charged days have a visit of the patient, so the schedule and the charges do not seem to number patients alike.`
  }
  const rule =
    'Days more than 3 days ago on which a patient was charged and has no completed visit, nor one whose appointment number is the encounter of a charge. Only months in which the schedule has visits; voided charges do not count. A row stands for all charges of the patient on that day.'
  if (unnumbered === 0) return rule
  const lines = unnumbered === 1 ? '1 charge' : `${formatCount(unnumbered)} charges`
  return `${rule} ${lines} without a patient number could not be checked.`
}

function explainClaims({ open_claims_cents, has_filing_limits }: WorklistNotes): string {
  const what = `Claims that are not answered, rejected by the clearinghouse, or denied and not resolved, sent more than 60 days ago${has_filing_limits ? ', or with 30 days or less to the filing limit of their payer, which stand first' : ''}: ${formatMoney(open_claims_cents, 'exact')} of charges in all.`
  return has_filing_limits
    ? `${what} The limit is that of the payers tab, counted from the day of service.`
    : `${what} Filing limits are not checked: the payers tab gives none.`
}

function explainDenials({ has_denials, denied_cents }: WorklistNotes): string {
  if (!has_denials) return 'Nothing is listed: the transactions hold no denials.'
  return `Denied charges with an open balance, ${formatMoney(denied_cents, 'exact')} in all, to which nothing was posted since the denial. Appeal, correct and resend, or move the balance on.`
}

function explainBalances(notes: WorklistNotes): string {
  const sum = formatMoney(notes.old_balance_cents, 'exact')
  const what = `Balances still open more than 90 days after the day of service: ${sum} in all`
  if (notes.has_aging_report) {
    return `${what}, by charges and payments. The dashboard shows the aging report instead, which may differ.`
  }
  const tie = `${what}, ${creditsAsOld(notes)}the A/R over 90 days of the dashboard.`
  return notes.has_applied_transactions
    ? tie
    : `${tie} No payment names its charge, so every charge stands open in full.`
}

/** What lies between the list, of what is owed, and the dashboard, where credits are deducted. */
function creditsAsOld({ old_balance_cents, over_90_cents }: WorklistNotes): string {
  const credits = old_balance_cents - over_90_cents
  return credits === 0 ? 'which is ' : `less ${formatMoney(credits, 'exact')} of credits as old is `
}

function explainCredits(notes: WorklistNotes): string {
  const { credit_cents, patients_credit_cents, payers_credit_cents, unapplied_credit_cents } = notes
  if (credit_cents === 0) return 'Nothing is listed: no charge has more taken against it than was charged.'
  const others_cents = credit_cents - patients_credit_cents - payers_credit_cents
  const [all, patients, payers, others, unapplied] = [
    credit_cents,
    patients_credit_cents,
    payers_credit_cents,
    others_cents,
    unapplied_credit_cents,
  ].map((cents) => formatMoney(cents, 'exact'))
  const sum = `More was taken than charged: ${all ?? ''} in all, ${patients ?? ''} of it owed to patients, ${payers ?? ''} to payers, ${others ?? ''} to both or, where only adjustments were posted, to nobody; the longest for ${formatCount(notes.oldest_credit_days)} days.`
  const rule =
    'Refund it or apply it, what is owed to Medicare and Medicaid first. The dashboard deducts credits from A/R.'
  if (unapplied_credit_cents === 0) return `${sum} ${rule}`
  return `${sum} ${unapplied ?? ''} names no charge: it may be a prepayment, or belong to a charge. ${rule}`
}

function explainGaps(notes: WorklistNotes): string {
  const { coming_sessions: sessions, roster_until } = notes
  if (sessions === 0)
    return 'Nothing is listed: the roster and the schedule have no half-day in common in the next 14 days.'
  const reach = roster_until === null ? '' : ` The roster ends on ${roster_until}; later days are not listed.`
  return `Half-days of the next 14 days with fewer hours on the roster than the coverage rules ask for, of ${formatCount(sessions)} that need somebody. Needed are the hours from the first start to the last end of what is booked or bookable, for each provider in clinic or for the site; later bookings can add to them.${reach}`
}
