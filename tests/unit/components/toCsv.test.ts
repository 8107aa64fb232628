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

describe('a download', () => {
  it('has dollars for cents, keeps rates, and leaves no data empty', () => {
    expect(toCsv(table(['Dr. A', -123_450, 0.125], ['Dr. B', null, 0]))).toBe(
      '"Provider","Net collections (dollars)","Rate (rate 0-1)"\r\n"Dr. A",-1234.5,0.125\r\n"Dr. B","",0\r\n',
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

  it('reads back as it was, whatever a name holds', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const [, row] = Papa.parse<string[]>(toCsv(table([name, 1, 1])), { newline: '\r\n' }).data
        expect([name, `'${name}`]).toContain(row?.[0])
      }),
    )
  })
})
