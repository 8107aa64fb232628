import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ReadQuota } from '../../../scripts/google/ReadQuota.ts'
import { TestClock } from './TestClock.ts'

/** The most instants that lie in any sixty seconds. */
function mostInOneMinute(instants: readonly number[]): number {
  return Math.max(
    ...instants.map((start) => instants.filter((at) => at >= start && at < start + 60_000).length),
  )
}

describe('the quota', () => {
  test('lets no more than fifty reads through in any sixty seconds, whenever they are asked for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(3000), { minLength: 1, maxLength: 180 }), async (pauses) => {
        const clock = new TestClock()
        const quota = new ReadQuota(clock)
        const sent: number[] = []
        for (const pause of pauses) {
          clock.time += pause
          await quota.take('reads')
          sent.push(clock.now())
        }
        expect(mostInOneMinute(sent)).toBeLessThanOrEqual(50)
      }),
    )
  })

  test('twenty spreadsheets of two reads each pass at once; the fifty-first read waits a minute', async () => {
    const clock = new TestClock()
    const quota = new ReadQuota(clock)
    for (let read = 0; read < 50; read++) await quota.take('reads')
    expect(clock.slept).toEqual([])
    await quota.take('reads')
    expect(clock.slept).toEqual([60_000])
  })

  test('reads and writes are counted apart', async () => {
    const clock = new TestClock()
    const quota = new ReadQuota(clock)
    for (let request = 0; request < 50; request++) {
      await quota.take('reads')
      await quota.take('writes')
    }
    expect(clock.slept).toEqual([])
  })

  test('those who ask at the same time are spread as well', async () => {
    const clock = new TestClock()
    const quota = new ReadQuota(clock, 2)
    const start = clock.now()
    const turns: number[] = []
    await Promise.all(
      [1, 2, 3, 4, 5].map(async () => {
        await quota.take('reads')
        turns.push(clock.now() - start)
      }),
    )
    expect(turns).toEqual([0, 0, 60_000, 60_000, 120_000])
  })

  test('after a 429 nobody asks before the next minute of the clock', async () => {
    const clock = new TestClock()
    const quota = new ReadQuota(clock)
    quota.holdUntilNextMinute('reads')
    await quota.take('writes')
    expect(clock.slept).toEqual([])
    await quota.take('reads')
    expect(clock.now() % 60_000).toBe(0)
    expect(clock.slept).toEqual([50_000])
  })

  test('a turn that comes after the deadline is refused at once', async () => {
    const clock = new TestClock()
    const quota = new ReadQuota(clock, 1)
    const deadline = clock.now() + 30_000
    expect(await quota.take('reads', deadline)).toBe(true)
    expect(await quota.take('reads', deadline)).toBe(false)
    expect(clock.slept).toEqual([])
  })
})
