import type { Appointment } from '../../scripts/private/contracts/appointments.ts'
import type { WorklistId } from '../../scripts/private/worklists/worklist.ts'
import { unresolvedStatuses } from './appointmentEvents.ts'
import { bookingsOf, visitsOf } from './bookings.ts'
import { chargesOf } from './chargeEvents.ts'
import { daysBetween } from './civilDates.ts'
import { noteRow } from './encounterNotes.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'
import { complianceDue } from './complianceDue.ts'
import { chargesWithoutVisit } from './chargesWithoutVisit.ts'
import { openClaims } from './openClaims.ts'
import { coverageGaps } from './coverageEvents.ts'
import { creditBalances } from './creditBalances.ts'
import { openItemsOf, type Movement, type OpenItem } from './openItems.ts'

/** A row that should be listed: the row of the ledger that it stands for, and what is told of it. */
export interface ListedRow {
  readonly source: object
  readonly values: Readonly<Record<string, string | number | null>>
}

/** What each worklist should hold, in its order, and all of it: computed plainly, row by row. */
export const worklistRows: Readonly<
  Record<WorklistId, (rows: LedgerRows, options: OracleOptions) => readonly ListedRow[]>
> = {
  unresolved_appointments: (rows, options) =>
    bookingsOf(rows, options)
      .filter(({ status }) => unresolvedStatuses.includes(status))
      .sort(byDayAndTime)
      .map((booking) => ({
        source: booking,
        values: { ...bookingValues(booking, options), status: booking.status, payer: payerOf(booking) },
      })),
  visits_without_charge: (rows, options) => {
    const checked = checkedVisits(rows, options)
    const missing = withoutCharge(checked, rows, options)
    if (missing.length * 2 > checked.length) return []
    const order = orderOf(rows.appointments)
    return missing
      .sort((a, b) => byDayAndTime(a, b) || inOrder(order, a, b))
      .map((visit) => ({
        source: visit,
        values: {
          ...bookingValues(visit, options),
          visit_group: visit.visit_group,
          payer: payerOf(visit),
        },
      }))
  },
  charges_without_visit: chargesWithoutVisit,
  unsigned_notes: (rows, options) =>
    bookingsOf(rows, options)
      .filter(
        (booking) =>
          booking.status === 'completed' && noteRow(booking, rows, options).note_signed === 'unsigned',
      )
      .filter(({ appt_date }) => daysBetween(appt_date, options.asOf) >= 4)
      .sort(byDayAndTime)
      .map((booking) => ({ source: booking, values: bookingValues(booking, options) })),
  unworked_denials: (rows, options) => {
    const order = orderOf(rows.transactions)
    return openItemsOf(rows, options)
      .flatMap((item) => unworkedDenial(item, order, options))
      .sort((a, b) => byMoneyAndDays(a, b) || inOrder(order, a.source, b.source))
  },
  open_claims: openClaims,
  old_balances: (rows, options) => {
    const order = orderOf([...rows.charges, ...rows.transactions])
    return openItemsOf(rows, options)
      .flatMap((item) => oldBalance(item, options))
      .sort((a, b) => byMoneyAndDays(a, b) || inOrder(order, a.source, b.source))
  },
  credit_balances: creditBalances,
  compliance_due: complianceDue,
  coverage_gaps: coverageGaps,
}

type Order = ReadonlyMap<object, number>

function orderOf(rows: readonly object[]): Order {
  return new Map(rows.map((row, index) => [row, index]))
}

function inOrder(order: Order, a: object, b: object): number {
  return (order.get(a) ?? 0) - (order.get(b) ?? 0)
}

function byMoneyAndDays(a: ListedRow, b: ListedRow): number {
  const more = (key: string) => Number(b.values[key]) - Number(a.values[key])
  return more('balance_cents') || more('days')
}

function bookingValues(booking: Appointment, { asOf }: OracleOptions): ListedRow['values'] {
  const { appt_date, start_time, provider, location, appt_id, patient_key } = booking
  const days = daysBetween(appt_date, asOf)
  return { days, appt_date, start_time, provider, location, appt_id, patient_key }
}

function payerOf({ payer, payer_class }: Pick<Appointment, 'payer' | 'payer_class'>): string | null {
  return payer ?? (payer_class === 'none_given' ? null : payer_class)
}

/** Array.sort is stable, so equal ones keep the order of the source. */
function byDayAndTime(a: Appointment, b: Appointment): number {
  return compare(a.appt_date, b.appt_date) || compare(a.start_time ?? '~', b.start_time ?? '~')
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}

/** Visits of known patients within what the charges cover, left alone for three days. */
function checkedVisits(rows: LedgerRows, options: OracleOptions): Appointment[] {
  const posted = chargesOf(rows, options)
    .map(({ post_date }) => post_date)
    .sort()
  const [first, last = first] = [posted[0], posted.at(-1)]
  if (first === undefined || last === undefined) return []
  return visitsOf(rows, options).filter(
    ({ patient_key, appt_date }) =>
      patient_key !== null && appt_date >= first && daysBetween(appt_date, last) >= 4,
  )
}

/** Those among the visits for which nobody charged anything that stands. */
function withoutCharge(
  visits: readonly Appointment[],
  rows: LedgerRows,
  options: OracleOptions,
): Appointment[] {
  const dayOf = (patient: string | null, day: string) => JSON.stringify([patient, day])
  const visitsOfDay = Map.groupBy(visits, (visit) => dayOf(visit.patient_key, visit.appt_date))
  const chargesOfDay = Map.groupBy(chargesOf(rows, options), (charge) =>
    dayOf(charge.patient_key, charge.service_date),
  )
  const unknown = ['Unmapped', null]
  return visits.filter((visit) => {
    const day = dayOf(visit.patient_key, visit.appt_date)
    const isAlone = visitsOfDay.get(day)?.length === 1
    const own = (chargesOfDay.get(day) ?? []).filter(
      ({ rendering_provider: provider }) =>
        isAlone ||
        unknown.includes(provider) ||
        unknown.includes(visit.provider) ||
        provider === visit.provider,
    )
    const isFree = own.some(({ charge_amount }) => charge_amount === 0)
    return !isFree && own.reduce((sum, { charge_amount }) => sum + charge_amount, 0) <= 0
  })
}

function balanceOf(movements: readonly Movement[]): number {
  return movements.reduce((sum, { cents }) => sum + cents, 0)
}

function unworkedDenial({ source, movements }: OpenItem, order: Order, { asOf }: OracleOptions): ListedRow[] {
  if (!('charge_amount' in source) || balanceOf(movements) <= 0) return []
  const last = movements
    .map(({ postDate }) => postDate)
    .sort()
    .at(-1)
  const [denial] = movements
    .filter(({ posting, postDate }) => posting?.transaction.type === 'denial' && postDate === last)
    .flatMap(({ posting }) => posting ?? [])
    .sort((a, b) => inOrder(order, a.transaction, b.transaction))
  if (!denial?.charge) return []
  const { transaction, charge } = denial
  return [
    {
      source: transaction,
      values: {
        balance_cents: balanceOf(movements),
        days: daysBetween(transaction.post_date, asOf),
        denied_on: transaction.post_date,
        reason_code: isCode(transaction.carc) ? transaction.carc : null,
        payer: charge.payer ?? transaction.payer ?? payerOf(charge),
        provider: charge.rendering_provider,
        ...chargeValues(charge),
        service_date: charge.service_date,
      },
    },
  ]
}

/** Two letters of a group, one of a list, three digits: `CO-197`, `B7`, `N130`, `45`. */
function isCode(text: string | null): boolean {
  const digits = text?.replace(/^[a-z]{2}[- ]?(?=[a-z]?\d)/i, '').replace(/^[a-z]/i, '') ?? ''
  return digits.length > 0 && digits.length <= 3 && !/\D/.test(digits)
}

function oldBalance(
  { source, keys, serviceDate, movements }: OpenItem,
  { asOf }: OracleOptions,
): ListedRow[] {
  const balance = balanceOf(movements)
  const age = daysBetween(serviceDate, asOf)
  if (balance <= 0 || age <= 90) return []
  const isPatients =
    movements.some(({ isAdjudication }) => isAdjudication) ||
    keys.payer === 'self_pay' ||
    keys.payer === 'none_given'
  const isCharge = 'charge_amount' in source
  const dates = movements.map(({ postDate }) => postDate).sort()
  return [
    {
      source,
      values: {
        balance_cents: balance,
        days: age,
        age_bucket: age > 120 ? '121+' : '91-120',
        responsibility: isPatients ? 'patient' : 'insurance',
        payer: source.payer ?? (keys.payer === 'none_given' ? null : String(keys.payer)),
        provider: isCharge ? source.rendering_provider : source.provider,
        ...chargeValues({ patient_key: null, ...source }),
        service_date: serviceDate,
        last_posted: dates.at(-1) ?? null,
      },
    },
  ]
}

interface Numbers {
  readonly location: string | null
  readonly charge_id: string | null
  readonly claim_id: string | null
  readonly encounter_id: string | null
  readonly patient_key: string | null
}

function chargeValues({
  location,
  charge_id,
  claim_id,
  encounter_id,
  patient_key,
}: Numbers): ListedRow['values'] {
  return { location, charge_id, claim_id, encounter_id, patient_key }
}
