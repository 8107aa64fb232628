import type { Audience } from '../bundle/audience.ts'
import type { Cube } from './cube.ts'

/** Payroll, and money by provider, are for owners; everything else for viewers too (security policy, R1). */
export function audienceOf(cube: Cube): Audience {
  if (cube.fact.startsWith('payroll_')) return 'owner'
  const isByProvider = cube.columns.some(({ name }) => name === 'provider')
  return isByProvider && cube.columns.some(({ role }) => role === 'money') ? 'owner' : 'viewer'
}
