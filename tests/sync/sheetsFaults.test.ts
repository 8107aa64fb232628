import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { SyncError } from '../../scripts/errors/SyncError.ts'
import type { Fault, Trouble } from '../google/fault.ts'
import { openParts } from '../helpers/openParts.ts'
import { googlePractice, inventedSpreadsheet, scratchTab, type GooglePractice } from './googlePractice.ts'

vi.mock(import('../../scripts/publish/prepareAnswers.ts'), async (original) =>
  (await import('../helpers/answersOnce.ts')).answersOnce(original),
)
vi.mock(import('../../scripts/sync/publishableTables.ts'), async (original) =>
  (await import('../helpers/tablesOnce.ts')).tablesOnce(original),
)

/** A fault of the list, when it strikes, and what must come of it. */
interface Case {
  readonly name: string
  readonly faults: readonly Fault[]
  readonly result: 'recovered' | 'refused'
}

const always = Number.POSITIVE_INFINITY
const once = (on: Fault['on'], trouble: Trouble): Fault[] => [{ on, do: trouble }]
const storm = (on: Fault['on'], trouble: Trouble, times = always): Fault[] => [{ on, times, do: trouble }]
const status = (code: number, more: { retryAfter?: string } = {}): Trouble => ({
  kind: 'status',
  status: code,
  ...more,
})

const cases: readonly Case[] = [
  {
    name: '429, a storm of five, no Retry-After',
    faults: storm('values', status(429), 5),
    result: 'recovered',
  },
  {
    name: '429, three with Retry-After',
    faults: storm('get', status(429, { retryAfter: '30' }), 3),
    result: 'recovered',
  },
  { name: '429 without end', faults: storm('any', status(429)), result: 'refused' },
  { name: '500 once', faults: once('values', status(500)), result: 'recovered' },
  { name: '503 three times', faults: storm('any', status(503), 3), result: 'recovered' },
  { name: '503 without end', faults: storm('values', status(503)), result: 'refused' },
  {
    name: '504 on the whole batch, smaller ones pass',
    faults: storm('values', status(504), 2),
    result: 'recovered',
  },
  { name: 'HTML page of a 502', faults: once('values', { kind: 'html' }), result: 'recovered' },
  { name: 'HTML page of a 502 without end', faults: storm('get', { kind: 'html' }), result: 'refused' },
  {
    name: 'body cut off, with Content-Length',
    faults: once('values', { kind: 'cutBody', framing: 'length' }),
    result: 'recovered',
  },
  {
    name: 'body cut off, chunked',
    faults: once('values', { kind: 'cutBody', framing: 'chunked' }),
    result: 'recovered',
  },
  {
    name: 'body cut off without end',
    faults: storm('values', { kind: 'cutBody', framing: 'chunked' }),
    result: 'refused',
  },
  {
    name: 'truncated JSON with status 200',
    faults: once('values', { kind: 'truncatedJson' }),
    result: 'recovered',
  },
  {
    name: 'truncated gzip with status 200',
    faults: once('values', { kind: 'truncatedGzip' }),
    result: 'recovered',
  },
  {
    name: 'truncated JSON without end',
    faults: storm('values', { kind: 'truncatedJson' }),
    result: 'refused',
  },
  { name: 'empty body with status 200', faults: once('get', { kind: 'emptyBody' }), result: 'recovered' },
  { name: 'empty body without end', faults: storm('values', { kind: 'emptyBody' }), result: 'refused' },
  { name: 'connection reset', faults: once('values', { kind: 'reset' }), result: 'recovered' },
  { name: 'hang once', faults: once('values', { kind: 'hang' }), result: 'recovered' },
  {
    name: 'hang after the headers',
    faults: once('file', { kind: 'hang', afterHeaders: true }),
    result: 'recovered',
  },
  {
    name: 'redirect to a login page, once',
    faults: once('values', { kind: 'loginRedirect' }),
    result: 'recovered',
  },
  {
    name: 'redirect to a login page without end',
    faults: storm('get', { kind: 'loginRedirect' }),
    result: 'refused',
  },
  {
    name: 'one range too few in the batch',
    faults: once('values', { kind: 'wrongShape', how: 'fewerRanges' }),
    result: 'recovered',
  },
  {
    name: 'values of another range without end',
    faults: storm('values', { kind: 'wrongShape', how: 'otherRange' }),
    result: 'refused',
  },
  {
    name: 'answer for another spreadsheet',
    faults: once('get', { kind: 'wrongShape', how: 'otherSpreadsheet' }),
    result: 'recovered',
  },
  { name: 'edit while reading, once', faults: once('values', edit('after', 3)), result: 'recovered' },
  { name: 'edit while reading, every time', faults: storm('values', edit('after', 3)), result: 'refused' },
  {
    name: 'rename between tab list and values',
    faults: once('values', rename('before')),
    result: 'recovered',
  },
  { name: 'tab deleted while reading', faults: once('values', remove('before')), result: 'refused' },
  {
    name: 'empty tab in one answer',
    faults: once('values', { kind: 'emptyTab', tab: 'billing' }),
    result: 'recovered',
  },
  {
    name: 'empty tab in every answer',
    faults: storm('values', { kind: 'emptyTab', tab: 'billing' }),
    result: 'refused',
  },
  { name: '30 % of rows gone in one answer', faults: once('values', lost('last')), result: 'recovered' },
  {
    name: '30 % of rows gone in every answer, the last',
    faults: storm('values', lost('last')),
    result: 'refused',
  },
  {
    name: '30 % of rows gone in every answer, here and there',
    faults: storm('values', lost('spread')),
    result: 'refused',
  },
  { name: '401 once: token over', faults: once('values', status(401)), result: 'recovered' },
  { name: '401 without end', faults: storm('any', status(401)), result: 'refused' },
  { name: '403: no longer shared', faults: storm('any', status(403)), result: 'refused' },
  { name: '404', faults: storm('any', status(404)), result: 'refused' },
  { name: 'token service 503 twice', faults: storm('sts', status(503), 2), result: 'recovered' },
  { name: 'impersonation refused', faults: storm('impersonation', status(403)), result: 'refused' },
]

function edit(when: 'before' | 'after', row: number): Trouble {
  return {
    kind: 'change',
    when,
    change: (spreadsheet) => spreadsheet.edit(scratchTab, row, 1, 'and the bank'),
  }
}

function rename(when: 'before' | 'after'): Trouble {
  return { kind: 'change', when, change: (spreadsheet) => spreadsheet.rename('billing', 'billing 2026') }
}

function remove(when: 'before' | 'after'): Trouble {
  return { kind: 'change', when, change: (spreadsheet) => spreadsheet.removeTab('billing') }
}

function lost(which: 'last' | 'spread'): Trouble {
  return { kind: 'lostRows', share: 0.3, tab: 'billing', which }
}

let practice: GooglePractice
let good: unknown
const rows: string[] = []

beforeAll(async () => {
  practice = await googlePractice()
  const first = await practice.run()
  expect(first.outcome).toBe('published')
  good = await contents()
  expect(Object.keys(await practice.bundle())).toContain('manifest.json')
})
afterAll(() => practice.close())

/** What lies there, opened: everything but when it was made, and how it was read. */
async function contents(): Promise<unknown> {
  const parts = await openParts(practice.out, practice.keys.owner)
  return parts.filter(({ name }) => name !== 'health')
}

describe('a fault while the spreadsheet is read', () => {
  it.each(cases)('$name: $result', async ({ name, faults, result }) => {
    const before = await practice.bundle()
    practice.standIn.clearFaults()
    practice.standIn.clearLog()
    practice.standIn.fault(...faults)
    const ended = await practice.run({ full: true }).catch((error: unknown) => error)
    practice.standIn.clearFaults()
    const requests = practice.standIn.log.filter(
      ({ kind }) => kind === 'sheets-read' || kind === 'drive',
    ).length
    if (result === 'refused') {
      expect(ended).toBeInstanceOf(SyncError)
      expect(await practice.bundle()).toEqual(before)
    } else {
      expect(ended).not.toBeInstanceOf(Error)
      expect(await contents()).toEqual(good)
    }
    rows.push(`| ${name} | ${result} | ${requests} |`)
    practice.standIn.add(inventedSpreadsheet())
  })

  it('is in the table of all faults with its result', async () => {
    const head = '| fault | result | requests to Sheets and Drive |\n| --- | --- | --- |'
    await expect(`${title}\n\n${head}\n${rows.join('\n')}\n`).toMatchFileSnapshot('../google/faults.md')
  })
})

const title = `# Faults while Google Sheets are read

Written by tests/sync/sheetsFaults.test.ts. "recovered": the same cubes and answers as without the fault;
"refused": exit code 1, and every byte of the old bundle as it was.`
