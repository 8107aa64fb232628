import type { RawCell } from '../../../../../scripts/google/googleApi.ts'
import { FakeGoogle } from '../../../../helpers/FakeGoogle.ts'

/** The header of a tab of charges, and a moment after all others. */
export const header = ['DOS', 'Post Date', 'Amount']
export const later = '2026-11-01T12:00:00.000Z'

/** Rows of charges, each of its own amount. */
export function charges(count: number): RawCell[][] {
  return [header, ...Array.from({ length: count }, (_, index) => [45000 + index, 45001 + index, 100 + index])]
}

/** A fake Google with one spreadsheet of charges. */
export function practice(count = 30) {
  const api = new FakeGoogle()
  const books = api.add('books', {
    title: 'Two Rivers Clinic',
    tabs: [
      { sheetId: 0, title: 'Charges', cells: charges(count) },
      { sheetId: 7, title: 'Notes', cells: [['Ada Birch']] },
    ],
  })
  return { api, books }
}

/** What was asked of it, in order. */
export function calls({ calls: list }: FakeGoogle): string[] {
  return list.splice(0).map(({ call }) => call)
}
