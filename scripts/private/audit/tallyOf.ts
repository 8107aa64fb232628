import type { FineCells } from './fineCells.ts'
import { publishingRule } from './publishingRule.ts'
import { Tally } from './Tally.ts'

const known = new WeakMap<FineCells, Tally>()

/** The tally of a fact's people, made once. Throws `no people` for a fact that is nobody's. */
export function tallyOf(fine: FineCells): Tally {
  const before = known.get(fine)
  if (before !== undefined) return before
  const { fact, rows } = fine
  if (fact.people === null) throw new Error(`no people: ${fact.name}`)
  let last = -1
  for (const person of rows.person) if (person > last) last = person
  const tally = new Tally(last + 1, publishingRule(fact.people))
  known.set(fine, tally)
  return tally
}
