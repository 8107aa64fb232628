import type { Audience } from '../bundle/audience.ts'
import type { Cube } from './cube.ts'

/**
 * Payroll, money by provider, and expenses by category (one of which is wages) are for owners; everything
 * else for viewers too (security policy, R1).
 */
export function audienceOf(cube: Cube): Audience {
  const isBy = (dimension: string) => cube.columns.some(({ name }) => name === dimension)
  if (cube.fact.startsWith('payroll_')) return 'owner'
  if (isBy('category') && cube.fact !== 'budgets') return 'owner'
  return isBy('provider') && cube.columns.some(({ role }) => role === 'money') ? 'owner' : 'viewer'
}
