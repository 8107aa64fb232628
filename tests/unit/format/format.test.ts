import { afterEach, describe, expect, it } from 'vitest'
import { formatsOf } from '../../../scripts/sync/formatsOf.ts'
import { inOwnOrder } from '../../../src/components/dimensionOrder.ts'
import { writeAs } from '../../../src/format/formats.ts'
import { formatChange } from '../../../src/format/formatChange.ts'
import { formatAverage, formatCount } from '../../../src/format/formatCount.ts'
import { formatDay } from '../../../src/format/formatDay.ts'
import { formatMinutes } from '../../../src/format/formatMinutes.ts'
import { formatDays } from '../../../src/format/formatDays.ts'
import { formatMoney } from '../../../src/format/formatMoney.ts'
import { formatMonth } from '../../../src/format/formatMonth.ts'
import { formatPercent } from '../../../src/format/formatPercent.ts'
import { formatPeriod } from '../../../src/format/formatPeriod.ts'
import { formatMetricValue, formatValue } from '../../../src/format/formatValue.ts'
import { metricById } from '../../../src/metrics/metrics.ts'
import { monthsOf } from '../../../src/periods/month.ts'

const twoYears = { from: '2025-01', to: '2026-12' }

describe('money, from cents', () => {
  it.each([
    [123_456_789, '$1.23M'],
    [81_234_567, '$812k'],
    [1_712_345, '$17.1k'],
    [812_345, '$8,123'],
    [14_237, '$142'],
    [8_670, '$86.70'],
    [2_500, '$25'],
    [99_960_000, '$1M'],
    [-812_345, '−$8,123'],
    [0, '$0'],
    [-0, '$0'],
    [null, 'no data'],
  ])('%s is %s on a tile', (cents, text) => {
    expect(formatMoney(cents)).toBe(text)
  })

  it.each([
    [123_456, '$1,234.56'],
    [-100, '−$1.00'],
    [null, 'no data'],
  ])('%s is %s in a table', (cents, text) => {
    expect(formatMoney(cents, 'exact')).toBe(text)
  })
})

describe('other values', () => {
  it.each([
    [formatPercent(0.1234), '12.3%'],
    [formatPercent(1), '100.0%'],
    [formatPercent(-0.0001), '0.0%'],
    [formatPercent(null), 'no data'],
    [formatCount(12_345), '12,345'],
    [formatCount(12_345, 'compact'), '12.3k'],
    [formatCount(null), 'no data'],
    [formatAverage(18), '18.0'],
    [formatAverage(null), 'no data'],
    [formatDays(1), '1 day'],
    [formatDays(34.64), '34.6 days'],
    [formatDays(null), 'no data'],
    [formatMinutes(1), '1 minute'],
    [formatMinutes(25), '25 minutes'],
    [formatMinutes(null), 'no data'],
  ])('%s is %s', (text, expected) => {
    expect(text).toBe(expected)
  })
})

describe('months and days, written without Intl, are as Intl writes them', () => {
  const days = ['2023-11-30', '2024-02-29', ...monthsOf(twoYears).map((month) => `${month}-01`)]
  const intl = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' })

  it('each day', () => {
    const day = intl({ dateStyle: 'medium' })
    for (const date of days) expect(formatDay(date)).toBe(day.format(new Date(`${date}T00:00:00Z`)))
  })

  it.each(['short', 'long'] as const)('each month and each period, %s', (style) => {
    const month = intl({ month: style, year: 'numeric' })
    const first = (one: string) => new Date(`${one}-01T00:00:00Z`)
    for (const [index, to] of monthsOf(twoYears).entries()) {
      expect(formatMonth(to, style)).toBe(month.format(first(to)))
      for (const from of monthsOf(twoYears).slice(0, index + 1)) {
        const range = month.formatRange(first(from), first(to)).replace(/\s*–\s*/u, ' – ')
        expect(formatPeriod({ from, to }, style)).toBe(range)
      }
    }
  })

  it.each(['2026-13-01', '2026-1-1', 'yesterday', ''])('%j is no day', (text) => {
    expect(() => formatDay(text)).toThrow('invalid')
  })
})

describe('a value in its unit', () => {
  it.each([
    ['money', 123_456, '$1,235', '$1,234.56'],
    ['rate', 0.05, '5.0%', '5.0%'],
    ['days', 2, '2 days', '2 days'],
    ['count', 1234, '1,234', '1,234'],
    ['per_day', 18.25, '18.3', '18.3'],
    ['number', 2.456, '2.46', '2.46'],
  ] as const)('%s', (unit, value, compact, exact) => {
    expect(formatValue(unit, value)).toBe(compact)
    expect(formatValue(unit, value, 'exact')).toBe(exact)
    expect(formatValue(unit, null)).toBe('no data')
  })

  it('knows that the last bin means more', () => {
    expect(formatMetricValue(metricById('lead_time_median'), 91)).toBe('over 90 days')
    expect(formatMetricValue(metricById('days_in_ar'), 91)).toBe('91 days')
  })
})

describe('months', () => {
  it('are named whatever the time zone', () => {
    expect(formatMonth('2026-10')).toBe('Oct 2026')
    expect(formatMonth('2026-10', 'long')).toBe('October 2026')
  })

  it.each([
    ['2026-10', '2026-10', 'Oct 2026'],
    ['2026-01', '2026-10', 'Jan – Oct 2026'],
    ['2025-11', '2026-10', 'Nov 2025 – Oct 2026'],
  ])('%s to %s is %s', (from, to, text) => {
    expect(formatPeriod({ from, to })).toBe(text)
  })
})

describe('a change', () => {
  it.each([
    ['rate', 0.123, 0.111, '+1.2 pts'],
    ['rate', 0.11, 0.1, '+1.0 pts'],
    ['rate', 0.1, 0.1, '0.0 pts'],
    ['days', 31, 30, '+1 day'],
    ['money', 90, 100, '−10.0%'],
    ['money', -9000, 0, '−$90'],
    ['money', 500, -500, '+$10'],
    ['count', 5, 0, '+5'],
    ['count', null, 5, 'no data'],
    ['count', 5, null, 'no data'],
  ] as const)('of %s to %s from %s is %s', (unit, value, earlier, text) => {
    expect(formatChange(unit, value, earlier)).toBe(text)
  })
})

describe("a practice's own way to write", () => {
  afterEach(() => {
    writeAs()
  })

  it.each([
    ['en-GB', 'GBP', ['£1,234.56', '£17.1k', '12.3%', '31 Oct 2026', '34.6 days']],
    ['en-CA', 'CAD', ['$1,234.56', '$17.1k', '12.3%', 'Oct 31, 2026', '34.6 days']],
    ['en-US', 'CAD', ['CA$1,234.56', 'CA$17.1k', '12.3%', 'Oct 31, 2026', '34.6 days']],
    ['de-CH', 'CHF', ["CHF 1'234.56", "CHF 17'100", '12.3%', '31 Oct 2026', '34.6 days']],
    ['fr-FR', 'EUR', ['1 234,56 €', '17,1 k €', '12,3 %', '31 Oct 2026', '34,6 days']],
  ])('in %s with %s', (locale, currency, texts) => {
    writeAs(formatsOf({ locale, currency, first_day_of_week: 'monday' }))
    expect(
      [
        formatMoney(123_456, 'exact'),
        formatMoney(1_712_345),
        formatPercent(0.1234),
        formatDay('2026-10-31'),
        formatDays(34.64),
      ].map((text) => text.replaceAll(/[\u00a0\u202f]/g, ' ')),
    ).toEqual(texts)
  })

  it('begins its week with its own day', () => {
    const days = ['Sun', 'Wed', 'Mon', 'Sat']
    expect(inOwnOrder(days)).toEqual(['Mon', 'Wed', 'Sat', 'Sun'])
    writeAs(formatsOf({ locale: 'en-US', currency: 'USD', first_day_of_week: 'sunday' }))
    expect(inOwnOrder(days)).toEqual(['Sun', 'Mon', 'Wed', 'Sat'])
  })

  it('holds for the next number too, and ends with the practice', () => {
    writeAs(formatsOf({ locale: 'en-GB', currency: 'GBP', first_day_of_week: 'monday' }))
    expect(formatMoney(100)).toBe('£1')
    writeAs()
    expect(formatMoney(100)).toBe('$1')
  })
})
