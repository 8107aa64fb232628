import { describe, expect, it } from 'vitest'
import { statusSheets } from '../../../scripts/status/statusSheets.ts'
import { sampleReport } from './sampleReport.ts'
import { sheetOf } from './sheetOf.ts'
import { shownSheet } from './shownSheet.ts'

const number = { kpi: 'K23', formula: 'As it is made.', needs: null }
const office = {
  months: ['2026-10', '2026-11'],
  numbers: [
    { ...number, id: 'a', label: 'Refunds', kind: 'money' as const, values: [12_345, 0] },
    { ...number, id: 'b', label: 'Refunds, % of payments', kind: 'rate' as const, values: [0.01234, null] },
    { ...number, id: 'c', label: 'Oldest', kind: 'count' as const, values: [31, 40] },
    {
      ...number,
      id: 'd',
      label: 'Takebacks',
      kind: 'money' as const,
      needs: 'a tab',
      values: [null, null],
    },
  ],
}

describe('the tab of office numbers', () => {
  it('has a row for each number, marks the running month, and says what is needed', () => {
    expect(shownSheet(sheetOf(sampleReport({ office }), 'office_numbers'))).toMatchInlineSnapshot(`
      "Office numbers
      These numbers are of few people, so that no page of the dashboard shows them. They stay here, with those who may see the rows that they are made of.
      As of Saturday, November 21, 2026. From the run of Saturday, November 21, 2026, 5:03 PM (Chicago time). Rewritten by every sync: write nothing here.
      Number | October 2026 | November 2026 so far | KPI | How it is made
      Refunds | 123.45 | 0 | K23 | As it is made.
      Refunds, % of payments | 1.23% | – | K23 | As it is made.
      Oldest | 31 | 40 | K23 | As it is made.
      Takebacks | Needs a tab |  | K23 | As it is made."
    `)
  })

  it('is left as it was by a run that made no ledger', () => {
    expect(statusSheets(sampleReport({ office: null })).map(({ id }) => id)).not.toContain('office_numbers')
  })
})
