import { describe, expect, it } from 'vitest'
import { budgetCategories, expenseCategories } from '../../../../scripts/private/contracts/vocabularies.ts'
import { operatingCategories } from '../../../../src/metrics/operatingCategories.ts'

// The two lists stand on different sides of the private line: neither may drift from the other.
describe('the expense categories', () => {
  it('are the operating ones and the provider compensation', () => {
    expect([...expenseCategories].sort()).toEqual([...operatingCategories, 'provider_comp'].sort())
  })

  it('can all be budgeted', () => {
    expect(budgetCategories).toEqual(expect.arrayContaining([...expenseCategories]))
  })
})
