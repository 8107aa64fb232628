import type { FactName } from '../../src/cubes/facts.ts'
import { addMonths } from '../../src/periods/month.ts'
import type { Happening } from '../helpers/peopleOf.ts'
import type { Shape } from './practiceShape.ts'

const weeks = ['1-7', '8-14', '15-21', '22-28']

/** What is booked of the next four weeks, fewer the later; and slots, which now and then are as many as the bookings. */
export function aheadOf({
  dice,
  patients,
  isKeyless,
  months,
}: Shape): Partial<Record<FactName, Happening[]>> {
  const month = addMonths(months.at(-1) ?? '2026-01', -1)
  const bookings = weeks.flatMap((week_ahead, index) =>
    Array.from({ length: dice.int(0, Math.max(4, Math.round(patients / (index + 1)))) }, () => ({
      month,
      at: { week_ahead },
      person: isKeyless ? -1 : dice.int(0, patients - 1),
      adds: { coming_count: 1 },
    })),
  )
  const slots = weeks.flatMap((week_ahead) => {
    const booked = bookings.filter(({ at }) => at.week_ahead === week_ahead).length
    const open = dice.chance(0.5) ? 0 : dice.int(1, 12)
    const coming_slot_count = booked > 0 && dice.chance(0.1) ? 0 : booked + open
    return booked + open === 0 ? [] : [{ month, at: { week_ahead }, person: -1, adds: { coming_slot_count } }]
  })
  return { bookings_ahead: bookings, slots_ahead: slots }
}
