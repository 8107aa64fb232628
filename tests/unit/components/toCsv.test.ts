import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { toCsv } from '../../../src/components/toCsv.ts'

function table(...rows: (string | number | null)[][]) {
  return {
    columns: [
      { label: 'Provider', unit: 'text' },
      { label: 'Net collections', unit: 'money' },
      { label: 'Rate', unit: 'rate' },
    ] as const,
    rows,
  }
}

const signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', ' ', '\t', '\r', '\n']
const others = [',', ';', '|', '"', "'", 'a', '1', '\u2028', '\u200b', '\ufeff']

/** Texts of the signs, separators and quotes that spreadsheets read, and of any others. */
const hostile = fc.oneof(
  fc.string({ unit: fc.constantFrom(...signs, ...others) }),
  fc.string({ unit: 'binary' }),
)

describe('a download', () => {
  it('has dollars for cents, keeps rates, and leaves no data empty', () => {
    expect(toCsv(table(['Dr. A', -123_450, 0.125], ['Dr. B', null, 0]))).toBe(
      '"Provider","Net collections (USD)","Rate (rate 0-1)"\r\n"Dr. A",-1234.5,0.125\r\n"Dr. B","",0\r\n',
    )
  })

  it.each(['=1+1', '+1', '-1', '@A1', '\tx', '\rx', ' =1', '＝1'])('disarms the text %j', (text) => {
    expect(
      toCsv(table([text, 1, 1]))
        .split('\r\n"')
        .at(-1),
    ).toContain(`'${text}"`)
  })

  it('keeps a negative number a number', () => {
    expect(toCsv(table(['Dr. A', -100, -0.5]))).toContain('"Dr. A",-1,-0.5')
  })

  it.each([
    ['a;=1+1', "a;'=1+1"],
    ['a,\t+1', "a,\t'+1"],
    ['a"-1', 'a"\'-1'],
    ['a\n@A1', "a\n'@A1"],
    ['a|＝1', "a|'＝1"],
  ])('disarms %j, which begins a cell for whoever splits the file otherwise', (text, disarmed) => {
    const [, row] = Papa.parse<string[]>(toCsv(table([text, 1, 1])), { newline: '\r\n' }).data
    expect(row?.[0]).toBe(disarmed)
  })

  it('adds nothing but apostrophes, whatever a name holds', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const [, row] = Papa.parse<string[]>(toCsv(table([name, 1, 1])), { newline: '\r\n' }).data
        expect(row?.[0]?.replaceAll("'", '')).toBe(name.replaceAll("'", ''))
        expect(row?.slice(1)).toEqual(['0.01', '1'])
      }),
    )
  })

  it('begins no cell with a sign, however the file is split', () => {
    fc.assert(
      fc.property(hostile, hostile, (name, label) => {
        const text = toCsv({ columns: [{ label, unit: 'text' }], rows: [[name]] }, [name])
        const cells = text.split(/[,;|"\t\r\n\v\f\u0085\u2028\u2029]/)
        const signs = cells.filter((cell) => /^[\s\p{C}\p{Z}]*[=+\-@＝＋－＠﹦﹢﹣﹫]/u.test(cell))
        expect(signs).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('says under its table, after an empty line, what it is', () => {
    const lines = toCsv(table(['Dr. A', 1, 1]), ['Confidential', '=1']).split('\r\n')
    expect(lines.slice(2)).toEqual(['', '"Confidential"', `"'=1"`, ''])
  })
})
