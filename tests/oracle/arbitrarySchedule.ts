import fc from 'fast-check'
import type { Appointment } from '../../scripts/private/contracts/appointments.ts'
import type { Slot } from '../../scripts/private/contracts/slots.ts'
import { appointmentStatuses, visitGroups } from '../../scripts/private/contracts/vocabularies.ts'
import { arbitraryOffset, blankable, dateAt, names, type Frame } from './arbitraryFrame.ts'

/** How a random practice keeps its slots: in a tab, as rows of the schedule, or not at all. */
type SlotKeeping = 'tab' | 'schedule' | 'none'

export interface Schedule {
  readonly appointments: readonly Appointment[]
  readonly slots: readonly Slot[]
}

const halfHours = Array.from({ length: 18 }, (_, half) => clock(480 + half * 30))

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** Bookings in every status, some twice for a patient's day, some without patient, number or time. */
export function arbitrarySchedule(frame: Frame): fc.Arbitrary<Schedule> {
  return fc
    .record({
      keeping: fc.constantFrom<SlotKeeping>('tab', 'schedule', 'none'),
      drafts: fc.array(arbitraryBooking(frame), { minLength: 30, maxLength: 150, size: 'max' }),
      slots: fc.array(arbitrarySlot(frame), { minLength: 5, maxLength: 40, size: 'max' }),
    })
    .map(({ keeping, drafts, slots }) => {
      const kept = keeping === 'schedule' ? drafts : drafts.filter(({ status }) => status !== 'open_slot')
      return {
        appointments: withoutDuplicates(kept.map((draft, index) => numbered(draft, index))),
        slots:
          keeping === 'tab'
            ? slots
                .map((slot, index) => ({ ...slot, slot_id: `S${String(index % 30)}` }))
                .filter(isFirstOfItsKey)
            : [],
      }
    })
}

function arbitraryBooking(frame: Frame): fc.Arbitrary<Appointment> {
  const status = fc.oneof(
    { weight: 3, arbitrary: fc.constant('completed' as const) },
    { weight: 2, arbitrary: fc.constantFrom(...appointmentStatuses) },
  )
  return fc
    .record({
      offset: arbitraryOffset(frame),
      lead: blankable(fc.oneof(fc.integer({ min: -3, max: 120 }), fc.constantFrom(90, 91, 92))),
      // Often at the very limit of late, a day or two before.
      cancelledMinutes: blankable(
        fc.oneof(fc.integer({ min: -120, max: 3600 }), fc.constantFrom(1440, 2880)),
        3,
      ),
      half: blankable(fc.constantFrom(...halfHours), 12),
      hasNumber: fc.nat({ max: 9 }),
      moments: arbitraryMoments,
      row: fc.record({
        encounter_id: fc.constant(null),
        patient_key: blankable(fc.constantFrom('P1', 'P2', 'P3', 'P4', 'P5', 'P6'), 6),
        duration_min: fc.constantFrom(null, 15, 30, 22.5),
        end_time: fc.constant(null),
        slot_id: blankable(fc.constantFrom('S0', 'S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8'), 3),
        provider: fc.constantFrom(...names.provider),
        location: blankable(fc.constantFrom(...names.location)),
        visit_type: fc.constant(null),
        last_modified: fc.constant(null),
        visit_group: blankable(fc.constantFrom(...visitGroups)),
        status,
        cancelled_by: fc.constantFrom(null, 'patient' as const, 'practice' as const),
        is_new_patient: fc.constantFrom(null, true, false),
        is_telehealth: fc.constantFrom(null, true, false),
        is_test: fc.nat({ max: 19 }).map((draw) => (draw === 7 ? true : null)),
        payer: fc.constant(null),
        payer_class: blankable(fc.constantFrom(...names.payer)),
      }),
    })
    .map(({ offset, lead, cancelledMinutes, half, hasNumber, moments, row }) => {
      const appt_date = dateAt(frame, offset)
      return {
        ...row,
        ...momentsAt(frame, { offset, half: half ?? '08:00', moments }),
        appt_id: hasNumber === 0 ? null : '',
        appt_date,
        start_time: half,
        booked_at: lead === null ? null : `${dateAt(frame, offset - lead)} 10:15:00`,
        cancelled_at:
          cancelledMinutes === null ? null : before(frame, offset, half ?? '08:00', cancelledMinutes),
      }
    })
}

/** Minutes from the booked start to arrival, on to the room and to leaving; days to the signed note. */
interface Moments {
  readonly arrived: number | null
  readonly roomed: number | null
  readonly left: number | null
  readonly note: { readonly state: Appointment['note_signed']; readonly days: number | null }
}

/** Often at the edge of a step, of eight hours, or of the day; also against the order of things. */
const arbitraryMoments: fc.Arbitrary<Moments> = fc.record({
  arrived: blankable(fc.oneof(fc.integer({ min: -60, max: 40 }), fc.constantFrom(0, -1500)), 5),
  roomed: blankable(fc.oneof(fc.integer({ min: -5, max: 120 }), fc.constantFrom(0, 5, 6, 95, 480, 481)), 5),
  left: blankable(
    fc.oneof(fc.integer({ min: -5, max: 240 }), fc.constantFrom(0, 180, 181, 480, 481, 1200)),
    5,
  ),
  note: fc.oneof(
    fc
      .constantFrom('unsigned' as const, 'unknown' as const, 'signed' as const, null)
      .map((state) => ({ state, days: null })),
    fc.integer({ min: -2, max: 45 }).map((days) => ({ state: 'signed' as const, days })),
  ),
})

function momentsAt(
  frame: Frame,
  { offset, half, moments }: { offset: number; half: string; moments: Moments },
): Pick<Appointment, 'checked_in_at' | 'roomed_at' | 'checked_out_at' | 'note_signed' | 'note_signed_at'> {
  const { arrived, roomed, left, note } = moments
  const after = (minutes: number | null) => (minutes === null ? null : before(frame, offset, half, -minutes))
  return {
    checked_in_at: after(arrived),
    roomed_at: after(roomed === null ? null : (arrived ?? 0) + roomed),
    checked_out_at: after(left === null ? null : (arrived ?? 0) + left),
    note_signed: note.state,
    note_signed_at: note.days === null ? null : `${dateAt(frame, offset + note.days)} 17:00:00`,
  }
}

/** A local timestamp so many minutes before a start. */
function before(frame: Frame, offset: number, start: string, minutes: number): string {
  const [hour = '0', minute = '0'] = start.split(':')
  const moment = Number(hour) * 60 + Number(minute) - minutes
  return `${dateAt(frame, offset + Math.floor(moment / 1440))} ${clock(((moment % 1440) + 1440) % 1440)}:00`
}

function numbered(draft: Appointment, index: number): Appointment {
  return { ...draft, appt_id: draft.appt_id === null ? null : `A${String(index)}` }
}

function arbitrarySlot(frame: Frame): fc.Arbitrary<Slot> {
  return fc
    .record({
      offset: arbitraryOffset(frame),
      start_time: blankable(fc.constantFrom(...halfHours)),
      provider: fc.constantFrom(...names.provider),
      location: blankable(fc.constantFrom(...names.location)),
      is_available: fc.constantFrom(null, true, false),
    })
    .map(({ offset, ...row }) => ({ ...row, slot_id: '', slot_date: dateAt(frame, offset) }))
}

function isFirstOfItsKey(slot: Slot, index: number, slots: readonly Slot[]): boolean {
  return (
    slots.findIndex((other) => other.provider === slot.provider && other.slot_id === slot.slot_id) === index
  )
}

/** Bookings without a number are told apart by provider, patient, day, start and booking time. */
function withoutDuplicates(rows: readonly Appointment[]): Appointment[] {
  const seen = new Set<string>()
  return rows.filter((row) => {
    if (row.appt_id !== null) return true
    const key = JSON.stringify([row.provider, row.patient_key, row.appt_date, row.start_time, row.booked_at])
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
