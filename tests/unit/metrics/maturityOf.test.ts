import { describe, expect, it } from 'vitest'
import { maturityOf } from '../../../src/metrics/maturityOf.ts'
import { metricById } from '../../../src/metrics/metrics.ts'

const calendar = { asOf: '2026-10-28', maturityDays: 120, months: { lastClosed: '2026-09' } }

describe('maturityOf', () => {
  it.each([
    ['net_collection_rate', '2026-06', 'final'],
    ['net_collection_rate', '2026-07', 'maturing'],
    ['net_collection_rate', '2026-10', 'open'],
    // 59 and 60 days after the month's end, whatever the practice says of collections.
    ['first_pass_resolution_rate', '2026-08', 'maturing'],
    ['first_pass_resolution_rate', '2026-07', 'final'],
    ['net_collections', '2026-09', 'final'],
    ['net_collections', '2026-10', 'open'],
  ])('%s of %s is %s', (metric, month, maturity) => {
    expect(maturityOf(metricById(metric), month, calendar)).toBe(maturity)
  })

  it("follows the practice's own number of days", () => {
    expect(maturityOf(metricById('net_collection_rate'), '2026-06', { ...calendar, maturityDays: 121 })).toBe(
      'maturing',
    )
  })
})
