import { expect, it } from 'vitest'
import {
  comparisonChosen,
  comparisonsOf,
  comparisonsShown,
  withComparison,
} from '../../../src/dashboards/comparisons.ts'
import type { PageState } from '../../../src/dashboards/pageState.ts'

const month: PageState = { period: { from: '2026-10', to: '2026-10' }, filters: {} }
const toDate: PageState = { ...month, period: { from: '2026-01', to: '2026-10' } }
const year: PageState = { ...month, period: { from: '2025-11', to: '2026-10' } }

it('offers what follows the period before, a year ago for what does not, and a year once', () => {
  expect(comparisonsOf(month.period)).toEqual(['prior', 'prior_year'])
  expect(comparisonsOf(toDate.period)).toEqual(['prior_year'])
  expect(comparisonsOf(year.period)).toEqual(['prior'])
})

it('narrows what is shown to the choice, where it makes sense', () => {
  expect(comparisonsShown(month)).toEqual(['prior', 'prior_year'])
  expect(comparisonsShown({ ...month, compare: 'prior_year' })).toEqual(['prior_year'])
  expect(comparisonsShown({ ...toDate, compare: 'prior' })).toEqual(['prior_year'])
  expect(comparisonsShown({ ...toDate, compare: 'none' })).toEqual([])
})

it('is a choice only where something is left out by it', () => {
  expect(comparisonChosen(month)).toBeNull()
  expect(comparisonChosen({ ...month, compare: 'prior' })).toBe('prior')
  expect(comparisonChosen({ ...toDate, compare: 'prior_year' })).toBeNull()
  expect(comparisonChosen({ ...toDate, compare: 'none' })).toBe('none')
  expect(withComparison({ ...month, compare: 'none' }, null)).toEqual(month)
})
