import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MalformedAnswer } from '../../../scripts/google/failure.ts'
import { GoogleError } from '../../../scripts/google/GoogleError.ts'
import { ReadQuota } from '../../../scripts/google/ReadQuota.ts'
import { requestLoop, type Call, type Run } from '../../../scripts/google/requestLoop.ts'
import { TestClock } from './TestClock.ts'

function setUp(options: Partial<Run> = {}): { clock: TestClock; run: Run } {
  const clock = new TestClock()
  const quota = new ReadQuota(clock)
  const deadline = clock.now() + 900_000
  return { clock, run: { clock, random: () => 0.5, deadline, requestTimeout: 90_000, quota, ...options } }
}

/** What the client throws, by its shape. */
function httpError(status: number, headers = new Headers()): Error {
  const config = { url: new URL('https://sheets.googleapis.com/v4/spreadsheets/x?fields=secret') }
  return Object.assign(new Error('secret'), {
    status,
    config,
    response: { status, headers, data: '<html>secret' },
  })
}

function codeError(code: string): Error {
  return Object.assign(new Error('secret'), { code, config: { url: 'https://sheets.googleapis.com/' } })
}

/** A call whose tries end as listed: an error is thrown, anything else is its answer; the last one stays. */
function call(
  outcomes: readonly unknown[],
  options: Partial<Call<unknown>> = {},
): Call<unknown> & { tries: number } {
  const made: Call<unknown> & { tries: number } = {
    doing: 'reading values',
    quota: 'reads',
    repeat: 'always',
    halvable: false,
    tries: 0,
    send: () => {
      const outcome = outcomes[Math.min(made.tries++, outcomes.length - 1)]
      return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome)
    },
    explain: () => new GoogleError('unavailable', { message: 'explained', hint: '' }),
    ...options,
  }
  return made
}

const passing = {
  'status 408': httpError(408),
  'status 500': httpError(500),
  'status 502': httpError(502),
  'status 503': httpError(503),
  'status 504': httpError(504),
  'a reset connection': codeError('ECONNRESET'),
  'a connection that ends early': codeError('ERR_STREAM_PREMATURE_CLOSE'),
  'no such host': codeError('ENOTFOUND'),
  'nobody listening': codeError('ECONNREFUSED'),
  'a timeout': codeError('TimeoutError'),
  'damaged compression': codeError('Z_DATA_ERROR'),
  'a redirect': httpError(302),
  'a malformed answer': new MalformedAnswer('no JSON'),
}

describe('the request loop', () => {
  test.each(Object.entries(passing))('%s passes: asked again until it is answered', async (_, error) => {
    const { clock, run } = setUp()
    const asked = call([error, error, error, 'answer'])
    expect(await requestLoop(asked, run)).toBe('answer')
    expect(asked.tries).toBe(4)
    expect(clock.slept).toEqual([500, 1000, 2000])
  })

  test.each([400, 401, 403, 404, 409, 501])('status %i is explained at once', async (status) => {
    const { clock, run } = setUp()
    const asked = call([httpError(status)])
    await expect(requestLoop(asked, run)).rejects.toThrow('explained')
    expect(asked.tries).toBe(1)
    expect(clock.slept).toEqual([])
  })

  test('a 429 without Retry-After waits for the next minute, then for the jitter', async () => {
    const { clock, run } = setUp()
    await requestLoop(call([httpError(429), 'answer']), run)
    expect(clock.slept).toEqual([50_500])
  })

  test.each([
    ['seconds', '75', 75_500],
    ['a date', new Date(Date.UTC(2026, 9, 31, 12, 2, 10)).toUTCString(), 120_500],
    ['nonsense', 'soon', 50_500],
  ])('a 429 with Retry-After as %s', async (_, text, wait) => {
    const { clock, run } = setUp()
    await requestLoop(call([httpError(429, new Headers({ 'retry-after': text })), 'answer']), run)
    expect(clock.slept).toEqual([wait])
  })

  test('after a 429 the others of the run wait for the next minute too', async () => {
    const { clock, run } = setUp()
    const limited = requestLoop(call([httpError(429), 'answer']), run)
    for (let tick = 0; tick < 5; tick++) await Promise.resolve()
    await requestLoop(call(['answer']), run)
    expect(clock.now() % 60_000).toBeLessThan(1000)
    await limited
  })

  test('a request that can be halved is given up after two tries that were too slow', async () => {
    const { run } = setUp()
    const slow = call([codeError('TimeoutError')], { halvable: true })
    await expect(requestLoop(slow, run)).rejects.toThrow('explained')
    expect(slow.tries).toBe(2)
  })

  test('a write is sent once, whatever became of it', async () => {
    for (const error of [
      httpError(500),
      httpError(503),
      codeError('TimeoutError'),
      codeError('ECONNRESET'),
    ]) {
      const { run } = setUp()
      const write = call([error, 'answer'], { repeat: 'unless_carried_out', quota: 'writes' })
      await expect(requestLoop(write, run)).rejects.toThrow('explained')
      expect(write.tries).toBe(1)
    }
  })

  test('a write that did not arrive is sent again', async () => {
    for (const error of [httpError(429), codeError('ECONNREFUSED'), codeError('ENOTFOUND')]) {
      const { run } = setUp()
      const write = call([error, 'answer'], { repeat: 'unless_carried_out', quota: 'writes' })
      expect(await requestLoop(write, run)).toBe('answer')
      expect(write.tries).toBe(2)
    }
  })
})

describe('the deadline', () => {
  test('nothing is sent or waited for beyond it, whatever happens', async () => {
    const kinds = fc.constantFrom(...Object.values(passing), httpError(429))
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
    await fc.assert(
      fc.asyncProperty(
        fc.array(kinds, { minLength: 1 }),
        random,
        fc.nat(600_000),
        async (errors, luck, time) => {
          const { clock, run } = setUp({ random: () => luck })
          const deadline = clock.now() + time
          const sentAt: number[] = []
          const asked = call(errors)
          const send = () => {
            sentAt.push(clock.now())
            clock.time += 40
            return asked.send(() => 0)
          }
          const ended = requestLoop({ ...asked, send }, { ...run, deadline })
          const { trouble } = (await ended.catch((error: unknown) => error)) as GoogleError
          // Whatever does not go away is given up before it, if there is time enough.
          expect(['deadline', 'unavailable']).toContain(trouble)
          if (trouble === 'unavailable') expect(sentAt.length).toBeGreaterThanOrEqual(4)
          expect(sentAt.every((at) => at < deadline)).toBe(true)
          expect(clock.now()).toBeLessThan(deadline + 41)
        },
      ),
      { numRuns: 50 },
    )
  })

  test('after it nothing is sent at all, counted or not', async () => {
    for (const quota of ['reads', null] as const) {
      const { clock, run } = setUp()
      const late = call(['answer'], { quota })
      await expect(requestLoop(late, { ...run, deadline: clock.now() })).rejects.toMatchObject({
        trouble: 'deadline',
      })
      expect(late.tries).toBe(0)
    }
  })

  test('a request gets no more time than is left', async () => {
    const { clock, run } = setUp()
    const given: number[] = []
    const send = (timeout: () => number) => {
      given.push(timeout())
      clock.time += 80_000
      return Promise.reject(codeError('TimeoutError'))
    }
    const short = { ...run, deadline: clock.now() + 100_000 }
    await expect(requestLoop({ ...call([]), send }, short)).rejects.toMatchObject({ trouble: 'deadline' })
    expect(given).toEqual([90_000, 19_500])
  })

  test('says what it last waited for', async () => {
    const words = async (error: Error) => {
      const { clock, run } = setUp()
      const ended = requestLoop(call([error]), { ...run, deadline: clock.now() + 1000 })
      return ended.catch((reason: unknown) => (reason instanceof Error ? reason.message : ''))
    }
    expect(await words(httpError(429))).toContain('next minute')
    expect(await words(httpError(503))).toContain('status 503')
    expect(await words(codeError('TimeoutError'))).toContain('sheets.googleapis.com had not answered in time')
    expect(await words(new MalformedAnswer('no JSON'))).toContain('no JSON')
  })

  test('a quota that leaves no turn before it ends the waiting', async () => {
    const { clock, run } = setUp()
    const quota = new ReadQuota(clock, 1)
    const short = { ...run, quota, deadline: clock.now() + 30_000 }
    await requestLoop(call(['answer']), short)
    const second = call(['answer'])
    await expect(requestLoop(second, short)).rejects.toThrow('waited for its turn')
    expect(second.tries).toBe(0)
  })

  test('no error text holds anything of an answer or of an address behind its host', async () => {
    for (const error of [...Object.values(passing), httpError(429)]) {
      const { clock, run } = setUp()
      const ended = requestLoop(call([error]), { ...run, deadline: clock.now() + 3000 })
      const reason: unknown = await ended.catch((thrown: unknown) => thrown)
      expect(reason).toBeInstanceOf(GoogleError)
      expect(reason).not.toHaveProperty('cause')
      expect(reason instanceof GoogleError && reason.message + reason.hint).not.toContain('secret')
    }
  })
})
