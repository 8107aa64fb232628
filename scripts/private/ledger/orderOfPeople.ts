import type { WholeNumbers } from './ledger.ts'

/** Person rows in no order. */
export interface UnorderedPeople {
  /** The positions of each row's month and values, and how many of each there are. */
  readonly places: readonly WholeNumbers[]
  readonly sizes: readonly number[]
  readonly person: WholeNumbers
  readonly amounts: readonly WholeNumbers[]
}

/** Rows by month, values and person; those of nobody known by their amounts, so that the order is the same each time. */
export function orderOfPeople({ places, sizes, person, amounts }: UnorderedPeople): Int32Array {
  let order = Int32Array.from(person, (_, row) => row)
  let last = -1
  for (const one of person) if (one > last) last = one
  // From the last key to the first: each pass keeps the order of the one before.
  order = sorted(order, { keys: person, from: -1, count: last + 2 })
  for (let key = places.length - 1; key >= 0; key -= 1) {
    order = sorted(order, { keys: places[key] ?? order, from: 0, count: sizes[key] ?? 0 })
  }
  sortUnknown(order, { places, person, amounts })
  return order
}

/** A column in an order, in the smallest type that holds it. */
export function inOrder(column: WholeNumbers, order: Int32Array): WholeNumbers {
  const kind = smallestKind(column)
  const result = new kind(order.length)
  for (let row = 0; row < order.length; row += 1) result[row] = column[order[row] ?? 0] ?? 0
  return result
}

function smallestKind(
  column: WholeNumbers,
): typeof Uint8Array | typeof Uint16Array | typeof Int32Array | typeof Float64Array {
  if (column instanceof Float64Array) return Float64Array
  let [least, most] = [0, 0]
  for (const value of column) {
    if (value < least) least = value
    else if (value > most) most = value
  }
  if (least < 0 || most >= 2 ** 16) return Int32Array
  return most < 2 ** 8 ? Uint8Array : Uint16Array
}

/** Counts how many rows each key has, and so where they go. */
function sorted(
  order: Int32Array,
  { keys, from, count }: { keys: WholeNumbers; from: number; count: number },
): Int32Array<ArrayBuffer> {
  const next = new Int32Array(count + 1)
  for (const key of keys) next[key - from + 1] = (next[key - from + 1] ?? 0) + 1
  for (let key = 1; key < next.length; key += 1) next[key] = (next[key] ?? 0) + (next[key - 1] ?? 0)
  const result = new Int32Array(order.length)
  for (const row of order) {
    const key = (keys[row] ?? 0) - from
    const place = next[key] ?? 0
    next[key] = place + 1
    result[place] = row
  }
  return result
}

/** Several rows of one cell have no person: their amounts put them in order. */
function sortUnknown(order: Int32Array, { places, person, amounts }: Omit<UnorderedPeople, 'sizes'>): void {
  const isSamePlace = (a: number, b: number): boolean =>
    person[b] === -1 && places.every((keys) => keys[a] === keys[b])
  for (let start = 0; start < order.length; start += 1) {
    const first = order[start] ?? 0
    if (person[first] !== -1) continue
    let end = start + 1
    while (end < order.length && isSamePlace(first, order[end] ?? 0)) end += 1
    if (end - start > 1) order.subarray(start, end).sort((a, b) => compare(amounts, a, b))
    start = end - 1
  }
}

function compare(amounts: readonly WholeNumbers[], a: number, b: number): number {
  for (const column of amounts) {
    const by = (column[a] ?? 0) - (column[b] ?? 0)
    if (by !== 0) return by
  }
  return 0
}
