import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const pages = globSync('src/**/*.astro', { cwd: root }).sort()

/** Where a page's script imports from. */
function importsOf(path: string): string[] {
  const text = readFileSync(join(root, path), 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '')
}

// The linter reads TypeScript only; these laws hold the same lines for the Astro files.
describe('an Astro page', () => {
  it.each(pages)('%s imports nothing private, native or from Node', (path) => {
    const forbidden = importsOf(path).filter((from) =>
      /scripts\/|tests\/|nodeDatabase|^node:|node-api/.test(from),
    )
    expect(forbidden).toEqual([])
  })

  it.each(pages)('%s holds no SQL', (path) => {
    expect(readFileSync(join(root, path), 'utf8')).not.toMatch(
      /\b(select|insert into|create table)\b[\s\S]{1,200}\bfrom\b/i,
    )
  })
})
