/** A seeded stream of random numbers: the same seed gives the same practice, byte for byte. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** One of `list`, weighted. */
  weighted<T extends { readonly weight: number }>(list: readonly T[]): T
  /** A whole number from an exponential tail with that mean, cut at `most`. */
  tail(mean: number, most: number): number
}

/** Mulberry32. A `name` gives each part of the simulation its own stream, so that one can change alone. */
export function createRandom(seed: number, name: string): Random {
  let state = seed >>> 0
  for (const letter of name) state = (Math.imul(state ^ letter.charCodeAt(0), 0x9e3779b1) + 0x7f4a7c15) >>> 0

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  function pick<T>(list: readonly T[]): T {
    const item = list[Math.floor(next() * list.length)]
    if (item === undefined) throw new Error('invalid list: empty')
    return item
  }

  function weighted<T extends { readonly weight: number }>(list: readonly T[]): T {
    let left = next() * list.reduce((sum, item) => sum + item.weight, 0)
    for (const item of list) {
      left -= item.weight
      if (left < 0) return item
    }
    return pick(list)
  }

  return {
    next,
    int: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick,
    weighted,
    tail: (mean, most) => Math.min(most, Math.floor(-Math.log(1 - next()) * mean)),
  }
}
