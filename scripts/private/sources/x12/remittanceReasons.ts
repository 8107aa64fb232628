/**
 * What the code lists of X12 mean for accounts (claim adjustment reason codes, code list 139; provider adjustment reasons,
 * element 426; https://x12.org/codes). Only what decides on the kind of a transaction stands here; which category
 * an adjustment is counted in is said by the adjustment map, as for every other export.
 */

/**
 * Reasons by which a line that was paid nothing is settled all the same: fee schedule and contract (45, 42, 94, 131, A2), several
 * procedures at once (59), covered by a capitation (24), incentives, penalties and sequestration by law (144, 223, 237, 253).
 * By any other reason a line that was paid nothing is denied: it is still owed until the practice writes it off.
 */
export const contractualReasons: ReadonlySet<string> = new Set([
  '24',
  '42',
  '45',
  '59',
  '94',
  '131',
  '144',
  '223',
  '237',
  '253',
  'A2',
])

/** What an earlier payer's answer settled (23): it is in that payer's remittance, and would count twice. */
export const priorPayerReasons: ReadonlySet<string> = new Set(['23'])

/** Processed as primary, secondary or tertiary payer, also where forwarded to the next: what is decided is decided. */
export const reversalStatus = '22'

/** Denied (4), not this payer's claim (23): nothing of it settles the account but a contract. */
export const deniedStatuses: ReadonlySet<string> = new Set(['4', '23'])

/** A price told before the service (25): no claim of the books. */
export const predeterminationStatus = '25'

/** Provider adjustments that are income beside accounts; all that is not listed is taken back or given back on accounts. */
export const incomeReasons: Readonly<Record<string, 'interest' | 'capitation' | 'other_income'>> = {
  L6: 'interest',
  CT: 'capitation',
  '50': 'other_income',
  '51': 'other_income',
  '90': 'other_income',
  AM: 'other_income',
  AP: 'other_income',
  BN: 'other_income',
  CR: 'other_income',
  CV: 'other_income',
  CW: 'other_income',
  DM: 'other_income',
  E3: 'other_income',
  GO: 'other_income',
  HM: 'other_income',
  IP: 'other_income',
  IR: 'other_income',
  IS: 'other_income',
  LE: 'other_income',
  LS: 'other_income',
  OA: 'other_income',
  OB: 'other_income',
  PI: 'other_income',
  PL: 'other_income',
  RA: 'other_income',
  RE: 'other_income',
  SL: 'other_income',
  TL: 'other_income',
  WU: 'other_income',
}
