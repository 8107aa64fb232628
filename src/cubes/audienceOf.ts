import type { Audience } from './audience.ts'
import type { Cube } from './cube.ts'

/** Facts that tell what people earn: pay, and expenses, of which a small practice may book wages alone. */
const ofOwners: readonly string[] = ['payroll', 'expenses', 'expense_budgets']

/**
 * Payroll, expenses and their budgets, and money by provider are for owners; everything else for viewers too
 * (security policy, R1). Budgets of collections and visits are nobody's pay.
 */
export function audienceOf(cube: Cube): Audience {
  if (ofOwners.includes(cube.fact)) return 'owner'
  const isByProvider = cube.columns.some(({ name }) => name === 'provider')
  return isByProvider && cube.columns.some(({ role }) => role === 'money') ? 'owner' : 'viewer'
}
