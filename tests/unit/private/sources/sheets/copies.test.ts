import { createWriteStream } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { utils, write } from '@e965/xlsx'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RawCell, RawRows } from '../../../../../scripts/google/googleApi.ts'
import { readWorkbook } from '../../../../../scripts/private/sources/readWorkbook.ts'
import { canonicalRow } from '../../../../../scripts/private/sources/sheets/canonicalRow.ts'
import { CopyWriter } from '../../../../../scripts/private/sources/sheets/CopyWriter.ts'
import { readCopy } from '../../../../../scripts/private/sources/sheets/readCopy.ts'
import type { Row } from '../../../../../scripts/private/sources/source.ts'
import { allRows } from '../../../../helpers/allRows.ts'
import { spreadsheetFolder } from '../../../../helpers/spreadsheetFolder.ts'

describe('canonicalRow', () => {
  it('takes empty text for no value, cuts the end and keeps text as typed', () => {
    expect(canonicalRow(['', ' a ', 0, false, '0123', '', ''])).toEqual([null, ' a ', 0, false, '0123'])
    expect(canonicalRow(['', ''])).toEqual([])
  })

  it.each([
    ['#N/A', '#N/A'],
    ["#N/A (Did not find value 'x' in VLOOKUP evaluation.)", '#N/A'],
    ['#DIV/0! (Function DIVIDE parameter 2\ncannot be zero.)', '#DIV/0!'],
    [' #REF! ', '#REF!'],
    ['#NAME? (Unknown function.)', '#NAME?'],
    ['#NUM!', '#NUM!'],
    ['#NULL!', '#NULL!'],
    ['#VALUE!', '#VALUE!'],
    ['#ERROR! (Formula parse error.)', '#ERROR!'],
    ['Loading...', 'Loading...'],
  ])('takes %j for an error without its message', (text, error) => {
    expect(canonicalRow([text])).toEqual([{ error }])
  })

  it.each(['#1', '# of visits', '#N/A yet', '#REF! gone', 'Loading... dock', 'see #N/A', '#REF'])(
    'takes %j for text',
    (text) => {
      expect(canonicalRow([text])).toEqual([text])
    },
  )

  it('gives the same rows as a workbook file with the same cells', async () => {
    const cell = fc.oneof(
      fc.constantFrom<RawCell>('', ' ', 'Ada Birch', '0123', true, false, 0, 45004.5, -3),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
      // What a workbook file cannot hold is no matter of ours.
      fc.string({ maxLength: 8 }).filter((text) => /^[ -~]*$/.test(text) && !/_x[0-9a-f]{4}_/i.test(text)),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 12 }), async (cells) => {
        const sheet = utils.aoa_to_sheet(cells)
        const book = utils.book_new()
        utils.book_append_sheet(book, sheet, 'Charges')
        const bytes = write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer
        const fromFile = await allRows(readWorkbook(bytes, 'books.xlsx')[0])
        const { rows } = await copied([cells])
        expect(rows).toEqual(fromFile)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a copy', () => {
  it('keeps blank rows inside, drops those at the end and keeps rows ragged', async () => {
    const { rows, facts } = await copied([[[], ['a'], []], [], [['b', '', 3], [''], ['']]], [3, 2, 4])
    expect(rows).toEqual([[], ['a'], [], [], [], ['b', null, 3]])
    expect(facts.rows).toBe(6)
  })

  it('has the same hash however it was cut, and another for another value', async () => {
    const cells: RawRows = [['a', 1], [], ['b', true], ['c']]
    const whole = await copied([cells])
    const cut = await copied([cells.slice(0, 1), cells.slice(1, 2), cells.slice(2)])
    const other = await copied([[['a', 1], [], ['b', true], ['d']]])
    const typed = await copied([[['a', '1'], [], ['b', true], ['c']]])
    expect(cut.facts.hash).toBe(whole.facts.hash)
    expect(new Set([whole, other, typed].map(({ facts }) => facts.hash)).size).toBe(3)
  })

  it('comes in batches of 5000 rows, of fewer where they are wide, and any text in it', async () => {
    const text = 'Zoë – "quoted" \n line 2 \u2028 🗓 \ud800'
    const cells = Array.from({ length: 12_001 }, (_, index) => [index, text])
    const { batches, rows } = await copied([cells])
    expect(batches).toEqual([5000, 5000, 2001])
    expect(rows[12_000]).toEqual([12_000, text])
    const wide = await copied([Array.from({ length: 400 }, () => ['x'.repeat(50_000)])])
    expect(Math.max(...wide.batches)).toBeLessThan(100)
    expect(wide.rows).toHaveLength(400)
  })

  it('counts cells that were still loading', async () => {
    expect((await copied([[['a', 'Loading...'], ['Loading...']]])).facts.loadingCells).toBe(2)
  })

  it('that is cut short or damaged anywhere gives an error, never half a tab', async () => {
    const cells = Array.from({ length: 500 }, (_, index) => [index, `text ${String(index * 7919)}`])
    const { path, facts } = await copied([cells])
    const bytes = await readFile(path)
    const spoilt = fc.oneof(
      fc.nat({ max: bytes.length - 1 }).map((length) => bytes.subarray(0, length)),
      fc.nat({ max: bytes.length - 1 }).map((place) => {
        const copy = Buffer.from(bytes)
        copy[place] = (copy[place] ?? 0) ^ 0x55
        return copy
      }),
    )
    await fc.assert(
      fc.asyncProperty(spoilt, async (content) => {
        await writeFile(path, content)
        const rows: Row[] = []
        const read = async () => {
          for await (const batch of readCopy({ path, rows: facts.rows, label: '"Charges"' }))
            rows.push(...batch)
        }
        await expect(read()).rejects.toThrow('The private copy of tab "Charges" is damaged or gone.')
      }),
      { numRuns: 60 },
    )
  })

  it('tells of a disk that is full', async () => {
    const folder = await spreadsheetFolder({})
    const file = createWriteStream(join(folder, 'copy'))
    const writer = new CopyWriter(file)
    file.destroy(new Error('no space left'))
    const work = async () => {
      for (let round = 0; round < 20; round++) await writer.append([['x'.repeat(300_000)]], 1)
      await writer.close()
    }
    await expect(work()).rejects.toThrow('no space left')
  })
})

async function copied(
  parts: readonly RawRows[],
  asked: readonly number[] = parts.map((part) => part.length),
) {
  const path = join(await spreadsheetFolder({}), 'copy.zst')
  const writer = new CopyWriter(createWriteStream(path, { flush: true }))
  for (const [index, part] of parts.entries()) await writer.append(part, asked[index] ?? 0)
  const facts = await writer.close()
  const rows: Row[] = []
  const batches: number[] = []
  for await (const batch of readCopy({ path, rows: facts.rows, label: '"Charges"' })) {
    rows.push(...batch)
    batches.push(batch.length)
  }
  return { path, facts, rows, batches }
}
