import type { Audience } from './audience.ts'
import type { Cube } from './cube.ts'

/**
 * Payroll, money by provider, and expenses and their budgets by category are for owners; everything else for
 * viewers too: a line for wages tells what few people earn (security policy, R1). Budgets of collections and
 * visits are nobody's pay.
 */
export function audienceOf(cube: Cube): Audience {
  if (cube.fact.startsWith('payroll_')) return 'owner'
  const isBy = (dimension: string) => cube.columns.some(({ name }) => name === dimension)
  if (isBy('category') && cube.fact !== 'budgets') return 'owner'
  return isBy('provider') && cube.columns.some(({ role }) => role === 'money') ? 'owner' : 'viewer'
}
