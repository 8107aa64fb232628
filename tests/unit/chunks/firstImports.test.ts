import { readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const source = resolve(import.meta.dirname, '../../../src')
const textOf = (path: string) => readFileSync(join(source, path), 'utf8')

/** What a module imports of ours when it is evaluated: no types, and nothing that is imported later. */
function importsOf(path: string): string[] {
  const statements = textOf(path).matchAll(/^(?:import|export) (?!type )(?:[^'()]*? from )?'(\.[^']+)'/gm)
  return [...statements].map(([, from = '']) => relative(source, join(source, dirname(path), from)))
}

/** A module and all that it imports, however far. */
function evaluatedBy(entry: string): string[] {
  const found = new Set([entry])
  for (const path of found) for (const imported of importsOf(path)) found.add(imported)
  return [...found]
}

const computes =
  /^(?:metrics|queries|dashboards|db|charts|hooks)\/|^cubes\/(?!audience\.ts)|^components\/tileView/

describe('the page’s own script, all there is before its first number', () => {
  const first = evaluatedBy('layouts/siteScript.ts')

  it('imports neither metrics nor queries nor facts, which the way by the answers does', () => {
    expect(first).toContain('bundle/fillTile.ts')
    expect(first.filter((path) => computes.test(path))).toEqual([])
    expect(
      evaluatedBy('bundle/firstNumbers.ts').filter((path) => computes.test(path)).length,
    ).toBeGreaterThan(60)
  })

  it('has Intl format nothing but the moment of the sync, which comes after it, or says that it is old', () => {
    const formats = first.filter((path) => /\bIntl\.|\.toLocale/.test(textOf(path)))
    expect(formats).toEqual(['format/formatMoment.ts'])
  })
})
