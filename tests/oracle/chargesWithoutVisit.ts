import type { Appointment } from '../../scripts/private/contracts/appointments.ts'
import type { Charge } from '../../scripts/private/contracts/charges.ts'
import { unresolvedStatuses } from './appointmentEvents.ts'
import { visitsOf } from './bookings.ts'
import { chargesOf } from './chargeEvents.ts'
import { daysBetween, monthOf } from './civilDates.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'
import type { ListedRow } from './worklistRows.ts'

interface ChargedDay {
  /** The first line that charges something; it stands for all of the patient's lines of the day. */
  readonly first: Charge
  readonly lines: readonly Charge[]
  readonly cents: number
}

/** Charged days without a visit, the most money first; none where most days have none. */
export function chargesWithoutVisit(rows: LedgerRows, options: OracleOptions): readonly ListedRow[] {
  const days = chargedDays(rows, options)
  const booked = Map.groupBy(realBookings(rows, options), ({ patient_key }) => patient_key)
  const ofPatient = ({ first }: ChargedDay) => booked.get(first.patient_key) ?? []
  const lonely = days.filter((day) => !isVisited(day, ofPatient(day)))
  if (lonely.length * 2 > days.length) return []
  return lonely
    .sort(
      (a, b) =>
        b.cents - a.cents ||
        daysBetween(b.first.service_date, a.first.service_date) ||
        rows.charges.indexOf(a.first) - rows.charges.indexOf(b.first),
    )
    .map((day) => listed(day, ofPatient(day), options))
}

function chargedDays(rows: LedgerRows, options: OracleOptions): ChargedDay[] {
  const visits = visitsOf(rows, options).map(({ appt_date }) => appt_date)
  const months = new Set(visits.map((day) => monthOf(day)))
  const [first = '', last = first] = [visits.toSorted()[0], visits.toSorted().at(-1)]
  const charges = chargesOf(rows, options).filter(
    ({ patient_key, service_date: day }) =>
      patient_key !== null &&
      months.has(monthOf(day)) &&
      day >= first &&
      day <= last &&
      daysBetween(day, options.asOf) >= 4,
  )
  const groups = Map.groupBy(charges, (charge) => JSON.stringify([charge.patient_key, charge.service_date]))
  return [...groups.values()].flatMap((lines) => {
    const cents = lines.reduce((sum, { charge_amount }) => sum + charge_amount, 0)
    const first = lines.find(({ charge_amount }) => charge_amount > 0)
    return first === undefined || cents <= 0 ? [] : [{ first, lines, cents }]
  })
}

/** By the patient and the day, or by the number that a line gives as its encounter. */
function isVisited({ first, lines }: ChargedDay, bookings: readonly Appointment[]): boolean {
  return bookings.some(
    ({ status, appt_date, appt_id }) =>
      status === 'completed' &&
      (appt_date === first.service_date ||
        (appt_id !== null && lines.some(({ encounter_id }) => encounter_id === appt_id))),
  )
}

/** All but slots and test patients, of days that are over; visits counted once are not told apart. */
function realBookings({ appointments }: LedgerRows, { asOf }: OracleOptions): Appointment[] {
  return appointments.filter(
    ({ status, appt_date, is_test }) =>
      appt_date < asOf && is_test !== true && status !== 'open_slot' && status !== 'blocked',
  )
}

function listed(
  { first, cents }: ChargedDay,
  bookings: readonly Appointment[],
  options: OracleOptions,
): ListedRow {
  const { service_date, rendering_provider, location, charge_id, claim_id, encounter_id, patient_key } = first
  const statuses = bookings
    .filter((booking) => booking.appt_date === service_date)
    .map(({ status }) => status)
  return {
    source: first,
    values: {
      charge_cents: cents,
      days: daysBetween(service_date, options.asOf),
      service_date,
      booking: bookingWords(statuses),
      provider: rendering_provider,
      location,
      payer: first.payer ?? (first.payer_class === 'none_given' ? null : first.payer_class),
      charge_id,
      claim_id,
      encounter_id,
      patient_key,
    },
  }
}

function bookingWords(statuses: readonly Appointment['status'][]): string {
  if (statuses.some((status) => unresolvedStatuses.includes(status))) return 'no outcome yet'
  if (statuses.includes('no_show')) return 'no-show'
  if (statuses.includes('left_unseen')) return 'left unseen'
  return statuses.length === 0 ? 'none' : 'cancelled or moved'
}
