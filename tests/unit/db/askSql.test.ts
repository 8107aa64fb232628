import { tableFromArrays } from 'apache-arrow'
import { describe, expect, it } from 'vitest'
import { toAnswer } from '../../../src/db/askSql.ts'
import { mostCharacters, mostColumns, mostRows } from '../../../src/queries/sqlAnswer.ts'

describe('an answer', () => {
  it('is given whole where it is of a usual size', () => {
    const table = tableFromArrays({ sum: Int32Array.from([3, 4]), name: ['a', 'x'.repeat(mostCharacters)] })
    expect(toAnswer(table)).toEqual({
      columns: ['sum', 'name'],
      rows: [
        [3, 'a'],
        [4, 'x'.repeat(mostCharacters)],
      ],
      isCut: false,
      columnCount: 2,
      isShortened: false,
    })
  })

  it('is cut to so many rows, columns and characters, and tells it', () => {
    const values = Int32Array.from({ length: mostRows + 1 }, (_, row) => row)
    const names = Array.from({ length: mostColumns + 2 }, (_, index) => `c${String(index)}`)
    const wide = toAnswer(tableFromArrays(Object.fromEntries(names.map((name) => [name, values]))))
    expect(wide.rows).toHaveLength(mostRows)
    expect(wide.rows[0]).toHaveLength(mostColumns)
    expect(wide).toMatchObject({ isCut: true, columnCount: mostColumns + 2, isShortened: false })
    expect(wide.columns).toHaveLength(mostColumns)

    const long = `${'x'.repeat(mostCharacters - 1)}😀 and more`
    const answer = toAnswer(tableFromArrays({ long: [long] }))
    expect(answer.rows).toEqual([[`${'x'.repeat(mostCharacters - 1)}…`]])
    expect(answer.isShortened).toBe(true)
  })
})
