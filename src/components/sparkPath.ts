const width = 100
const top = 4
const bottom = 36

/**
 * The line of a series in a box of 100 by 40, from its lowest value at the bottom to its highest at the
 * top; flat in the middle if they are equal. Months without data leave a gap. '' for fewer than two values.
 */
export function sparkPath(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null)
  if (known.length < 2) return ''
  const lowest = Math.min(...known)
  const range = Math.max(...known) - lowest
  const step = width / (values.length - 1)
  let pen = 'M'
  return values
    .flatMap((value, index) => {
      if (value === null) {
        pen = 'M'
        return []
      }
      const y = range === 0 ? (top + bottom) / 2 : bottom - ((value - lowest) / range) * (bottom - top)
      const point = `${pen}${round(index * step)} ${round(y)}`
      pen = 'L'
      return [point]
    })
    .join('')
}

/** A dot at the line's last value: a stroke without length, which its round ends make a dot. */
export function sparkEnd(values: readonly (number | null)[]): string {
  const last = sparkPath(values)
    .split(/(?=[ML])/)
    .at(-1)
  return last ? `${last.replace('L', 'M')}h0` : ''
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10)
}
