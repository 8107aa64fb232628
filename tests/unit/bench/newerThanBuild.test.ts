import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { newerThanBuild } from '../../../scripts/bench/newerThanBuild.ts'

const places: string[] = []
afterEach(() => {
  for (const place of places.splice(0)) rmSync(place, { recursive: true })
})

/** A project whose files were written at these moments, in seconds; gives its folder. */
function project(files: Readonly<Record<string, number>>): string {
  const place = mkdtempSync(join(tmpdir(), 'project-'))
  places.push(place)
  for (const [path, at] of Object.entries(files)) {
    const file = join(place, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, '')
    utimesSync(file, at, at)
  }
  return place
}

function newest(files: Readonly<Record<string, number>>): string | null {
  const place = project(files)
  return newerThanBuild(place, join(place, 'dist'))
}

describe('a built site that is measured', () => {
  it('is as new as all that it is made from', () => {
    expect(
      newest({ 'dist/index.html': 20, 'src/access/parseLink.ts': 10, 'astro.config.mjs': 20 }),
    ).toBeNull()
  })

  it.each([
    'src/access/parseLink.ts',
    'public/bundle/manifest.json',
    'scripts/chunks/chunkOf.ts',
    'astro.config.mjs',
  ])('is refused where %s is newer', (path) =>
    expect(newest({ 'dist/index.html': 20, [path]: 30 })).toBe(path),
  )

  it('may be older than what it is not made from', () => {
    expect(newest({ 'dist/index.html': 20, 'scripts/bench/main.ts': 30, 'README.md': 30 })).toBeNull()
  })

  it('is there', () => {
    expect(() => newest({ 'src/pages/index.astro': 10 })).toThrow('ENOENT')
  })
})
