import { cubeName, cutOf, type Fact } from '../../src/cubes/cube.ts'
import { facts, type FactName } from '../../src/cubes/facts.ts'
import type { Finding, SumName } from '../private/audit/auditReport.ts'
import { monthsOfQuarter, quarterOf } from '../private/gate/calendar.ts'
import { cellKey } from '../private/gate/cellsOf.ts'
import { wholeKey } from '../private/gate/decideWhole.ts'
import { anyKey, type MergeRequest } from '../private/gate/gate.ts'
import { auditRefusal, findingPlace } from './auditRefusal.ts'

/** So often a place's findings are met by merging the sums that the audit names. */
const triesBySum = 8

/** So often by merging those and all values beside them; from then on all that a finding may follow from. */
const triesByTable = 12

/**
 * What is to be merged because of an audit's findings. `tries` counts how often each place was found, and is
 * counted on. Throws `SyncError` for a finding that no merging mends.
 */
export function mergeRequests(findings: readonly Finding[], tries: Map<string, number>): MergeRequest[] {
  // A wrong sum, or a table that is not as declared, is a fault that no merging mends; it may have no month.
  const faults = findings.filter(({ rule }) => rule === 'schema' || rule === 'value')
  if (faults.length > 0) throw auditRefusal(faults.map(findingPlace))
  const chosen = independent(findings)
  for (const place of new Set(chosen.map(placeOf))) tries.set(place, (tries.get(place) ?? 0) + 1)
  return chosen.flatMap((found) => requestsOf(found, tries.get(placeOf(found)) ?? 0))
}

/**
 * Findings that no merging for another one answers: several are often about one small group, and one
 * merged sum hides it from all of them. What is still there is found again in the next round.
 */
function independent(findings: readonly Finding[]): Finding[] {
  const merging = new Set<string>()
  return findings.filter((found) => {
    const { less, merge } = found
    if (merge === null) return true
    if ([found, less].some((one) => one !== null && merging.has(sumText(one)))) return false
    merging.add(sumText(merge))
    return true
  })
}

/**
 * Findings of one fact, quarter and measure are often about the same people. A table that gives way is counted by itself,
 * so that what is tried there does not have others merged.
 */
function placeOf({ fact, merge, month, measure }: Finding): string {
  const own = merge !== null && isGivingWay(merge.table) ? ` ${merge.table}` : ''
  return `${fact} ${quarterOf(merge?.month ?? month)} ${merge?.measure ?? measure}${own}`
}

function isGivingWay(table: string): boolean {
  const fact = factOf(table)
  return fact !== null && cutOf(facts[fact], table).givesWay === true
}

function sumText({ table, month, months, values, measure }: SumName): string {
  return [table, month, months, measure, cellKey(values)].join(' ')
}

/**
 * What to merge because of a finding: the sum that the audit names; later all values beside it; at last, or
 * without a name, all sums of its fact and period.
 */
function requestsOf(found: Finding, tries: number): MergeRequest[] {
  const { merge } = found
  if (merge !== null && tries <= triesByTable && (merge.months === 1 || merge.months === 3)) {
    const { table, month, months, measure, values } = merge
    const isWide = tries > triesBySum && values.length > 0
    // A quarter whose months are all shown is their sum: merged by itself it is still known.
    const inside = months === 3 && tries > 1 ? monthsOfQuarter(month) : []
    const place = { cube: table, measure, key: isWide ? anyKey : cellKey(values) }
    return [
      { ...place, month, months },
      ...inside.map((each) => ({ ...place, month: each, months: 1 as const })),
    ]
  }
  // The practice's own sum is named only once nothing beside it helps, and is not among the values.
  return [...allOf(found), ...(merge === null ? [] : ownSum(merge))]
}

/** The practice's own sum, where a finding names it. */
function ownSum({ table, month, months, measure, values }: SumName): MergeRequest[] {
  if (values.length > 0 || (months !== 1 && months !== 3)) return []
  return [{ cube: table, month, months, measure, key: wholeKey }]
}

/**
 * Every sum by a value of the fact's tables in the period, and the practice's own if it is meant itself; what is to be
 * merged may be another fact's.
 */
function allOf(found: Finding): MergeRequest[] {
  const { fact, merge } = found
  const other = merge === null ? null : factOf(merge.table)
  return [
    ...allOfFact(found, fact),
    ...(merge !== null && other !== null && other !== fact ? allOfFact(merge, other) : []),
  ]
}

/** The fact of a table. */
function factOf(table: string): FactName | null {
  const declared: readonly Fact[] = Object.values(facts)
  const found = declared.find(({ name, cuts }) => cuts.some(({ by }) => cubeName(name, by) === table))
  return (found?.name as FactName | undefined) ?? null
}

function allOfFact({ table, month, months, values }: SumName, name: string): MergeRequest[] {
  const fact: Fact = facts[name as FactName]
  const quarter = quarterOf(month)
  const periods = [
    ...monthsOfQuarter(quarter).map((each) => ({ month: each, months: 1 as const })),
    { month: quarter, months: 3 as const },
  ].filter((period) => months === 3 || period.months === 3 || period.month === month)
  const isWhole = table === name && values.length === 0
  const keys = fact.cuts.map(({ by }) => ({
    cube: cubeName(name, by),
    key: by.length === 0 ? wholeKey : anyKey,
  }))
  return keys
    .filter(({ key }) => key === anyKey || isWhole)
    .flatMap((place) =>
      periods.flatMap((period) =>
        Object.keys(fact.measures).map((measure) => ({ ...place, ...period, measure })),
      ),
    )
}
