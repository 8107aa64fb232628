import type { Audience } from '../bundle/audience.ts'
import type { Cube } from './cube.ts'

/**
 * Payroll, money by provider, and expenses and budgets by category (wages are one) are for owners; everything
 * else for viewers too: a line for wages tells what few people earn (security policy, R1).
 */
export function audienceOf(cube: Cube): Audience {
  if (cube.fact.startsWith('payroll_')) return 'owner'
  if (cube.columns.some(({ name }) => name === 'category')) return 'owner'
  const isByProvider = cube.columns.some(({ name }) => name === 'provider')
  return isByProvider && cube.columns.some(({ role }) => role === 'money') ? 'owner' : 'viewer'
}
