import { expect, it } from 'vitest'
import { namePlaces } from '../../../../scripts/private/worklists/namePlaces.ts'

const list = {
  id: 'unsigned_notes' as const,
  title: 'Unsigned notes',
  explanation: 'Sign them.',
  columns: [{ key: 'days', label: 'Days ago', kind: 'number' as const }],
  total: 7,
}
const tabs = [
  { tab: 1, workbook: 'Practice', name: 'Providers', dataset: 'providers' as const },
  { tab: 4, workbook: 'Front desk', name: 'Schedule', dataset: 'appointments' as const },
]

it('names the tab of every row by its number in the source', () => {
  const place = { workbook: 'Front desk', tab: 'Schedule', row: 12, column: null }
  expect(namePlaces([{ ...list, rows: [{ tab: 4, row: 12, values: [5] }] }], tabs)).toEqual([
    { ...list, rows: [{ values: [5], place }] },
  ])
})

it('takes a number that no tab has for a mistake of the program', () => {
  expect(() => namePlaces([{ ...list, rows: [{ tab: 2, row: 1, values: [5] }] }], tabs)).toThrow(
    'unknown tab: 2',
  )
})
