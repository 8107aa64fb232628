import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { seenSequence } from '../../../src/bundle/seenSequence.ts'

const kept = new Map<string, string>()

beforeEach(() => {
  kept.clear()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  })
})
afterEach(() => vi.unstubAllGlobals())

describe('the memory of sequences', () => {
  it('knows what was noted, for each signer apart, and nothing of others', () => {
    seenSequence.note('A', 7)
    seenSequence.note('B', 9)
    expect(['A', 'B', 'C'].map((signer) => seenSequence.highest(signer))).toEqual([7, 9, 0])
  })

  it('holds an integer and no secret', () => {
    seenSequence.note('A', 1_793_790_000)
    expect([...kept]).toEqual([['practice-vitals.sequence.A', '1793790000']])
  })

  it.each(['', 'seven', '1e999', '1.5', 'null'])('takes %j for nothing known', (text) => {
    kept.set('practice-vitals.sequence.A', text)
    expect(seenSequence.highest('A')).toBe(0)
  })

  it('does without where the browser keeps nothing', () => {
    const refuse = () => {
      throw new Error('refused')
    }
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse })
    expect(() => seenSequence.note('A', 7)).not.toThrow()
    expect(seenSequence.highest('A')).toBe(0)
  })
})
