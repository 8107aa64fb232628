import fc from 'fast-check'
import type { Appointment } from '../../scripts/private/contracts/appointments.ts'
import type { StatusChange } from '../../scripts/private/contracts/waitLog.ts'
import { blankable, dateAt, names, type Frame } from './arbitraryFrame.ts'
import { daysBetween } from './civilDates.ts'

interface ChangeDraft {
  readonly target: number
  readonly status: StatusChange['status']
  /** Minutes from eight in the morning; null is not recorded. */
  readonly minute: number | null
  readonly isElsewhere: 'provider' | 'day' | 'start' | 'patient' | 'logged' | null
}

/** How a random practice keeps its times. */
export interface WaitLogDraft {
  readonly changes: readonly ChangeDraft[]
  /** The log alone has times; else the schedule has some of its own too. */
  readonly isAlone: boolean
}

/** A log of a third of all practices: changes of any booking, in any order, again, and of no booking. */
export function arbitraryWaitLog(): fc.Arbitrary<WaitLogDraft> {
  const change: fc.Arbitrary<ChangeDraft> = fc.record({
    target: fc.nat({ max: 999 }),
    status: fc.constantFrom(
      ...(['checked_in', 'checked_in', 'roomed', 'roomed', 'completed', 'completed'] as const),
      ...(['scheduled', 'unknown', null] as const),
    ),
    minute: blankable(fc.integer({ min: -20, max: 660 })),
    isElsewhere: fc.oneof(
      { weight: 12, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom('provider', 'day', 'start', 'patient', 'logged') },
    ),
  })
  const changes = fc.array(change, { minLength: 60, maxLength: 260, size: 'max' })
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant({ changes: [], isAlone: false }) },
    { weight: 1, arbitrary: fc.record({ changes, isAlone: fc.boolean() }) },
  )
}

/** The rows of a draft, and the schedule they are of, which may have no times of its own. */
export function withWaitLog(
  frame: Frame,
  { changes, isAlone }: WaitLogDraft,
  appointments: readonly Appointment[],
): { readonly appointments: readonly Appointment[]; readonly wait_log: readonly StatusChange[] } {
  const blank = { checked_in_at: null, roomed_at: null, checked_out_at: null }
  const rows = appointments.map((row, index) => (isAlone || index % 3 > 0 ? { ...row, ...blank } : row))
  // Few bookings, so that each has several changes.
  const known = rows.filter(({ patient_key, start_time }) => patient_key !== null && start_time !== null)
  const log = changes.flatMap((draft) => {
    const target = known[draft.target % Math.max(1, Math.min(40, known.length))]
    return target === undefined ? [] : [changeOf(frame, draft, target)]
  })
  const seen = new Set<string>()
  const isNew = (change: StatusChange) => seen.size < seen.add(JSON.stringify(change)).size
  return { appointments: changes.length === 0 ? appointments : rows, wait_log: log.filter(isNew) }
}

function changeOf(frame: Frame, draft: ChangeDraft, target: Appointment): StatusChange {
  const { isElsewhere, minute } = draft
  const offset = daysBetween(frame.start, target.appt_date)
  const [other = target.provider] = names.provider.filter((name) => name !== target.provider)
  const day = dateAt(frame, isElsewhere === 'logged' ? offset + 1 : offset)
  return {
    patient_key: isElsewhere === 'patient' ? 'P9' : (target.patient_key ?? ''),
    appt_date: dateAt(frame, isElsewhere === 'day' ? offset + 1 : offset),
    start_time: isElsewhere === 'start' ? '06:45' : (target.start_time ?? ''),
    provider: isElsewhere === 'provider' ? other : target.provider,
    status: draft.status,
    logged_at: minute === null ? null : `${day} ${clock(480 + minute)}:00`,
  }
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
