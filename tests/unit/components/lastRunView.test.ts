import { describe, expect, it } from 'vitest'
import { lastRunView } from '../../../src/components/lastRunView.ts'
import { formatAge } from '../../../src/format/formatAge.ts'

const minute = 60_000
const time = '2026-11-04T11:00:00Z'
const syncedAt = '2026-11-03T23:17:00Z'

/** What Data health says so many minutes after a run. */
function textAfter(minutes: number, ok: boolean): string {
  const now = Date.parse(time) + minutes * minute
  const { word, text } = lastRunView({ time, ok }, { now, syncedAt, timeZone: 'America/Chicago' })
  return `${word}: ${text}`
}

describe('lastRunView(heartbeat, surroundings)', () => {
  it.each([
    [-5, 'Running: Last run less than a minute ago, fine.'],
    [0, 'Running: Last run less than a minute ago, fine.'],
    [1, 'Running: Last run 1 minute ago, fine.'],
    [25, 'Running: Last run 25 minutes ago, fine.'],
    [119, 'Running: Last run 1 hour ago, fine.'],
    [26 * 60, 'Running: Last run 26 hours ago, fine.'],
  ])('after %d minutes a good run is fine', (minutes, said) => {
    expect(textAfter(minutes, true)).toBe(said)
  })

  it('says since when the numbers stand, in the practice’s own time, if the last run failed', () => {
    expect(textAfter(130, false)).toBe(
      'Failed: The last run failed 2 hours ago; these numbers are from Nov 3, 2026, 5:17 PM.',
    )
  })

  it('says after 26 hours that the schedule has stopped, whatever the last run said', () => {
    for (const ok of [true, false]) {
      expect(textAfter(26 * 60 + 1, ok)).toMatch(
        /^Stopped: No run for 26 hours: the schedule seems to have stopped;/,
      )
      expect(textAfter(3 * 24 * 60, ok)).toBe(
        'Stopped: No run for 3 days: the schedule seems to have stopped; these numbers are from Nov 3, 2026, 5:17 PM.',
      )
    }
  })

  it('says what to do where there is something to do, and only there', () => {
    const advice = (minutes: number, ok: boolean) =>
      lastRunView(
        { time, ok },
        { now: Date.parse(time) + minutes * minute, syncedAt, timeZone: 'America/Chicago' },
      ).advice
    expect(advice(5, true)).toBe('')
    expect(advice(5, false)).toContain('status workbook')
    expect(advice(9999, true)).toContain('The last run was fine. See “No run” in scripts/schedule/README.md')
    expect(advice(9999, false)).toContain('The last run had failed.')
  })
})

describe('formatAge(milliseconds)', () => {
  it('names the largest whole unit, and hours up to two days', () => {
    const ages = [0, 59, 60, 119, 120, 47 * 60 + 59, 48 * 60, 400 * 24 * 60]
    expect(ages.map((minutes) => formatAge(minutes * minute))).toEqual([
      '1 minute',
      '59 minutes',
      '1 hour',
      '1 hour',
      '2 hours',
      '47 hours',
      '2 days',
      '400 days',
    ])
  })
})
