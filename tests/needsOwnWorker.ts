import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What a test says that leaves traces in its process, or wants another one than the last file left. */
const leavesTraces =
  /\bvi\.(mock|doMock|stub\w+|spyOn|useFakeTimers|setSystemTime|resetModules)\b|@vitest-environment|\bprocess\.(env|umask|chdir|exitCode|on)\b|\bglobalThis\b/

/** Hooks in a module that tests share: they are registered once, when the first of its tests loads it. */
const hasHooks = /^(before|after)(Each|All)\(|\bvi\./m

/**
 * Test files below the project's folder `root` that need a worker of their own, as paths from there: they replace
 * modules, globals or timers, run in a browser's surroundings, or share hooks with another file. All others share
 * workers, since to start one and to import everything anew takes longer than most files' tests.
 */
export function needsOwnWorker(root: string): string[] {
  return globSync('tests/**/*.test.{ts,tsx}', { cwd: root }).filter((path) => {
    const text = readFileSync(join(root, path), 'utf8')
    return (
      leavesTraces.test(text) ||
      sharedModules(path, text).some((one) => hasHooks.test(textOf(join(root, one))))
    )
  })
}

/** The modules of the tests' own that a file imports, as paths from the project's folder. */
function sharedModules(path: string, text: string): string[] {
  const imports = text.matchAll(/ from '(\.{1,2}\/[^']+)'/g)
  return [...imports]
    .map(([, module = '']) => join(dirname(path), module))
    .filter((module) => module.startsWith('tests'))
}

/** '' where there is no such file: some tests hold code as texts. */
function textOf(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}
