import { weekdayOf } from './calendar.ts'
import { asOfDay, firstDay } from './demoClock.ts'

/** Share of slots taken: more on Monday and in the morning, fewer on Friday afternoon and in summer; thinning out ahead. */
export function fillRate(day: number, start: number): number {
  const month = new Date(day * 86_400_000).getUTCMonth() + 1
  const season = [0.03, 0.025, 0.015, 0, 0, -0.02, -0.055, -0.04, 0.005, 0.02, 0.01, -0.03][month - 1] ?? 0
  const weekday = [0, 0.035, 0.015, 0, 0.005, -0.03, 0][weekdayOf(day)] ?? 0
  const hour = start < 660 ? 0.03 : start >= 940 ? -0.07 : 0
  const growth = ((day - firstDay) / 1096) * 0.03
  const ahead = day < asOfDay ? 0 : 0.1 + (day - asOfDay) * 0.018
  return Math.min(0.985, 0.865 + season + weekday + hour + growth - ahead)
}
