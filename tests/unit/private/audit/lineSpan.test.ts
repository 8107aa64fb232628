import { describe, expect, it } from 'vitest'
import { lineSpan, type SparseSum } from '../../../../scripts/private/audit/lineSpan.ts'
import { diceOf } from '../../../privacy/dice.ts'
import { KnownSums } from '../../../privacy/KnownSums.ts'

const plenty = 1e6

function sumOf(...terms: (readonly [column: number, factor: number])[]): SparseSum {
  return { columns: terms.map(([column]) => column), factors: terms.map(([, factor]) => factor) }
}

function mapOf({ columns, factors }: SparseSum): Map<number, number> {
  return new Map(columns.map((column, at) => [column, factors[at] ?? 0]))
}

describe('what follows from sums over classes', () => {
  it('is what elimination says, and from those alone that are named', () => {
    const width = 9
    for (let seed = 0; seed < 200; seed += 1) {
      const dice = diceOf(seed)
      const random = (): SparseSum => {
        const all = Array.from({ length: width }, (_, column) => [column, dice.pick([0, 0, 1, -1])] as const)
        return sumOf(...all.filter(([, factor]) => factor !== 0))
      }
      const sums = Array.from({ length: 6 }, random)
      const span = lineSpan(sums, width, plenty)
      for (const asked of [
        random(),
        random(),
        ...Array.from({ length: width }, (_, one) => sumOf([one, 1])),
      ]) {
        const exact = (some: readonly SparseSum[]): boolean => {
          const known = new KnownSums(width)
          for (const sum of some) known.add(mapOf(sum))
          return known.follows(mapOf(asked))
        }
        const behind = span?.behind(asked) ?? null
        expect(behind !== null).toBe(exact(sums))
        if (behind !== null) expect(exact(sums.filter((_, place) => behind.includes(place)))).toBe(true)
      }
    }
  })

  it('is 0 in both vectors, and nothing else is', () => {
    const span = lineSpan([sumOf([0, 1], [1, 1]), sumOf([1, 1], [2, -1])], 4, plenty)
    const value = (vector: Float64Array, terms: readonly number[]): number =>
      terms.reduce((sum, factor, column) => sum + factor * (vector[column] ?? 0), 0) % 67_108_859
    for (const vector of span?.vectors ?? []) {
      expect(value(vector, [1, 1, 0, 0])).toBe(0)
      expect(value(vector, [1, 0, 1, 0])).toBe(0)
      expect(value(vector, [1, 0, 0, 0])).not.toBe(0)
      expect(value(vector, [0, 0, 0, 1])).not.toBe(0)
    }
  })

  it('is not asked where it would take too long', () => {
    const chain = Array.from({ length: 50 }, (_, at) => sumOf([at, 1], [at + 1, 1], [51, 1]))
    expect(lineSpan([...chain, ...chain], 52, 100)).toBeNull()
  })
})
