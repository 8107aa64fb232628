import { describe, expect, it } from 'vitest'
import { stateText, type StateKind } from '../../../src/access/accessState.ts'

/** Every state: a missing or a foreign one does not pass the types. */
const kinds: Record<StateKind, true> = {
  locked: true,
  lost: true,
  forgotten: true,
  'forget-failed': true,
  'link-damaged': true,
  closed: true,
  early: true,
  'words-lost': true,
  'words-closed': true,
  unsigned: true,
  forged: true,
  older: true,
  damaged: true,
  unreachable: true,
  missing: true,
  expired: true,
  newer: true,
  framed: true,
  'copy-missing': true,
  'copy-closed': true,
  'copy-expired': true,
  'copy-refused': true,
}
const all = (Object.keys(kinds) as StateKind[]).map((kind) => ({ kind, text: stateText({ kind }) }))

describe('a page without numbers', () => {
  it.each(all)('says what happened and what to do: $kind', ({ text }) => {
    expect(text.title).not.toMatch(/[.:]$/)
    expect(text.texts.length).toBeGreaterThan(0)
    expect(text.next.length).toBeGreaterThan(0)
    for (const sentence of [...text.texts, ...text.next]) expect(sentence).toMatch(/^[A-Z].*\.$/)
  })

  it('has its own words for each reason', () => {
    const said = all.map(({ text }) => text.texts.join(' '))
    expect(new Set(said).size).toBe(said.length)
  })

  it('holds no figure but the day on which a link ended', () => {
    expect(JSON.stringify(all)).not.toMatch(/\d/)
    expect(stateText({ kind: 'link-expired', day: '2027-04-29' }).title).toBe(
      'This link ended on Apr 29, 2027',
    )
  })
})
