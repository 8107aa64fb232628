import type { Term } from '../metrics/metric.ts'
import { identifier } from './statement.ts'
import type { TermGroup } from './termGroups.ts'

/** The column that holds a measure's value in an answer's tables. */
export function valueName({ index }: TermGroup, measure: string): string {
  return identifier(`v${index}_${measure}`)
}

/** A measure's value for a key, from its group's tables: 0 for a key without rows, null without data. */
export function valueOf(group: TermGroup, measure: string): string {
  const value = zeroedOf(group, measure)
  return group.beside === null
    ? value
    : `case when t${group.index}.is_known is false then null else ${value} end`
}

/** The sum of a measure's values; like for like, null as soon as one is. */
export function addedOf(group: TermGroup, measure: string): string {
  const value = valueName(group, measure)
  return group.beside === null
    ? `sum(${value})`
    : `case when count(${value}) = count(*) then sum(${value}) end`
}

function zeroedOf(group: TermGroup, measure: string): string {
  const value = `t${group.index}.${identifier(measure)}`
  if (!group.needsZero) return value
  return `(z${group.index}.zero + ${group.isPart || group.isZeroWithout ? `coalesce(${value}, 0)` : value})`
}

/** The terms, signed and added; null as soon as one has no data. */
export function sumOf(terms: readonly Term[], groups: readonly TermGroup[]): string {
  const parts = terms.map((term) => `${term.sign === -1 ? '-' : '+'} ${nameOf(term, groups)}`)
  const sum = parts.join(' ').replace(/^\+ /, '')
  return parts.length === 1 ? sum : `(${sum})`
}

function nameOf(term: Term, groups: readonly TermGroup[]): string {
  const group = groups.find((each) => each.terms.includes(term))
  if (group === undefined) throw new Error(`term without a table: ${term.fact}.${term.measure}`)
  return valueName(group, term.measure)
}
