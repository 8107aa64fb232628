import type { Audience } from './audience.ts'
import type { Cube } from './cube.ts'

/**
 * Facts that tell what people earn: pay, and expenses, of which a small practice may book wages alone; all that is
 * counted of staff; and what is booked ahead, which is counted anew each day.
 */
const ofOwners: readonly string[] = [
  'payroll',
  'expenses',
  'expense_budgets',
  'full_time',
  'workforce',
  'turnover',
  'positions',
  'leave',
  'income',
  'bookings_ahead',
  'slots_ahead',
  'coverage',
  'coverage_ahead',
]

/** Sums that tell what somebody brings in, and so what somebody may earn. */
const ofEarning: readonly string[] = ['money', 'wrvu']

/**
 * Payroll, expenses and their budgets, income apart from patients, and money and work RVUs by provider are for owners;
 * everything else for viewers too
 * (security policy, R1). Budgets of collections and visits are nobody's pay.
 */
export function audienceOf(cube: Cube): Audience {
  if (ofOwners.includes(cube.fact)) return 'owner'
  const isByProvider = cube.columns.some(({ name }) => name === 'provider')
  return isByProvider && cube.columns.some(({ role }) => ofEarning.includes(role)) ? 'owner' : 'viewer'
}
