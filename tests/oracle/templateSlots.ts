import { Temporal } from 'temporal-polyfill'
import type { ScheduleTemplate } from '../../scripts/private/contracts/templates.ts'
import { unresolvedStatuses } from './appointmentEvents.ts'
import { countedBookingsOf } from './bookings.ts'
import { weekdayNumber } from './civilDates.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'

/** A bookable slot that a template tells of. */
export interface TemplateSlot {
  readonly provider: string
  readonly day: string
  readonly location: string
}

const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** Slots of templates (K41), day by day, from the first booking or dated session up to 28 days from the as-of date. */
export function templateSlots(rows: LedgerRows, options: OracleOptions): TemplateSlot[] {
  const own = rows.templates.filter(({ provider }) => !isToldElsewhere(provider, rows))
  const busy = new Set(
    countedBookingsOf(rows, options)
      .filter(({ status }) => ['completed', 'no_show', ...unresolvedStatuses].includes(status))
      .map(({ provider, appt_date }) => `${provider} ${appt_date}`),
  )
  const isOpen = (provider: string, day: string) => day >= options.asOf || busy.has(`${provider} ${day}`)
  const dates = [...rows.appointments.map(({ appt_date }) => appt_date), options.asOf]
  const firsts = [...dates, ...own.flatMap(({ template_date }) => template_date ?? [])].sort()
  const last = Temporal.PlainDate.from(options.asOf).add({ days: 27 })
  const slots: TemplateSlot[] = []
  for (const [provider, sessions] of Map.groupBy(own, (session) => session.provider)) {
    let day = Temporal.PlainDate.from(firsts[0] ?? options.asOf)
    for (; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
      const text = day.toString()
      for (const session of sessionsOn(sessions, text, isOpen(provider, text))) {
        const slot = { provider, day: text, location: session.location ?? 'None given' }
        for (let index = 0; index < slotsIn(session); index += 1) slots.push(slot)
      }
    }
  }
  return slots
}

function isToldElsewhere(provider: string, { slots, appointments }: LedgerRows): boolean {
  if (slots.length > 0) return slots.some((slot) => slot.provider === provider)
  return appointments.some((row) => row.status === 'open_slot' && row.provider === provider)
}

/** The day's own sessions if it has any, else those of the newest template of the weekday that has begun. */
function sessionsOn(all: readonly ScheduleTemplate[], day: string, isOpen: boolean): ScheduleTemplate[] {
  const dated = all.filter(({ template_date }) => template_date === day)
  if (dated.length > 0 || !isOpen) return dated
  const begun = all.filter(
    ({ weekday, template_date, effective_from: from }) =>
      template_date === null && weekday === names[weekdayNumber(day) - 1] && (from === null || from <= day),
  )
  const newest = begun
    .map(({ effective_from: from }) => from ?? '')
    .sort()
    .at(-1)
  return begun.filter(({ effective_from: from }) => (from ?? '') === newest)
}

function slotsIn({ start_time, end_time, blocked_min, slot_min }: ScheduleTemplate): number {
  const free = minutesOf(end_time) - minutesOf(start_time) - (blocked_min ?? 0)
  return Math.max(0, Math.floor(free / slot_min))
}

function minutesOf(clock: string): number {
  const [hours = '0', minutes = '0'] = clock.split(':')
  return Number(hours) * 60 + Number(minutes)
}
