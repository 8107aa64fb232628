import type { Fact } from '../../../src/cubes/cube.ts'
import type { GroupSize } from './groupSize.ts'

/** When the sum of a group of people may be published. */
export interface GroupRule {
  /** Fewest people whose sum may be shown. */
  readonly fewest: number
  /** Largest share of one person, and of two, in a sum of money. */
  readonly largestShare: number
  readonly twoLargestShare: number
  /** Whether the shares are asked of counts and hours too. */
  readonly sharesOfCounts: boolean
  /** So many rows without a key count as one person; with `Infinity` they count as nobody. */
  readonly rowsPerUnknownPerson: number
}

/** Without a key nobody knows how many people are behind rows: three of a patient's count as one person (R5). */
export const rowsPerUnknownPerson = 3

/**
 * Fixed here, in code: no setting can lower them. Patients: no cell of 1 to 10 people (CMS cell size
 * policy), and no sum of money that is mostly one or two people's. Payroll: five people, none above a
 * quarter (after the DOJ/FTC safety zone of 1996); see the security policy, R5 and R8. A payroll has many lines of each,
 * so that those that name no employee are nobody's towards the five.
 */
const rules = {
  patient: {
    fewest: 11,
    largestShare: 0.5,
    twoLargestShare: 0.75,
    sharesOfCounts: false,
    rowsPerUnknownPerson,
  },
  employee: {
    fewest: 5,
    largestShare: 0.25,
    twoLargestShare: 1,
    sharesOfCounts: true,
    rowsPerUnknownPerson: Infinity,
  },
} as const satisfies Record<string, GroupRule>

/** The rule for a fact's groups. Throws `no people` for a fact that is nobody's. */
export function ruleOf(fact: Fact): GroupRule {
  if (fact.people === null) throw new Error(`no people: ${fact.name}`)
  return rules[fact.people]
}

/** Whether a group's sum may be published. A group without anybody may: zero can be shown. */
export function passes(size: GroupSize, rule: GroupRule, isMoney: boolean): boolean {
  if (size.people === 0) return true
  if (size.people < rule.fewest) return false
  if (!isMoney && !rule.sharesOfCounts) return true
  const { absolute, largest, second } = size
  return largest <= absolute * rule.largestShare && largest + second <= absolute * rule.twoLargestShare
}
