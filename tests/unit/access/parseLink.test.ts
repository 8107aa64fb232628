import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAccess, parseLink } from '../../../src/access/parseLink.ts'
import { sampleAccess, sampleLink } from './sampleAccess.ts'

describe('a link', () => {
  it('is read as it was written', () => {
    expect(parseLink(sampleLink('20270429'))).toEqual({
      kind: 'key',
      access: { ...sampleAccess, expires: '2027-04-29' },
    })
    expect(parseLink(sampleLink('0'))).toEqual({ kind: 'key', access: sampleAccess })
    const owners = { ...sampleAccess, audience: 'owner' }
    expect(parseLink(sampleLink('0', 'O'))).toEqual({ kind: 'key', access: owners })
    expect(parseLink('v1p.0123456789abcdef')).toEqual({ kind: 'words', id: '0123456789abcdef' })
  })

  it.each([
    ['cut off', sampleLink('0').slice(0, -1)],
    ['cut off within the key', sampleLink('0').slice(0, 60)],
    ['with a blank at its end', `${sampleLink('0')} `],
    ['with a bracket at its end', `${sampleLink('0')}>`],
    ['in small letters', sampleLink('0').toLowerCase()],
    ['with escapes', sampleLink('0').replace('-', '%2D')],
    ['with a line break', sampleLink('0').replace('PQ-1', 'PQ-1\n')],
    ['with a day that is none', sampleLink('20270431')],
    ['with more behind it', `${sampleLink('0')}.more`],
    ['for nobody', sampleLink('0', '')],
    ['for somebody else', sampleLink('0', 'constructor')],
    ['of before there were editions', sampleLink('0').slice(0, -2)],
    ['with a classical key', sampleLink('0').replace('-PQ-', '-')],
    ['with a signer that is no key', sampleLink('0').replace(sampleAccess.signer, `${'A'.repeat(51)}B`)],
    ['of another version', sampleLink('0').replace('v1', 'v2')],
    ['in two parts, with a path for an id', 'v1p.../../manifest'],
    ['in two parts, with a key', `v1p.${sampleAccess.identity}`],
    ['in two parts, without an id', 'v1p'],
    ['that is empty', ''],
  ])('%s is damaged, and not mended', (_, text) => {
    expect(parseLink(text)).toEqual({ kind: 'damaged' })
  })

  it('of which one letter was lost, doubled or exchanged is never read as the same link', () => {
    const whole = sampleLink('20270429')
    const place = fc.nat(whole.length - 1)
    const letter = fc.constantFrom('A', 'Q', 'Z', '2', '7', '-', '.', '#', ' ', '%')
    fc.assert(
      fc.property(place, letter, fc.nat(2), (at, put, removed) => {
        const text = whole.slice(0, at) + put.repeat(2 - removed) + whole.slice(at + 1)
        fc.pre(text !== whole)
        expect(parseLink(text)).not.toEqual(parseLink(whole))
      }),
    )
  })
})

describe('an access from elsewhere', () => {
  it('is one only if a link could have given it', () => {
    expect(isAccess(sampleAccess)).toBe(true)
    expect(isAccess({ ...sampleAccess, expires: '2027-04-29' })).toBe(true)
    for (const other of [
      null,
      'text',
      {},
      { ...sampleAccess, identity: 'AGE-SECRET-KEY-1' },
      { ...sampleAccess, signer: 1 },
      { ...sampleAccess, expires: 'tomorrow' },
      { ...sampleAccess, expires: undefined },
      { ...sampleAccess, audience: 'manager' },
      { ...sampleAccess, audience: undefined },
    ])
      expect(isAccess(other)).toBe(false)
  })
})
