import fc from 'fast-check'
import type { ScheduleTemplate } from '../../scripts/private/contracts/templates.ts'
import { weekdays } from '../../scripts/private/contracts/vocabularies.ts'
import { arbitraryOffset, blankable, dateAt, names, type Frame } from './arbitraryFrame.ts'

/** Sessions of half of all practices: several a day, from several days on, some of single days, some blocked throughout. */
export function arbitraryTemplates(frame: Frame): fc.Arbitrary<ScheduleTemplate[]> {
  const draft = fc.record({
    provider: fc.constantFrom(...names.provider),
    weekday: blankable(fc.constantFrom(...weekdays), 10),
    offset: fc.option(arbitraryOffset(frame), { freq: 4 }),
    from: fc.option(arbitraryOffset(frame), { freq: 2 }),
    start_time: fc.constantFrom('08:00', '08:30', '13:00', '14:15'),
    hours: fc.integer({ min: 1, max: 5 }),
    blocked_min: blankable(fc.constantFrom(0, 10, 45, 300)),
    slot_min: fc.constantFrom(15, 20, 45, 7.5),
    location: blankable(fc.constantFrom(...names.location)),
  })
  const drafts = fc.oneof(fc.constant([]), fc.array(draft, { minLength: 8, maxLength: 50, size: 'max' }))
  return drafts.map((some) => {
    const rows = some
      .filter(({ weekday, offset }) => weekday !== null || offset !== null)
      .map(({ offset, from, hours, ...row }) => ({
        ...row,
        template_date: offset === null ? null : dateAt(frame, offset),
        effective_from: from === null ? null : dateAt(frame, from),
        end_time: `${String(Number(row.start_time.slice(0, 2)) + hours)}:00`,
      }))
    const keyOf = (row: ScheduleTemplate) =>
      JSON.stringify([row.provider, row.weekday, row.template_date, row.effective_from, row.start_time])
    return rows.filter((row, index) => rows.findIndex((other) => keyOf(other) === keyOf(row)) === index)
  })
}
