import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ESLint, type Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import { boundaries } from '../../eslint.config.mjs'

const fixtures = join(import.meta.dirname, 'fixtures')
const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: boundaries as unknown as Linter.Config[],
  cwd: join(fixtures, '../../..'),
})

/** The rules that a text breaks when it stands at a path of the project. */
async function brokenRules(text: string, filePath: string): Promise<(string | null)[]> {
  const results = await eslint.lintText(text, { filePath })
  return results.flatMap((result) => result.messages.map((message) => message.ruleId))
}

describe('the import rules', () => {
  it.each(readdirSync(fixtures))('catch %s', async (name) => {
    const text = readFileSync(join(fixtures, name), 'utf8')
    const path = /pretends to be: (\S+)/.exec(text)?.[1] ?? ''
    const rule = /expects: (\S+)/.exec(text)?.[1]
    expect([...new Set(await brokenRules(text, path))]).toEqual([rule])
  })

  it('let the sync use both sides', async () => {
    const text =
      "import { datasets } from '../private/contracts/dataset.ts'\nimport { facts } from '../../src/cubes/facts.ts'\nexport const both = [datasets, facts]\n"
    expect(await brokenRules(text, 'scripts/sync/both.ts')).toEqual([])
  })

  it('let the private side use the published declarations', async () => {
    const text = "import { facts } from '../../src/cubes/facts.ts'\nexport const right = facts\n"
    expect(await brokenRules(text, 'scripts/private/right.ts')).toEqual([])
  })
})
