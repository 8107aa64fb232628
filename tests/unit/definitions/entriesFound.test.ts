import { describe, expect, it } from 'vitest'
import { entriesFound } from '../../../src/definitions/entriesFound.ts'
import { metrics } from '../../../src/metrics/metrics.ts'
import { metricSynonyms } from '../../../src/metrics/metricSynonyms.ts'

const entries = [
  { id: 'days', words: 'Days in A/R DAR How long charges wait' },
  { id: 'rate', words: 'Net collection rate NCR K03 Of what contracts allow' },
  { id: 'cafe', words: 'Café visits' },
]
const found = (typed: string) => [...entriesFound(entries, typed)]

describe('a search of the definitions', () => {
  it('finds by the beginning of each word that was typed, wherever it stands', () => {
    expect(found('col net')).toEqual(['rate'])
    expect(found('lection')).toEqual([])
    expect(found('net days')).toEqual([])
  })

  it('minds neither case nor accents nor signs within a word', () => {
    expect(found('dar')).toEqual(['days'])
    expect(found('ar')).toEqual(['days'])
    expect(found('A/R')).toEqual(['days'])
    expect(found('CAFE')).toEqual(['cafe'])
    expect(found('k03')).toEqual(['rate'])
  })

  it('finds all where nothing is typed', () => {
    expect(found('')).toHaveLength(3)
    expect(found('  / ')).toHaveLength(3)
  })
})

describe('what people also call a number', () => {
  it('is of a number that there is, once, and adds to its name', () => {
    const labels = new Map(metrics.map(({ id, label }) => [id, label.toLowerCase()]))
    for (const [id, words] of Object.entries(metricSynonyms)) {
      const label = labels.get(id)
      expect(label, id).toBeDefined()
      expect(new Set(words).size, id).toBe(words.length)
      for (const word of words) expect(label, id).not.toBe(word.toLowerCase())
    }
  })
})
