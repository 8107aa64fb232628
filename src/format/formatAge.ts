const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** A span of time in its largest whole unit: `25 minutes`, `2 hours`, `3 days`. Milliseconds in; never below a minute. */
export function formatAge(milliseconds: number): string {
  if (milliseconds >= 2 * day) return counted(milliseconds / day, 'day')
  if (milliseconds >= hour) return counted(milliseconds / hour, 'hour')
  return counted(Math.max(1, milliseconds / minute), 'minute')
}

function counted(count: number, unit: string): string {
  const whole = Math.floor(count)
  return `${whole} ${unit}${whole === 1 ? '' : 's'}`
}
