import { describe, expect, it } from 'vitest'
import type { TabHealth } from '../../../src/bundle/bundle.ts'
import type { Reject, TakenTab } from '../../../scripts/private/intake.ts'
import { tabLines } from '../../../scripts/sync/tabLines.ts'

const nothing = { read: 0, included: 0, quarantined: 0, duplicates: 0, blank: 0, outOfScope: 0 }

function account(rows: Partial<TabHealth['rows']>): TabHealth {
  const dataset = 'appointments'
  return {
    workbook: '',
    tab: '',
    dataset,
    headerRow: 1,
    rows: { ...nothing, ...rows },
    cents: null,
    newest: null,
  }
}

function tab(workbook: string, fields: Partial<TakenTab> = {}): TakenTab {
  const name = workbook.replace(/\.[^.]+$/, '')
  const accounts = [account({ read: 10, included: 10 })]
  return { workbook, name, report: null, accounts, leftOut: null, ...fields }
}

function reject(workbook: string, row: number, column: string): Reject {
  const tabName = workbook.replace(/\.[^.]+$/, '')
  return { workbook, tab: tabName, row, column, field: null, rule: 'not a date', fix: 'Type it.' }
}

describe('the table of tabs', () => {
  it('counts a rejected row once, and a total or blank row of a wide report once, whatever parts it has', () => {
    const accounts = [
      account({ read: 10, included: 7, quarantined: 1, outOfScope: 1, blank: 1 }),
      account({ read: 10, included: 3, quarantined: 1, outOfScope: 1, blank: 5 }),
    ]
    const wide = tab('wide.csv', { report: 'Tebra (Kareo) charges, one wide row a line', accounts })
    const rejects = [reject('wide.csv', 4, 'A'), reject('wide.csv', 4, 'C'), reject('other.csv', 9, 'A')]
    expect(tabLines({ taken: [wide, tab('left.csv', { accounts: [], leftOut: 'Why.' })], rejects })).toEqual([
      'file or tab  taken for              rows  counted  rejected  aside',
      'wide.csv     Tebra (Kareo) charges    10       10         1      2',
      'left.csv     left out                  -        -         -      -',
      '  (A row of a wide report counts as several: a charge, and each payment on it.)',
    ])
  })

  it('names a tab of the only workbook by its name, of several by both, and a workbook of one tab by its own', () => {
    const tabs = [
      tab('a.xlsx', { name: 'Billing' }),
      tab('a.xlsx', { name: 'Schedule' }),
      tab('b.xlsx', { name: 'Pay' }),
    ]
    const names = (taken: readonly TakenTab[]) =>
      tabLines({ taken, rejects: [] })
        .slice(1)
        .map((line) => line.split('  ')[0])
    expect(names(tabs.slice(0, 2))).toEqual(['Billing', 'Schedule'])
    expect(names(tabs)).toEqual(['a.xlsx: Billing', 'a.xlsx: Schedule', 'b.xlsx'])
  })

  it('has the files that one tab was put together from, each once', () => {
    const one = tab('Remittance files', { name: 'Remittances', files: ['a.835'] })
    const two = { ...one, files: ['a.835', 'b.835'] }
    expect(
      tabLines({ taken: [one], rejects: [] })
        .join('\n')
        .split('a.835'),
    ).toHaveLength(2)
    expect(tabLines({ taken: [two], rejects: [] }).at(-1)).toMatch(/: a\.835, b\.835$/)
  })

  it('has of many tabs the largest and those with something amiss, and the names of the others: each once', () => {
    const taken = Array.from({ length: 60 }, (_, index) =>
      tab(`file ${String(index)} of a practice.csv`, {
        accounts: [account({ read: 1000 + index, included: 1000 + index })],
      }),
    )
    const lines = tabLines({ taken, rejects: [reject('file 3 of a practice.csv', 2, 'B')] })
    expect(lines.filter((line) => line.length > 100)).toEqual([])
    expect(lines[1]).toMatch(/^file 3 of a practice\.csv /)
    expect(lines[10]).toMatch(/^file 59 of a practice\.csv /)
    for (const { workbook } of taken)
      expect(lines.join('\n').replaceAll('\n    ', ' ').split(workbook)).toHaveLength(2)
  })
})
