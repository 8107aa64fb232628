import { expect, it } from 'vitest'
import { declaredHashes, gateVersion } from '../../../scripts/publish/declaredHashes.ts'
import type { Fact } from '../../../src/cubes/cube.ts'
import { facts } from '../../../src/cubes/facts.ts'

const declared: readonly Fact[] = Object.values(facts)
const own = declaredHashes()

/** The declarations with one of `charges` changed. */
function changed(change: (fact: Fact) => Fact): readonly Fact[] {
  return declared.map((fact) => (fact.name === 'charges' ? change(fact) : fact))
}

it('an edition is of the release that declares the same, in whatever words', () => {
  expect(declaredHashes(declared, gateVersion)).toEqual(own)
  expect(declaredHashes(changed((fact) => ({ ...fact, description: 'other words' })))).toEqual(own)
})

it.each<[string, readonly Fact[], number]>([
  ['stricter rules, by their number', declared, gateVersion + 1],
  ['a table fewer', changed((fact) => ({ ...fact, cuts: fact.cuts.slice(1) })), gateVersion],
  [
    'a table by quarter only',
    changed((fact) => ({ ...fact, cuts: fact.cuts.map((cut) => ({ ...cut, grain: 'quarter' })) })),
    gateVersion,
  ],
  ['parts held against a whole', changed((fact) => ({ ...fact, partitions: [] })), gateVersion],
  [
    'what follows another fact',
    changed((fact) => ({ ...fact, follows: [{ fact: 'slots', measure: 'slot_count' }] })),
    gateVersion,
  ],
  ['whose sums they are', changed((fact) => ({ ...fact, people: 'employee' })), gateVersion],
])('another release is known by %s', (_, others, version) => {
  const { made, answered } = declaredHashes(others, version)
  expect(made).not.toBe(own.made)
  expect(answered).toBe(own.answered)
})
