import fc from 'fast-check'
import type { Appointment } from '../../scripts/private/contracts/appointments.ts'
import type { Encounter } from '../../scripts/private/contracts/encounters.ts'
import { blankable, dateAt, names, type Frame } from './arbitraryFrame.ts'
import { daysBetween } from './civilDates.ts'

/** How an encounter says which appointment it is of; `stray` says it of none, `wrong` names another patient's. */
type Naming = 'appointment' | 'encounter' | 'same_number' | 'patient' | 'wrong' | 'stray'

/** An encounter before it is given a number and an appointment. */
export interface EncounterDraft {
  readonly target: number
  readonly naming: Naming
  /** Also gives the patient, whatever else it names. */
  readonly hasPatient: boolean
  /** Days from the visit to the signed note; null is no day. */
  readonly signed: number | null
  /** Another provider, or another day, than the appointment's. */
  readonly isElsewhere: 'provider' | 'day' | null
  readonly row: Pick<Encounter, 'note_signed' | 'visit_status' | 'is_test'>
}

/** Encounters of a third of all practices: several of one visit, some of none, some that never took place. */
export function arbitraryEncounters(): fc.Arbitrary<readonly EncounterDraft[]> {
  const draft: fc.Arbitrary<EncounterDraft> = fc.record({
    target: fc.nat({ max: 999 }),
    naming: fc.constantFrom(
      'appointment',
      'encounter',
      'same_number',
      'patient',
      'patient',
      'wrong',
      'stray',
    ),
    hasPatient: fc.boolean(),
    signed: blankable(fc.integer({ min: -2, max: 45 }), 2),
    isElsewhere: fc.constantFrom(null, null, null, null, null, 'provider' as const, 'day' as const),
    row: fc.record({
      note_signed: fc.constantFrom('signed', 'signed', 'unsigned', 'unknown', null),
      visit_status: fc.constantFrom(null, null, 'completed', 'checked_in', 'unknown', 'no_show', 'cancelled'),
      is_test: fc.nat({ max: 14 }).map((draw) => (draw === 7 ? true : null)),
    }),
  })
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(draft, { minLength: 20, maxLength: 120, size: 'max' }) },
  )
}

/** The rows of drafts, and the appointments they are of, which may name them. */
export function withEncounters(
  frame: Frame,
  drafts: readonly EncounterDraft[],
  appointments: readonly Appointment[],
): { readonly appointments: readonly Appointment[]; readonly encounters: readonly Encounter[] } {
  const rows = [...appointments]
  const encounters = drafts.flatMap((draft, index) => {
    const at = draft.target % Math.max(1, rows.length)
    const target = rows[at]
    if (target === undefined) return []
    const number =
      draft.naming === 'same_number' && target.appt_id !== null ? target.appt_id : `E${String(index)}`
    if (draft.naming === 'encounter') rows[at] = { ...target, encounter_id: number }
    return [encounterOf(frame, draft, { number, target })]
  })
  const isFirst = ({ encounter_id: id }: Encounter, index: number) =>
    encounters.findIndex((other) => other.encounter_id === id) === index
  return { appointments: rows, encounters: encounters.filter(isFirst) }
}

function encounterOf(
  frame: Frame,
  { naming, hasPatient, signed, isElsewhere, row }: EncounterDraft,
  { number, target }: { readonly number: string; readonly target: Appointment },
): Encounter {
  const offset = daysBetween(frame.start, target.appt_date)
  const [other = target.provider] = names.provider.filter((name) => name !== target.provider)
  const isSigned = row.note_signed !== 'unsigned' && row.note_signed !== null
  return {
    ...row,
    encounter_id: number,
    appt_id: naming === 'appointment' ? target.appt_id : null,
    patient_key: patientOf(naming, hasPatient, target),
    service_date: dateAt(frame, isElsewhere === 'day' ? offset + 1 : offset),
    provider: isElsewhere === 'provider' ? other : target.provider,
    note_signed_at: isSigned && signed !== null ? `${dateAt(frame, offset + signed)} 17:00:00` : null,
    charge_count: null,
    last_modified: null,
  }
}

function patientOf(naming: Naming, hasPatient: boolean, target: Appointment): string | null {
  if (naming === 'wrong') return 'P9'
  return naming === 'patient' || (hasPatient && naming !== 'stray') ? target.patient_key : null
}
