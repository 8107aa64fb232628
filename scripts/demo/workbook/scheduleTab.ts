import { monthOf } from '../calendar.ts'
import { type Mess, type BadRow } from '../mess.ts'
import type { AppointmentStatus } from '../practice.ts'
import type { Booking } from '../schedule.ts'
import type { Simulation } from '../simulatePractice.ts'
import { firstClicked, type VisitTimes } from '../visitTimes.ts'
import { date, moment, number, spoilt, text, timeOfDay, type DemoCell } from './cells.ts'
import {
  addBlank,
  addFooter,
  addRow,
  repeatHeader,
  startSheet,
  withCell,
  type Headers,
  type RowMark,
  type SheetDraft,
} from './sheetDraft.ts'
import { dateStyleOf, spellPayer, spellProvider } from './spelling.ts'

const headers: Headers = {
  appt_id: 'Appointment ID',
  appt_date: 'Appointment Date',
  start_time: 'Appt Time',
  duration_min: 'Scheduled Length',
  provider: 'Appointment Provider Name',
  location: 'Appointment Facility Name',
  visit_type: 'Appt Type',
  status: 'Appt Status',
  patient_key: 'Patient ID',
  is_test: 'Patient Name',
  payer: 'Ins At Visit',
  booked_at: 'Date Booked',
  cancelled_at: 'Cancel Date',
  cancelled_by: 'Cancel By',
  checked_in_at: 'Check In Time',
  roomed_at: 'In Room',
  checked_out_at: 'Check Out Time',
  note_signed_at: 'Note Signed On',
}

/** How the schedule words what became of a booking; all are in the status map. */
export const rawStatuses: Readonly<Record<AppointmentStatus, readonly string[]>> = {
  open_slot: ['o - Open Slot'],
  blocked: ['b - Blocked'],
  scheduled: ['f - Filled'],
  confirmed: ['Confirmed'],
  checked_in: ['2 - Checked In'],
  roomed: ['In Room'],
  completed: ['4 - Charge Entered', '3 - Checked Out'],
  no_show: ['N/S'],
  cancelled: ['x - Cancelled', 'CANC'],
  cancelled_late: ['Canceled < 24h'],
  rescheduled: ['R/S'],
  left_unseen: ['LWBS'],
}

/** The Schedule tab: bookings and open slots, headers again each January, a week pasted twice at the bottom. */
export function scheduleTab(
  { bookings, visitTimes }: Pick<Simulation, 'bookings' | 'visitTimes'>,
  mess: Mess,
): SheetDraft {
  const sheet = startSheet(
    'Schedule',
    ['Riverbend Family & Specialty Care', 'Appointments by provider and day', 'All sites, run 11/4/2026'],
    headers,
  )
  const bad = new Map(mess.bad.bookings.map((row) => [row.row, row]))
  const rowOf = (booking: Booking, index: number) => bookingRow(booking, index, visitTimes.get(booking.id))
  let year = '2023'
  bookings.forEach((booking, index) => {
    const nextYear = monthOf(booking.day).slice(0, 4)
    if (nextYear !== year) {
      addFooter(sheet, `Printed 1/2/${nextYear} 7:41 AM`)
      addBlank(sheet)
      repeatHeader(sheet, headers)
    }
    year = nextYear
    const row = rowOf(booking, index)
    const isStale = mess.stale.has(booking.id)
    addBooking(
      sheet,
      booking,
      isStale ? withCell(headers, row, { field: 'status', cell: text('f - Filled') }) : row,
      bad.get(booking),
    )
  })
  addBlank(sheet)
  const pasted = new Set(mess.repasted.bookings)
  bookings.forEach((booking, index) => {
    if (pasted.has(booking)) addRow(sheet, rowOf(booking, index), { mark: 'duplicates' })
  })
  addFooter(sheet, 'Printed 11/4/2026 5:52 AM')
  return sheet
}

function bookingRow(booking: Booking, index: number, times: VisitTimes | undefined): readonly DemoCell[] {
  const style = dateStyleOf(booking.day)
  const statuses = rawStatuses[booking.status]
  const { patient } = booking
  return [
    text(booking.id),
    date(booking.day, style),
    timeOfDay(booking.start, style),
    number(booking.minutes),
    text(spellProvider(booking.provider, index)),
    text(booking.site),
    text(booking.type?.raw ?? null),
    text(statuses[index % 9 === 0 ? statuses.length - 1 : 0] ?? null),
    text(patient?.key ?? null),
    text(booking.isTest ? 'Test, Patient' : null),
    text(spellPayer(patient?.payer ?? null, index)),
    moment(booking.bookedAt, style),
    moment(booking.cancelledAt, style),
    text(booking.cancelledBy),
    ...(times === undefined ? [] : timeCells(booking, times)),
  ]
}

/** The export writes times without their day, and midnight for what was not recorded once it could be. */
function timeCells({ day, type }: Booking, times: VisitTimes): readonly DemoCell[] {
  const style = dateStyleOf(day)
  const { checkedInAt, roomedAt, checkedOutAt, noteSignedOn } = times
  const clock = (moment: number | null): DemoCell =>
    moment === null
      ? text(type?.group === 'telehealth' || day < firstClicked ? null : '00:00')
      : timeOfDay(moment - day * 1440, style)
  return [clock(checkedInAt), clock(roomedAt), clock(checkedOutAt), date(noteSignedOn, style)]
}

function addBooking(
  sheet: SheetDraft,
  booking: Booking,
  row: readonly DemoCell[],
  bad: BadRow<Booking> | undefined,
): void {
  if (bad !== undefined) {
    addRow(sheet, withCell(headers, row, { field: bad.field, cell: spoilt(bad.cell) }), {
      mark: 'quarantined',
    })
    return
  }
  const unmapped = []
  if (booking.type?.group === 'unmapped') unmapped.push(`visit_type: ${booking.type.raw}`)
  if (booking.patient?.payer.class === 'unmapped') unmapped.push(`payer: ${booking.patient.payer.name}`)
  addRow(sheet, row, { mark: markOf(booking), unmapped })
}

function markOf(booking: Booking): RowMark | null {
  if (booking.isTest) return 'testPatients'
  if (booking.status === 'open_slot') return 'openSlots'
  return booking.status === 'blocked' ? 'blockedSlots' : null
}
