import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Failure } from '../../../scripts/google/failure.ts'
import { waitBefore } from '../../../scripts/google/waitBefore.ts'

const place = { host: 'sheets.googleapis.com', path: '/v4/spreadsheets/x' }
const now = Date.UTC(2026, 9, 31, 12, 0, 10)

function answer(status: number, body: unknown = null, retryAfter: number | null = null): Failure {
  return { kind: 'answer', status, body, retryAfter, place }
}

const slowDown = { error: { errors: [{ reason: 'userRateLimitExceeded' }] } }

const failures: Readonly<Record<string, Failure>> = {
  '400': answer(400),
  '401': answer(401),
  '403': answer(403),
  '403 of Drive for too many requests': answer(403, slowDown),
  '404': answer(404),
  '408': answer(408),
  '409': answer(409),
  '429': answer(429),
  '500': answer(500),
  '501': answer(501),
  '502': answer(502),
  '503': answer(503),
  '504': answer(504),
  timeout: { kind: 'timeout', place },
  unreachable: { kind: 'unreachable', place },
  cut: { kind: 'cut', place },
  malformed: { kind: 'malformed', what: 'no JSON', place },
  broken: { kind: 'broken', code: 'CERT_HAS_EXPIRED', place },
}

function retried(repeat: 'always' | 'unless_carried_out', tries: number, halvable: boolean): string[] {
  return Object.entries(failures)
    .filter(
      ([, failure]) => waitBefore({ failure, tries, repeat, halvable }, { now, random: () => 0 }) !== null,
    )
    .map(([name]) => name)
}

const read = { tries: 1, repeat: 'always', halvable: false } as const

describe('what is sent again', () => {
  test('a read: what may pass by itself, never a refusal', () => {
    const passing = ['408', '429', '500', '502', '503', '504', '403 of Drive for too many requests']
    const broken = ['timeout', 'unreachable', 'cut', 'malformed']
    expect(new Set(retried('always', 1, false))).toEqual(new Set([...passing, ...broken]))
  })

  test('what does not go away is given up, but for a 429, which passes with the minute', () => {
    const limits = new Set(['429', '403 of Drive for too many requests'])
    const withoutTimeout = new Set(retried('always', 1, false))
    withoutTimeout.delete('timeout')
    expect(new Set(retried('always', 3, false))).toContain('timeout')
    expect(new Set(retried('always', 9, false))).toEqual(withoutTimeout)
    expect(new Set(retried('always', 10, false))).toEqual(limits)
    expect(new Set(retried('always', 1000, false))).toEqual(limits)
  })

  test('a write: only what certainly was not carried out', () => {
    expect(new Set(retried('unless_carried_out', 1, false))).toEqual(
      new Set(['429', '403 of Drive for too many requests', 'unreachable']),
    )
  })

  test('a request that can be halved: too slow or too much for the server only once more', () => {
    const given = new Set(retried('always', 1, true))
    expect(given).toEqual(new Set(retried('always', 1, false)))
    expect(new Set(retried('always', 2, true))).toEqual(
      new Set(['429', '403 of Drive for too many requests', 'unreachable', 'cut', 'malformed']),
    )
    expect(new Set(retried('always', 3, true))).toEqual(
      new Set(['429', '403 of Drive for too many requests']),
    )
  })
})

describe('how long is waited', () => {
  const jitter = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

  test('anything from nothing to a second, doubled with each try up to 64 seconds', () => {
    fc.assert(
      fc.property(jitter, fc.integer({ min: 1, max: 9 }), (random, tries) => {
        const wait = waitBefore({ ...read, failure: answer(503), tries }, { now, random: () => random })
        expect(wait).toBe(random * Math.min(64_000, 1000 * 2 ** (tries - 1)))
      }),
    )
  })

  test('the whole range is used, so that many do not come back at once', () => {
    const waits = [0, 0.5, 0.999].map((random) =>
      waitBefore({ ...read, failure: answer(500), tries: 4 }, { now, random: () => random }),
    )
    expect(waits).toEqual([0, 4000, 7992])
  })

  test('a 429 waits at least for the next minute of the clock', () => {
    fc.assert(
      fc.property(jitter, fc.integer({ min: 1, max: 20 }), fc.nat(59_999), (random, tries, into) => {
        const at = Date.UTC(2026, 9, 31, 12, 0, 0) + into
        const wait = waitBefore({ ...read, failure: answer(429), tries }, { now: at, random: () => random })
        expect(at + (wait ?? 0)).toBeGreaterThanOrEqual(Date.UTC(2026, 9, 31, 12, 1, 0))
        expect(wait).toBeLessThan(60_000 + 64_000 + 1)
      }),
    )
  })

  test('Retry-After is kept to, with 429 and with 503', () => {
    const waits = [429, 503].map((status) =>
      waitBefore({ ...read, failure: answer(status, null, 90_000) }, { now, random: () => 0 }),
    )
    expect(waits).toEqual([90_000, 90_000])
  })
})
