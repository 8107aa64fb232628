/** Rows numbered from 0, equal where they agree in all of some codes. */
export interface NumberedTogether {
  /** By row; -1 for rows that are left out. */
  readonly numbers: Int32Array
  /** By number: its first row. */
  readonly first: readonly number[]
}

/** Up to so many combinations of codes are looked up in a plain list. */
const mostListed = 1 << 20

/**
 * Numbers rows by their codes (whole numbers from -1 on) in several columns, in the order in which they first occur.
 * `count` is the number of rows; `isInside` says, by row, which are meant, all if left out.
 */
export function numberedTogether(
  columns: readonly ArrayLike<number>[],
  { count, isInside }: { readonly count: number; readonly isInside?: Uint8Array | undefined },
): NumberedTogether {
  let keys = new Float64Array(count)
  let range = 1
  for (const codes of columns) {
    const width = largest(codes, count) + 2
    if (range * width > Number.MAX_SAFE_INTEGER) {
      const { numbers, first } = numberedKeys(keys, { range })
      keys = Float64Array.from(numbers)
      range = first.length
    }
    range *= width
    for (let row = 0; row < count; row += 1) keys[row] = (keys[row] ?? 0) * width + (codes[row] ?? -1) + 1
  }
  return numberedKeys(keys, { range, isInside })
}

function largest(codes: ArrayLike<number>, count: number): number {
  let most = -1
  for (let row = 0; row < count; row += 1) if ((codes[row] ?? -1) > most) most = codes[row] ?? -1
  return most
}

interface Keys {
  /** All keys are below it. */
  readonly range: number
  readonly isInside?: Uint8Array | undefined
}

function numberedKeys(keys: Float64Array, { range, isInside }: Keys): NumberedTogether {
  const known = range <= mostListed ? listed(range) : mapped()
  const first: number[] = []
  const numbers = new Int32Array(keys.length).fill(-1)
  for (let row = 0; row < keys.length; row += 1) {
    if (isInside?.[row] === 0) continue
    const key = keys[row] ?? 0
    let number = known.get(key)
    if (number < 0) {
      number = first.push(row) - 1
      known.set(key, number)
    }
    numbers[row] = number
  }
  return { numbers, first }
}

/** Numbers by key; -1 where there is none yet. */
interface Known {
  get(key: number): number
  set(key: number, number: number): void
}

function listed(range: number): Known {
  const list = new Int32Array(range).fill(-1)
  return {
    get: (key) => list[key] ?? -1,
    set: (key, number) => {
      list[key] = number
    },
  }
}

function mapped(): Known {
  const map = new Map<number, number>()
  return { get: (key) => map.get(key) ?? -1, set: (key, number) => map.set(key, number) }
}
