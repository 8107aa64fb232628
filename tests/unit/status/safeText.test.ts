import fc from 'fast-check'
import { unparse } from 'papaparse'
import { describe, expect, it } from 'vitest'
import { cellData } from '../../../scripts/status/cellData.ts'
import { safeLink } from '../../../scripts/status/safeLink.ts'
import { cellLimit, safeText } from '../../../scripts/status/safeText.ts'

/** Texts that lean towards trouble: triggers, blanks, quotes, separators, odd marks, halves of characters. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '=',
          '+',
          '-',
          '@',
          '＝',
          '＋',
          '－',
          '＠',
          '﹢',
          '﹣',
          '﹦',
          '﹫',
          '\t',
          '\r',
          '\n',
          ' ',
          '"',
          "'",
          ',',
          ';',
          '|',
        ],
        ...[
          '\u00A0',
          '\uFEFF',
          '\u200B',
          '\u202E',
          '\u0000',
          '\uD800',
          '\uDC00',
          '😀',
          'a',
          '1',
          '()',
          'cmd',
        ],
        ...['“', 'HYPERLINK("https://example.test")', '\u2028', '\uFFFE', '\u0301'],
      ),
    )
    .map((parts) => parts.join('')),
)

/** What the most careless program would take for a cell's start: blanks, quotes and unseen marks passed over. */
function isExecuted(field: string): boolean {
  const start = Array.from(field).find((character) => !/[\s"“”\p{Cf}\p{M}\p{Cc}]/u.test(character))
  return start !== undefined && '=+-@＝＋－＠﹢﹣﹦﹫'.includes(start)
}

describe('text in the status workbook', () => {
  it('is a string of format TEXT in Google Sheets, never a formula and never parsed', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const { userEnteredValue, userEnteredFormat } = cellData({ kind: 'text', text })
        expect(Object.keys(userEnteredValue ?? {})).toEqual(['stringValue'])
        expect(userEnteredFormat?.numberFormat).toEqual({ type: 'TEXT' })
      }),
    )
  })

  it('is executed by no program that opens the exported CSV, whatever it takes for a separator', () => {
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 1, maxLength: 4 }), (texts) => {
        const exported = unparse([texts.map(safeText)])
        for (const separators of [/[,]/, /[;]/, /\t/, /[|]/, /[,;|\t\r\n]/]) {
          expect(exported.split(separators).filter(isExecuted)).toEqual([])
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('keeps harmless text as it is', () => {
    for (const text of [
      'CO-45 Contractual',
      "O'Brien",
      'a=b',
      '50 % + tax',
      'Ada Birch, MD',
      '2026-10-31',
      '',
    ])
      expect(safeText(text)).toBe(text)
  })

  it('is guarded where a formula would start', () => {
    expect(safeText('=1+1')).toBe("'=1+1")
    expect(safeText(' "@cmd')).toBe('\' "@cmd')
    expect(safeText('a;-2+3')).toBe("a;'-2+3")
    expect(safeText('＝1')).toBe("'＝1")
    expect(safeText('a\r\n=1')).toBe('a  =1')
  })

  it('made safe twice is the same as once', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(safeText(safeText(text))).toBe(safeText(text))
      }),
    )
  })

  it('fits a cell, and is whole characters without control characters', () => {
    fc.assert(
      fc.property(nasty, fc.integer({ min: 0, max: 3 }), (text, extra) => {
        const safe = safeText(text.padEnd(cellLimit - extra, '😀') + text)
        expect(safe.length).toBeLessThanOrEqual(cellLimit)
        expect(safe.isWellFormed()).toBe(true)
        expect(safe).not.toMatch(/\p{Cc}/u)
      }),
      { numRuns: 50 },
    )
  })
})

describe('a link in the status workbook', () => {
  it('opens a Google spreadsheet', () => {
    const link = 'https://docs.google.com/spreadsheets/d/1FrontDesk/edit#gid=0&range=C17'
    expect(safeLink(link)).toBe(link)
    const { userEnteredFormat } = cellData({ kind: 'text', text: 'C17', link })
    expect(userEnteredFormat?.textFormat?.link).toEqual({ uri: link })
  })

  it.each([
    'javascript:alert(1)',
    'http://docs.google.com/spreadsheets/d/1/edit',
    'https://docs.google.com.example.test/spreadsheets/d/1',
    'https://docs.google.com@example.test/spreadsheets/d/1',
    'https://ada:birch@docs.google.com/spreadsheets/d/1',
    'https://docs.google.com:8443/spreadsheets/d/1',
    'https://docs.google.com/document/d/1',
    'https://docs.google.com/spreadsheets/../forms/d/1',
    '=HYPERLINK("https://docs.google.com/spreadsheets/d/1")',
    '',
  ])('is dropped if it leads elsewhere: %s', (link) => {
    expect(safeLink(link)).toBeNull()
    expect(cellData({ kind: 'text', text: 'C17', link }).userEnteredFormat?.textFormat).toBeUndefined()
  })
})
