import type { Appointment } from '../../scripts/private/contracts/appointments.ts'
import type { Encounter } from '../../scripts/private/contracts/encounters.ts'
import { bookingsOf, visitsOf } from './bookings.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'

/** What is said of the note of a booking. */
export type Note = Pick<Appointment, 'note_signed' | 'note_signed_at'>

const unseen: readonly unknown[] = [
  'open_slot',
  'blocked',
  'no_show',
  'cancelled',
  'cancelled_late',
  'rescheduled',
  'left_unseen',
]

const known = new WeakMap<LedgerRows, Map<string, ReadonlyMap<Appointment, Note>>>()

/** The note of a booking (K58): as the encounters of its visit have it, else as the schedule has it. */
export function noteRow(booking: Appointment, rows: LedgerRows, options: OracleOptions): Note {
  if (rows.encounters.length === 0) return booking
  const own = known.get(rows) ?? new Map<string, ReadonlyMap<Appointment, Note>>()
  known.set(rows, own)
  const notes = own.get(options.asOf) ?? notesOfVisits(rows, options)
  own.set(options.asOf, notes)
  return notes.get(booking) ?? booking
}

/** Encounters that took place before the as-of date and tell of a note: all, and those of no appointment. */
export function encountersOf(rows: LedgerRows, { asOf }: OracleOptions): { all: number; alone: number } {
  const past = tellingOf(rows).filter(({ service_date }) => service_date < asOf)
  return { all: past.length, alone: past.filter((one) => appointmentsOf(one, rows).length === 0).length }
}

function notesOfVisits(rows: LedgerRows, options: OracleOptions): ReadonlyMap<Appointment, Note> {
  const encounters = tellingOf(rows).map((encounter) => ({ encounter, of: appointmentsOf(encounter, rows) }))
  const completed = bookingsOf(rows, options).filter(({ status }) => status === 'completed')
  const notes = new Map<Appointment, Note>()
  for (const visit of visitsOf(rows, options)) {
    const mates = completed.filter((other) => other === visit || isSameVisit(other, visit))
    const told = encounters.filter(({ of }) => of.some((one) => mates.includes(one)))
    if (told.length === 0) continue
    // The visit has the note; its other bookings are not asked for one of their own.
    for (const mate of mates) notes.set(mate, { note_signed: null, note_signed_at: null })
    notes.set(visit, together(told.map(({ encounter }) => encounter)))
  }
  return notes
}

function isSameVisit(a: Appointment, b: Appointment): boolean {
  return (
    a.patient_key !== null &&
    a.patient_key === b.patient_key &&
    a.provider === b.provider &&
    a.appt_date === b.appt_date
  )
}

function together(encounters: readonly Encounter[]): Note {
  const states = encounters.map(({ note_signed }) => note_signed)
  const moments = encounters.map(({ note_signed_at }) => note_signed_at)
  const worst = (['unsigned', 'unknown'] as const).find((state) => states.includes(state)) ?? 'signed'
  const last = moments.includes(null) ? null : (moments.toSorted().at(-1) ?? null)
  return { note_signed: worst, note_signed_at: last }
}

function tellingOf({ encounters }: LedgerRows): Encounter[] {
  return encounters.filter(
    (one) => one.is_test !== true && one.note_signed !== null && !unseen.includes(one.visit_status),
  )
}

/** By number if one says it, else by patient; always of the same provider and day. */
function appointmentsOf(encounter: Encounter, rows: LedgerRows): Appointment[] {
  const sameDay = rows.appointments.filter(
    (row) =>
      row.provider === encounter.provider &&
      row.appt_date === encounter.service_date &&
      row.status !== 'open_slot' &&
      row.status !== 'blocked',
  )
  const numbered = sameDay.filter((row) => isNumbered(encounter, row))
  if (numbered.length > 0) return numbered
  return sameDay.filter((row) => row.patient_key !== null && row.patient_key === encounter.patient_key)
}

function isNumbered(encounter: Encounter, row: Appointment): boolean {
  if (row.encounter_id !== null && row.encounter_id === encounter.encounter_id) return true
  if (encounter.appt_id !== null) return encounter.appt_id === row.appt_id
  if (row.encounter_id !== null || row.appt_id !== encounter.encounter_id) return false
  const patients = [row.patient_key, encounter.patient_key]
  return patients.includes(null) || patients[0] === patients[1]
}
