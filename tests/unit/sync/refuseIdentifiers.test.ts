import { describe, expect, it } from 'vitest'
import { refuseIdentifiers } from '../../../scripts/sync/refuseIdentifiers.ts'
import { caughtSyncError } from '../../helpers/caughtSyncError.ts'

const sound = {
  name: 'Member: 2020 Health',
  asOf: '2026-10-17',
  filters: { provider: ['Provider 1'], location: ['North'], payer: [] },
  names: { provider: { 'Provider 1': 'Dr. Reed' } },
  targets: [{ metric: 'net_collections', scopeId: null }],
}

function part(name: string, content: unknown) {
  return { name, audience: 'owner' as const, bytes: Buffer.from(JSON.stringify(content)) }
}

describe('refuseIdentifiers(parts, days)', () => {
  it('has nothing against plain names and the as-of date', () => {
    expect(() => refuseIdentifiers([part('practice', sound)], ['2026-10-17'])).not.toThrow()
  })

  it.each([
    ['practice', { ...sound, name: 'June 12 1980' }, "the practice's name"],
    ['practice', { ...sound, filters: { ...sound.filters, location: ['6/12/80'] } }, 'the names of sites'],
    ['practice', { ...sound, names: { provider: { 'Provider 1': '12-Jun-1980' } } }, 'of providers'],
    ['practice', { ...sound, targets: [{ scopeId: 'MRN 00471123' }] }, 'the goals tab'],
    ['health', { warnings: ['Tab "555-123-4567" is empty.'] }, 'the names of files and tabs'],
    ['cubes/charges_by_location', ['jodi@mail.example'], 'the names of sites'],
    ['answers/overview', ['123-45-6789'], 'goals tab'],
  ])('says of %s where the text comes from, and never the text: %j', async (name, content, place) => {
    const { message, hint } = await caughtSyncError(() =>
      Promise.resolve().then(() => refuseIdentifiers([part(name, content)], ['2026-10-17'])),
    )
    expect(message).toContain(`looks like a person's details: ${name} (`)
    expect(hint).toContain(place)
    expect(`${message} ${hint}`).not.toMatch(/\d/)
  })

  it('names only the list in which it stands', async () => {
    const parts = [part('practice', { ...sound, name: 'June 12 1980' })]
    const { hint } = await caughtSyncError(() =>
      Promise.resolve().then(() => refuseIdentifiers(parts, ['2026-10-17'])),
    )
    expect(hint).not.toMatch(/sites|providers|goals/)
  })
})
