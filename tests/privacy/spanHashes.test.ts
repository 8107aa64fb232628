import { describe, expect, test } from 'vitest'
import { diceOf } from './dice.ts'
import { KnownSums } from './KnownSums.ts'
import { SpanHashes, type SpanSum } from './SpanHashes.ts'

const width = 8

function randomSum(seed: number, factors: readonly number[]): SpanSum {
  const dice = diceOf(seed)
  const all = Array.from({ length: width }, (_, id): [number, number] => [id, dice.pick(factors)])
  return new Map(all.filter(([, times]) => times !== 0))
}

describe('what follows from known sums', () => {
  test('is what elimination says, for random sums', () => {
    let following = 0
    for (let seed = 0; seed < 300; seed += 1) {
      const known = Array.from({ length: 5 }, (_, at) => randomSum(seed * 10 + at, [0, 0, 1, -1]))
      const exact = new KnownSums(width)
      for (const sum of known) exact.add(sum)
      const hashes = new SpanHashes(width, known)
      const asked = Array.from({ length: width }, (_, id) => new Map([[id, 1]]))
      for (const sum of asked) {
        expect(hashes.follows(sum)).toBe(exact.follows(sum))
        if (exact.follows(sum)) following += 1
      }
    }
    expect(following).toBeGreaterThan(50)
  })

  test('is found where it is planted: a whole less its other parts', () => {
    const whole = new Map([0, 1, 2, 3].map((id) => [id, 1]))
    const known = new SpanHashes(4, [
      whole,
      new Map([
        [0, 1],
        [1, 1],
      ]),
      new Map([[2, 1]]),
    ])
    expect(known.follows(new Map([[3, 1]]))).toBe(true)
    expect(known.follows(new Map([[0, 1]]))).toBe(false)
    expect(known.pairs()).toEqual([
      new Map([
        [0, 1],
        [1, 1],
      ]),
      new Map([
        [2, 1],
        [3, -1],
      ]),
      new Map([
        [2, 1],
        [3, 1],
      ]),
    ])
  })

  test('is found of two classes of which only the difference is known', () => {
    const known = new SpanHashes(3, [
      new Map([
        [0, 1],
        [2, 1],
      ]),
      new Map([
        [1, 1],
        [2, 1],
      ]),
    ])
    expect(known.pairs()).toContainEqual(
      new Map([
        [0, 1],
        [1, -1],
      ]),
    )
    expect(known.follows(new Map([[0, 1]]))).toBe(false)
  })
})
