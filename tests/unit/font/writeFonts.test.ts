import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fontFaces, fontFeatures, fontWeights } from '../../../scripts/font/fontFaces.ts'
import { writeFonts } from '../../../scripts/font/writeFonts.ts'
import { definitionOf } from '../../../src/components/definitionOf.ts'
import { metrics } from '../../../src/metrics/metrics.ts'
import { readWoff2 } from './readWoff2.ts'

const root = join(import.meta.dirname, '../../..')
const style = (name: string) => readFileSync(join(root, 'src/styles', name), 'utf8')

/** Signs of a formula in symbols that no file of the typeface has: the system's own stand in. */
const lackedByTypeface = ['Σ', '≤', '≥']

let folder = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fonts-'))
  await writeFonts(folder)
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const written = (name: string) => readFileSync(join(folder, name))

function withoutGlyph(text: string, names: readonly string[]): string[] {
  const has = new Set(names.flatMap((name) => [...readWoff2(written(name)).characters]))
  return [...new Set(text.replaceAll(/\s/g, ' '))].filter((each) => !has.has(each.codePointAt(0) ?? -1))
}

describe('the site’s typeface', () => {
  it('has every character of the interface’s texts in the file that every page asks for, but for the signs that it never had', () => {
    const texts = ['texts', 'dashboards', 'format', 'letter', 'signals'].flatMap((name) =>
      readdirSync(join(root, 'src', name))
        .filter((file) => /\.tsx?$/.test(file))
        .map((file) => readFileSync(join(root, 'src', name, file), 'utf8')),
    )
    expect(texts.length).toBeGreaterThan(30)
    const lacked = withoutGlyph(texts.join(''), ['latin.woff2'])
    expect(lacked.filter((sign) => !lackedByTypeface.includes(sign))).toEqual([])
  })

  it('has every character of the dictionary there, but for the signs that it never had', () => {
    const words = metrics.flatMap((metric) => [
      metric.label,
      metric.summary,
      metric.formula,
      ...definitionOf(metric).flatMap(({ label, texts }) => [label, ...texts]),
    ])
    expect(withoutGlyph(words.join(''), ['latin.woff2']).toSorted()).toEqual(lackedByTypeface.toSorted())
  })

  it('has the letters of names between Lisbon and Tallinn', () => {
    const names = 'Zoë Nuñez-O’Brien, Łukasz Żółkiewski, Šimić, Ő Şahin, Ģirts, François Œuvré, Þór'
    expect(withoutGlyph(names, ['latin.woff2', 'latin-extended.woff2'])).toEqual([])
  })

  it('keeps figures of one width, what browsers apply unasked, and the weights from text to bold', () => {
    const { features, weights } = readWoff2(written('latin.woff2'))
    expect(style('layout.css')).toContain('font-variant-numeric: tabular-nums;')
    expect([...features]).toEqual(expect.arrayContaining(['tnum', 'calt', 'kern']))
    expect([...features].filter((tag) => !fontFeatures.includes(tag))).toEqual([])
    expect(weights).toEqual([fontWeights.min, fontWeights.max])
    const used = [...style('tokens.css').matchAll(/--weight-\w+: (\d+);/g)].map(([, weight]) =>
      Number(weight),
    )
    expect(used.length).toBeGreaterThan(2)
    for (const weight of used) {
      expect(weight).toBeGreaterThanOrEqual(weights[0])
      expect(weight).toBeLessThanOrEqual(weights[1])
    }
    const promised = [...style('font.css').matchAll(/font-weight: (.*);/g)].map(([, range]) => range)
    expect(new Set(promised)).toEqual(new Set([weights.join(' ')]))
  })

  it('is 32 kB at most for what every page asks for, and 12 kB for the rare letters', () => {
    expect(written('latin.woff2').length).toBeLessThanOrEqual(32_000)
    expect(written('latin-extended.woff2').length).toBeLessThanOrEqual(12_000)
  })

  it('is asked for the rare letters by just those that the second file has', () => {
    const [, range = ''] = /unicode-range: (.*);/.exec(style('font.css')) ?? []
    const runs = range.split(', ').map((run) =>
      run
        .replace('U+', '')
        .split('-')
        .map((each) => Number.parseInt(each, 16)),
    )
    expect(runs).toEqual(fontFaces[1]?.characters)
    const { characters } = readWoff2(written('latin-extended.woff2'))
    for (const [first = 0, last = 0] of runs)
      for (let each = first; each <= last; each++) expect(characters.has(each), each.toString(16)).toBe(true)
  })
})
