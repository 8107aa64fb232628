import type { TileView } from './tileView.ts'

/** A tile's drawing as paths in a box of 100 by 40; '' for a part that is not drawn. */
export interface SparkShape {
  /** The months whose numbers are final; months without data leave a gap. */
  readonly line: string
  /** A dot at the line's last value: a stroke without length, which its round ends make a dot. */
  readonly end: string
  /** The months after it, whose numbers are still coming in: as wide as they are, and no value. */
  readonly pending: string
  /** The target, and the side of it that is good. */
  readonly target: string
  readonly band: string
}

type Drawn = Pick<TileView, 'spark' | 'settled' | 'goal'>

const width = 100
const top = 4
const bottom = 36
const nothing: SparkShape = { line: '', end: '', pending: '', target: '', band: '' }

/**
 * The final months from their lowest value at the bottom to the highest at the top, flat in the middle if they are equal.
 * The target takes part in the scale unless it is further off than the line is high, twice. Pure.
 */
export function sparkShape({ spark, settled = spark.length, goal }: Drawn): SparkShape {
  const values = spark.slice(0, settled)
  const known = values.filter((value) => value !== null)
  if (known.length < 2) return nothing
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const reach = 2 * (high - low)
  const near = goal && goal.value >= low - reach && goal.value <= high + reach ? goal : null
  const lowest = Math.min(low, near?.value ?? low)
  const range = Math.max(high, near?.value ?? high) - lowest
  const yOf = (value: number) =>
    round(range === 0 ? (top + bottom) / 2 : bottom - ((value - lowest) / range) * (bottom - top))
  const xOf = (index: number) => round((index * width) / (spark.length - 1))
  const lastIndex = values.findLastIndex((value) => value !== null)
  const last = `${xOf(lastIndex)} ${yOf(values[lastIndex] ?? 0)}`
  return {
    line: lineOf(values, xOf, yOf),
    end: `M${last}h0`,
    pending: settled < spark.length ? `M${last}H${String(width)}` : '',
    target: near ? `M0 ${yOf(near.value)}H${String(width)}` : '',
    band: near ? `M0 ${yOf(near.value)}H${String(width)}V${near.side === 'up' ? '0' : '40'}H0Z` : '',
  }
}

function lineOf(
  values: readonly (number | null)[],
  xOf: (index: number) => string,
  yOf: (value: number) => string,
): string {
  let pen = 'M'
  return values
    .flatMap((value, index) => {
      if (value === null) {
        pen = 'M'
        return []
      }
      const point = `${pen}${xOf(index)} ${yOf(value)}`
      pen = 'L'
      return [point]
    })
    .join('')
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10)
}
