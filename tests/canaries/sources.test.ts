import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** Folders whose commands read no practice: they make the demo, measure it, or serve and prepare files. */
const readNoPractice = ['bench', 'browser', 'demo', 'engine', 'lockfile', 'policy', 'serve']

const sources = globSync('scripts/**/*.{ts,mjs}', { cwd: root })
  .filter((path) => !readNoPractice.some((folder) => path.startsWith(join('scripts', folder))))
  .sort()

/** The files of these in which a pattern stands outside comments. */
function filesWith(pattern: RegExp): string[] {
  return sources.filter((path) => {
    const text = readFileSync(join(root, path), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    return pattern.test(text)
  })
}

describe('a command that reads a practice', () => {
  it('is looked at at all', () => {
    expect(sources.length).toBeGreaterThan(200)
    expect(filesWith(/guardProcess\(\)/)).toContain('scripts/sync/main.ts')
  })

  it('prints through the log alone, but for what is asked of a person and the link that is shown once', () => {
    const others = ['scripts/setup/clackPrompter.ts', 'scripts/share/main.ts']
    expect(filesWith(/process\.std(out|err)\.write|console\.\w+\(/)).toEqual(others)
    expect(filesWith(/stream\.write\(/)).toEqual(['scripts/log/log.ts'])
  })

  it('names no folder for temporary files', () => {
    expect(filesWith(/\b(tmpdir|mkdtemp(Sync)?|TMPDIR)\b/)).toEqual([])
  })

  it.each(['sync', 'doctor', 'setup', 'share', 'template'])(
    'is guarded from its first line on: %s',
    (name) => {
      const text = readFileSync(join(root, 'scripts', name, 'main.ts'), 'utf8')
      // Declarations may stand above it; whatever is run may not.
      const [first] = /^(?:await |new |const \w+ = (?:new |\w+[.(])|\w+\().*$/m.exec(text) ?? []
      expect(first).toBe('guardProcess()')
    },
  )
})
