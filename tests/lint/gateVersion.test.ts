import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { transformSync } from 'esbuild'
import { expect, it } from 'vitest'
import { gateVersion } from '../../scripts/publish/declaredHashes.ts'

/** Somebody has decided of rules with this hash that what viewers were shown by this version may stay. */
const decided = { gateVersion: 3, rules: '8f211ac49cf0ca62' }

const toDecide = `The code of the gate or the audit has changed. Decide: could numbers that viewers are shown already fail now?
- Yes, it is stricter: raise "gateVersion" in scripts/publish/declaredHashes.ts by one, with a word of its history. What
  viewers are shown is then withdrawn with the update, until the next month end is a week past.
- No, it is only faster, told otherwise or built otherwise, or more lenient for good reasons: leave the version as it is.
Then write what came out here (+) into "decided" in tests/lint/gateVersion.test.ts.`

const root = new URL('../../', import.meta.url)

/** What decides whether a sum may be published, but for the facts, which `declaredHashes` knows by itself. */
const rules = [
  ...['scripts/private/gate', 'scripts/private/audit'].flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name}`,
    ),
  ),
  'scripts/sync/publishableTables.ts',
  'scripts/sync/mergeRequests.ts',
].filter((path) => path.endsWith('.ts'))

/** Of what code does: no comment, type or layout counts, nor where it lies. */
function hashOf(sources: readonly string[]): string {
  const plain = sources.map((text) => transformSync(text, { loader: 'ts', minifyWhitespace: true }).code)
  const hash = createHash('sha256')
  for (const code of plain.sort()) hash.update(`${code}\0`)
  return hash.digest('hex').slice(0, 16)
}

it('whoever changes the rules of gate or audit decides what becomes of the numbers that viewers have', () => {
  const texts = rules.map((path) => readFileSync(new URL(path, root), 'utf8'))
  expect(texts.length).toBeGreaterThan(60)
  expect({ gateVersion, rules: hashOf(texts) }, toDecide).toEqual(decided)
})

it('a change of words or layout asks for no decision, a change of a rule does', () => {
  const rule = hashOf(['export const fewest = 11\n', 'export const staff = [5]\n'])
  const told = '/** So many. */\nexport const fewest: number =\n  11 // at least\n'
  expect(hashOf(['export const staff = [\n  5,\n]\n', told])).toBe(rule)
  expect(hashOf(['export const fewest = 10\n', 'export const staff = [5]\n'])).not.toBe(rule)
  expect(hashOf(['export const fewest = 11\n'])).not.toBe(rule)
})
