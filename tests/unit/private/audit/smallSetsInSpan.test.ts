import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exactSpan } from '../../../../scripts/private/audit/exactSpan.ts'
import { smallSetsInSpan } from '../../../../scripts/private/audit/smallSetsInSpan.ts'

/** Numerator and denominator above zero. */
type Fraction = readonly [bigint, bigint]

/** Whether a set follows from the groups: Gauss with fractions, plain and slow. */
function follows(groups: readonly (readonly number[])[], set: readonly number[], width: number): boolean {
  const unknowns = groups.length
  const table: Fraction[][] = Array.from({ length: width }, (_, column) => [
    ...groups.map((group): Fraction => [group.includes(column) ? 1n : 0n, 1n]),
    [set.includes(column) ? 1n : 0n, 1n],
  ])
  let top = 0
  for (let unknown = 0; unknown < unknowns; unknown += 1) {
    const found = table.findIndex((row, index) => index >= top && (row[unknown]?.[0] ?? 0n) !== 0n)
    const pivot = table[found]
    const other = table[top]
    if (pivot === undefined || other === undefined) continue
    table[found] = other
    table[top] = pivot
    for (let row = top + 1; row < width; row += 1) {
      const factor = divided(table[row]?.[unknown] ?? [0n, 1n], pivot[unknown] ?? [1n, 1n])
      table[row] = (table[row] ?? []).map((value, at) => less(value, times(factor, pivot[at] ?? [0n, 1n])))
    }
    top += 1
  }
  return table.slice(top).every((row) => row[unknowns]?.[0] === 0n)
}

function times([a, b]: Fraction, [c, d]: Fraction): Fraction {
  return [a * c, b * d]
}

function divided([a, b]: Fraction, [c, d]: Fraction): Fraction {
  return c < 0n ? [-a * d, -b * c] : [a * d, b * c]
}

function less([a, b]: Fraction, [c, d]: Fraction): Fraction {
  const [top, bottom] = [a * d - c * b, b * d]
  let [x, y] = [top < 0n ? -top : top, bottom]
  while (y !== 0n) [x, y] = [y, x % y]
  return [top / x, bottom / x]
}

/** Every set of some columns, smallest first. */
function subsets(width: number): number[][] {
  const all = Array.from({ length: 2 ** width }, (_, bits) =>
    Array.from({ length: width }, (__, column) => column).filter((column) => (bits >> column) & 1),
  )
  return all.filter((set) => set.length > 0).sort((a, b) => a.length - b.length)
}

const known = fc.integer({ min: 3, max: 9 }).chain((width) =>
  fc.record({
    width: fc.constant(width),
    sizes: fc.array(fc.integer({ min: 1, max: 14 }), { minLength: width, maxLength: width }),
    groups: fc.array(
      fc
        .uniqueArray(fc.integer({ min: 0, max: width - 1 }), { minLength: 1 })
        .map((columns) => columns.sort((a, b) => a - b)),
      { minLength: 1, maxLength: 8 },
    ),
  }),
)

describe('small sets that follow from known sums', () => {
  test('are just those that brute force finds', () => {
    fc.assert(
      fc.property(known, ({ width, groups, sizes }) => {
        const isSmall = (set: readonly number[]): boolean =>
          set.reduce((sum, column) => sum + (sizes[column] ?? 0), 0) < 11
        const found = smallSetsInSpan(groups, isSmall)
        for (const { columns, groups: used } of found) {
          expect(isSmall(columns)).toBe(true)
          const told = used.map((group) => groups[group] ?? [])
          expect(follows(told, columns, width)).toBe(true)
        }
        const small = subsets(width).filter((set) => set.length <= 3 && isSmall(set))
        for (const set of small.filter((each) => follows(groups, each, width))) {
          expect(found.some(({ columns }) => columns.every((column) => set.includes(column)))).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('are told exactly', () => {
    fc.assert(
      fc.property(known, ({ width, groups }) => {
        const isInSpan = exactSpan(groups)
        for (const set of subsets(Math.min(width, 6))) {
          expect(isInSpan(set) !== null).toBe(follows(groups, set, width))
        }
      }),
      { numRuns: 50 },
    )
  })

  test('are found although they need a half', () => {
    // a+b, b+c and a+c: half of the first and the third less half of the second is a.
    const groups = [
      [0, 1],
      [1, 2],
      [0, 2],
    ]
    const found = smallSetsInSpan(groups, (set) => set.length === 1)
    expect(found.map(({ columns }) => columns)).toEqual([[0], [1], [2]])
  })

  test('are found with a column that is empty by itself', () => {
    // Of column 0 nothing is left; what it stands beside is known by it all the same.
    const groups = [[0, 1, 2], [2], [0, 3]]
    const isSmall = (set: readonly number[]): boolean => set.includes(1) && !set.some((column) => column > 1)
    const isLarge = (column: number): boolean => column > 1
    const found = smallSetsInSpan(groups, isSmall, isLarge)
    expect(found.map(({ columns }) => columns.toSorted((a, b) => a - b))).toEqual([[0, 1]])
  })

  test('are found in well under a second among 1,500 cells and 200 groups', () => {
    const width = 1500
    const digits = [30, 25, 2]
    const place = (column: number, axis: number) =>
      Math.floor(column / (axis === 0 ? 1 : axis === 1 ? 30 : 750)) % (digits[axis] ?? 1)
    const cuts = [0, 1, 2].flatMap((axis) =>
      Array.from({ length: digits[axis] ?? 0 }, (_, value) =>
        Array.from({ length: width }, (__, column) => column).filter(
          (column) => place(column, axis) === value,
        ),
      ),
    )
    const random = (seed: number) => ((Math.imul(seed, 0x9e3779b1) >>> 0) % 1000) / 1000
    const others = Array.from({ length: 142 }, (_, id) =>
      Array.from({ length: width }, (__, column) => column).filter(
        (column) => random(id * width + column + 7) < 0.02,
      ),
    )
    // One small secret: a group that differs from another by two cells.
    const secret = [...(others[0] ?? []).filter((column) => column !== 3 && column !== 700), 3, 700].sort(
      (a, b) => a - b,
    )
    const without = secret.filter((column) => column !== 3 && column !== 700)
    const groups = [...cuts, ...others, secret, without]
    const before = process.cpuUsage()
    const found = smallSetsInSpan(groups, (set) => set.length < 11)
    expect(found).toEqual([{ columns: [3, 700], groups: [199, 57] }])
    // Of the processor's time, which a busy machine does not lengthen much; it takes some 300 ms.
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(3_000)
  })
})
