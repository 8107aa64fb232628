import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contrast, differenceFor, visions } from './colorVision.ts'

const sheet = readFileSync(new URL('../../../src/styles/tokens.css', import.meta.url), 'utf8')
const schemes = ['light', 'dark'] as const
type Scheme = (typeof schemes)[number]

/** A token's colour in a scheme. */
function token(name: string, scheme: Scheme): string {
  const value = new RegExp(`--${name}: ([^;]+);`).exec(sheet)?.[1] ?? ''
  const pair = /^light-dark\((#\w{6}), (#\w{6})\)$/.exec(value)
  if (pair) return (scheme === 'light' ? pair[1] : pair[2]) ?? ''
  if (/^#\w{6}$/.test(value)) return value
  const other = /^var\(--([\w-]+)\)$/.exec(value)?.[1]
  if (other === undefined) throw new Error(`--${name} is no color`)
  return token(other, scheme)
}

const kinds = ['series-1', 'series-2', 'series-3', 'series-4', 'series-5', 'series-6']
const steps = ['step-color-1', 'step-color-2', 'step-color-3', 'step-color-4', 'step-color-5']
const pairsOf = <T>(all: readonly T[]) =>
  all.flatMap((one, index) => all.slice(0, index).map((other) => [other, one]))

describe.each(schemes)('the %s colors', (scheme) => {
  const of = (name: string) => token(name, scheme)

  it.each(visions)('tell any two kinds, any two steps, and gains from losses apart for %s', (vision) => {
    for (const [one = '', other = ''] of [...pairsOf(kinds), ...pairsOf(steps), ['better', 'worse']]) {
      expect(differenceFor(vision, of(one), of(other)), `${one} and ${other}`).toBeGreaterThanOrEqual(8)
    }
  })

  it('let every mark stand out from a card by 3:1', () => {
    for (const mark of [...kinds, ...steps, 'series-muted', 'better', 'worse', 'target', 'line-strong']) {
      expect(contrast(of(mark), of('surface')), mark).toBeGreaterThanOrEqual(3)
    }
  })

  it('let every text be read by 4.5:1', () => {
    const texts = ['ink', 'ink-2', 'ink-3', 'accent', 'good', 'watch', 'bad']
    for (const [text, ground] of [
      ...texts.flatMap((name) => [
        [name, 'ground'],
        [name, 'surface'],
        [name, 'surface-raised'],
      ]),
      ...['good', 'watch', 'bad', 'accent', 'demo'].map((name) => [name, `${name}-ground`]),
      ['ink-3', 'surface-sunken'],
      ['on-heat', 'heat'],
    ]) {
      expect(
        contrast(of(text ?? ''), of(ground ?? '')),
        `${text ?? ''} on ${ground ?? ''}`,
      ).toBeGreaterThanOrEqual(4.5)
    }
  })
})
