import { describe, expect, it } from 'vitest'
import type { Health } from '../../../src/bundle/bundle.ts'
import { everyProblem, problemLines } from '../../../scripts/sync/problemLines.ts'

const lost = 'Tab "b.csv" was left out: nobody knows why.'
const caveat = 'Tab "c.csv", read as X: payments are approximate.'
const long = 'A note that goes on and on, '.repeat(12).trim()

function rejected(column: string, rows: number): Health['rejected'][number] {
  return { tab: 'a', column, field: null, rule: 'not a date', fix: 'Type it.', rows }
}

const whole = 'All of them: notes.txt'

const unmapped = [
  { dataset: 'charges', field: 'payer', values: 2, rows: 3, cents: 100 },
  { dataset: 'transactions', field: 'payer', values: 1, rows: 1, cents: -9900 },
]

const problems = {
  health: {
    tabs: [],
    rejected: [rejected('A', 1), rejected('B', 40), rejected('C', 7)],
    unmapped,
    warnings: [caveat, lost, long, 'A short note.'],
  },
  intake: {
    taken: [{ workbook: 'b.csv', name: 'b', report: null, accounts: [], leftOut: lost }],
    caveats: [caveat],
    unmapped: [],
  },
}

describe('problems of a run', () => {
  it('stand in order of weight, known limits of reports last, each once', () => {
    const lines = problemLines(problems, 40, whole)
    expect(lines).toEqual([
      `Left out: ${lost}`,
      'Rejected: a, column B: not a date (40 rows). Type it.',
      'Rejected: a, column C: not a date (7 rows). Type it.',
      'Rejected: a, column A: not a date (1 row). Type it.',
      'Unknown:  transactions.payer: 1 value on 1 row, -$99.00',
      'Unknown:  charges.payer: 2 values on 3 rows, $1.00',
      expect.stringMatching(/^Note: {5}A note that goes/),
      expect.stringMatching(/^ {10}.*…$/),
      'Note:     A short note.',
      `Note:     ${caveat}`,
    ])
    expect(lines.filter((line) => line.length > 100)).toEqual([])
  })

  it('are told by the first of each kind where there is little room, and all others counted', () => {
    expect(problemLines(problems, 6, whole)).toEqual([
      `Left out: ${lost}`,
      'Rejected: a, column B: not a date (40 rows). Type it.',
      'Unknown:  transactions.payer: 1 value on 1 row, -$99.00',
      expect.stringMatching(/^Note: {5}A note that goes/),
      expect.stringMatching(/^ {10}.*…$/),
      '          and more: 2 rejected, 1 unknown, 2 notes. All of them: notes.txt',
    ])
  })

  it('are all listed elsewhere, each note to its end', () => {
    const text = everyProblem(problems).join('\n').replace(/\n +/g, ' ').split('\n')
    expect(text).toHaveLength(9)
    expect(text).toContain(`Note:     ${long}`)
  })

  it('are none where nothing is wrong', () => {
    const health = { tabs: [], rejected: [], unmapped: [], warnings: [] }
    expect(problemLines({ health, intake: { taken: [], caveats: [], unmapped: [] } }, 10, whole)).toEqual([])
  })
})
