import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { parseRecords } from '../../../../scripts/private/sources/parseRecords.ts'
import type { Row } from '../../../../scripts/private/sources/source.ts'
import { caughtSyncError } from '../../../helpers/caughtSyncError.ts'

async function* chunksOf(text: string, cuts: readonly number[]): AsyncGenerator<string> {
  await Promise.resolve()
  let start = 0
  for (const cut of [...cuts, text.length].sort((a, b) => a - b)) {
    yield text.slice(start, cut)
    start = cut
  }
}

async function parse(text: string, cuts: readonly number[] = [], delimiter = ','): Promise<Row[]> {
  const rows: Row[] = []
  const options = { file: 'bills.csv', delimiter, skipsFirst: false }
  for await (const batch of parseRecords(chunksOf(text, cuts), options)) rows.push(...batch)
  return rows
}

describe('parseRecords', () => {
  it('keeps every field of a ragged row', async () => {
    expect(await parse('a,b,c\n1,2\n1,2,3,4,"5"\n')).toEqual([
      ['a', 'b', 'c'],
      ['1', '2'],
      ['1', '2', '3', '4', '5'],
    ])
  })

  it('tells blank from absent: an empty field is null, a blank line an empty row', async () => {
    expect(await parse('a,"",\n\n,\n \n')).toEqual([['a', null, null], [], [null, null], [' ']])
  })

  it('takes the last row with or without a line end', async () => {
    expect(await parse('a\nb')).toEqual(await parse('a\nb\n'))
  })

  it('keeps a last row that is a blank line', async () => {
    expect(await parse('a\n\n')).toEqual([['a'], []])
  })

  it('reads no rows from no text', async () => {
    expect(await parse('')).toEqual([])
  })

  it('keeps delimiters, line ends and doubled quotes inside a quoted cell', async () => {
    expect(await parse('"x, y\n""z""",2\n')).toEqual([['x, y\n"z"', '2']])
  })

  it('takes a quotation mark inside an unquoted cell as it stands', async () => {
    expect(await parse('5" needle,2\n')).toEqual([['5" needle', '2']])
  })

  it('does not trim', async () => {
    expect(await parse(' a , b\t\n')).toEqual([[' a ', ' b\t']])
  })

  it('hands out at most 5,000 rows at once', async () => {
    const sizes: number[] = []
    const options = { file: 'bills.csv', delimiter: ',', skipsFirst: false }
    for await (const batch of parseRecords(chunksOf('a,b\n'.repeat(12_001), []), options)) {
      sizes.push(batch.length)
    }
    expect(sizes).toEqual([5000, 5000, 2001])
  })

  it('gives back what was written, however the text is cut into chunks', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', ',', '"', '\n', ' ', '1') })
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(rows, fc.array(fc.nat(80)), async (written, cuts) => {
        const text = Papa.unparse(written, { newline: '\n', quotes: true })
        const expected = written.map((row) => row.map((value) => (value === '' ? null : value)))
        const inside = cuts.filter((cut) => cut <= text.length)
        expect(await parse(text, inside)).toEqual(expected)
      }),
    )
  })

  it('reads the same from many chunks as from one', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', ',', '\n', ' ') })
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(30)), async (written, cuts) => {
        const inside = cuts.filter((cut) => cut <= written.length)
        expect(await parse(written, inside)).toEqual(await parse(written))
      }),
    )
  })
})

describe('parseRecords on quotes that do not pair', () => {
  it('names the row and line where a quote is never closed', async () => {
    const error = await caughtSyncError(() => parse('a,b\n"x\ny",2\n1,"secret\n3,4\n', [9]))
    expect(error.message).toContain('"bills.csv", row 3 (line 4 of the text)')
    expect(error.message).toContain('never closed')
    expect(`${error.message} ${error.hint}`).not.toContain('secret')
  })

  it('names the row and line where text follows a closing quote', async () => {
    const error = await caughtSyncError(() => parse('a,b\n1,2\n"secret"x,2\n3,"4"\n', [5]))
    expect(error.message).toContain('"bills.csv", row 3 (line 3 of the text)')
    expect(error.message).toContain('closing quotation mark')
    expect(`${error.message} ${error.hint}`).not.toContain('secret')
  })

  it('gives up on a record that no spreadsheet could hold', async () => {
    const chunk = 'x'.repeat(1024 * 1024)
    async function* endless(): AsyncGenerator<string> {
      await Promise.resolve()
      yield 'a,b\n"'
      for (;;) yield chunk
    }
    const error = await caughtSyncError(async () => {
      const options = { file: 'bills.csv', delimiter: ',', skipsFirst: false }
      for await (const batch of parseRecords(endless(), options)) expect(batch).toEqual([['a', 'b']])
    })
    expect(error.message).toContain('row 2 (line 2 of the text)')
  })
})
