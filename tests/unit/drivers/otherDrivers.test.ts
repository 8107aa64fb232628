import { describe, expect, it } from 'vitest'
import { daysInArDrivers } from '../../../src/drivers/daysInArDrivers.ts'
import type { Decomposition } from '../../../src/drivers/driver.ts'
import { fraction } from '../../../src/drivers/fraction.ts'
import { netCollectionRateDrivers } from '../../../src/drivers/netCollectionRateDrivers.ts'
import { noShowDrivers } from '../../../src/drivers/noShowDrivers.ts'
import { revenuePerVisitDrivers } from '../../../src/drivers/revenuePerVisitDrivers.ts'
import { staffCostDrivers } from '../../../src/drivers/staffCostDrivers.ts'
import { yearlyCollectionRateDrivers } from '../../../src/drivers/yearlyCollectionRateDrivers.ts'
import { byValue, sumsOf, whole, type Table } from './periodSums.ts'

function effects({ split }: Decomposition, before: Table, after: Table): Record<string, unknown> {
  const found = split(sumsOf(before), sumsOf(after))
  return found.status === 'none'
    ? {}
    : Object.fromEntries(found.drivers.map(({ id, effect }) => [id, effect]))
}

describe('worked by hand', () => {
  it('days in A/R: receivables and daily charges', () => {
    // 80,000 ÷ 2,000 a day = 40 days; 90,000 ÷ 2,500 = 36. Receivables +10,000 × mean(1/2,000, 1/2,500) = +4.5 days,
    // daily charges mean(80,000, 90,000) × (1/2,500 − 1/2,000) = −8.5 days.
    const before = { days_in_ar: whole(8_000_000, 18_250_000) }
    const after = { days_in_ar: whole(9_000_000, 22_812_500) }
    expect(effects(daysInArDrivers, before, after)).toEqual({
      receivables: fraction(9n, 2n),
      charges: fraction(-17n, 2n),
    })
  })

  it('net collection rate: less paid, less allowed', () => {
    // Of 100,000 billed 40 % were contractual and 54,000 came in: 54 ÷ 60 = 90 %. Then 50 % and 46,000: 46 ÷ 50 = 92 %.
    // Payments −8 points × mean(1 ÷ 60 %, 1 ÷ 50 %); allowed mean(54, 46) × (1 ÷ 50 % − 1 ÷ 60 %).
    const before = {
      net_collection_rate: whole(5_400_000, 6_000_000),
      charges_by_service_month: whole(10_000_000),
    }
    const after = {
      net_collection_rate: whole(4_600_000, 5_000_000),
      charges_by_service_month: whole(10_000_000),
    }
    expect(effects(netCollectionRateDrivers, before, after)).toEqual({
      payments: fraction(-22n, 150n),
      allowed: fraction(1n, 6n),
    })
  })

  it('revenue per visit: only what was collected of what is allowed', () => {
    const before = {
      revenue_per_visit: whole(540_000, 100),
      net_collection_rate: whole(540_000, 600_000),
      charges_by_service_month: whole(1_000_000),
    }
    const after = {
      revenue_per_visit: whole(480_000, 100),
      net_collection_rate: whole(480_000, 600_000),
      charges_by_service_month: whole(1_000_000),
    }
    const none = fraction(0n)
    expect(effects(revenuePerVisitDrivers, before, after)).toEqual({
      charges: none,
      adjustments: none,
      collected: fraction(-600n),
    })
  })

  it('12-month rate: mix and rate by payer', () => {
    // 90 % of 100 and 70 % of 100 → 90 % of 50 and 70 % of 150: 80 % → 75 %, all of it mix.
    const table = (a: number, b: number) =>
      byValue('net_collection_rate_12m', 'payer', {
        medicare: { of: a, counted: a * 0.9 },
        self_pay: { of: b, counted: b * 0.7 },
      })
    expect(effects(yearlyCollectionRateDrivers, table(1000, 1000), table(500, 1500))).toEqual({
      mix: fraction(-1n, 20n),
      rate: fraction(0n),
    })
  })

  it('staff cost: hours, pay and overtime, against the same collections', () => {
    // Every dollar of pay costs two. 1,000 hours at $20.00 and $500 of overtime, then 1,100 at $22.00 and $700, of
    // $100,000 collected: hours 2 × 100 × $21.00, pay 2 × $2.00 × 1,050, overtime 2 × $200.
    const staff = (hours: number, paid: number, overtime: number) => ({
      staff_cost_rate: whole(2 * paid, 10_000_000),
      overtime_rate: whole(20, hours + 20),
      overtime_pay_rate: whole(overtime, paid),
    })
    const [before, after] = [staff(1_000, 2_050_000, 50_000), staff(1_100, 2_490_000, 70_000)]
    expect(effects(staffCostDrivers, before, after)).toEqual({
      hours: fraction(420_000n, 10_000_000n),
      rate: fraction(420_000n, 10_000_000n),
      overtime: fraction(40_000n, 10_000_000n),
      collections: fraction(0n),
    })
  })

  it('staff cost: a seventh end of a pay period in three months is no more hours', () => {
    const table = (ends: number) => ({
      staff_cost_rate: whole(2_500_000, 10_000_000),
      overtime_rate: whole(10 * ends, 500 * ends),
      overtime_pay_rate: whole(9_000 * ends, 300_000 * ends),
    })
    const found = effects(staffCostDrivers, table(6), table(7))
    expect(Object.values(found)).toEqual(Array.from({ length: 4 }, () => fraction(0n)))
  })

  it('staff cost: as one, where hours are kept private', () => {
    const before = { staff_cost_rate: whole(2_000_000, 10_000_000) }
    const after = { staff_cost_rate: whole(3_000_000, 10_000_000) }
    expect(effects(staffCostDrivers, before, after)).toEqual({
      cost: fraction(1n, 10n),
      collections: fraction(0n),
    })
  })

  const missed = (
    providers: Readonly<Record<string, readonly [number, number]>>,
    sites: Readonly<Record<string, readonly [number, number]>>,
  ): Table => {
    const cells = (list: typeof providers) =>
      Object.fromEntries(Object.entries(list).map(([key, [counted, of]]) => [key, { counted, of }]))
    return {
      ...byValue('no_show_rate', 'provider', cells(providers)),
      ...byValue('no_show_rate', 'location', cells(sites)),
    }
  }

  it('no-show rate: what providers’ mix adds beyond that of the sites', () => {
    // Two sites of 10 % and 5 %; in the north Amara misses 20 % of 50 and Birk 0 % of 50, in the south Chen 5 % of 100.
    const before = missed(
      { amara: [10, 50], birk: [0, 50], chen: [5, 100] },
      { north: [10, 100], south: [5, 100] },
    )
    // Birk is gone and Amara does all of the north: same sites' shares, north now at 20 %.
    const after = missed(
      { amara: [18, 90], birk: [0, 10], chen: [5, 100] },
      { north: [18, 100], south: [5, 100] },
    )
    expect(effects(noShowDrivers, before, after)).toEqual({
      location_mix: fraction(0n),
      provider_mix: fraction(1n, 25n),
      rate: fraction(0n),
    })
  })

  it('no-show rate: by sites alone, where providers are kept private', () => {
    const before = missed({ amara: [10, 50] }, { north: [10, 100], south: [5, 100] })
    const after = missed({ amara: [10, 50] }, { north: [12, 100], south: [5, 100] })
    const without = (table: Table) => ({ ...table, 'no_show_rate by provider': [] })
    expect(Object.keys(effects(noShowDrivers, before, after))).toEqual(['location_mix', 'rate'])
    expect(Object.keys(effects(noShowDrivers, without(before), without(after)))).toEqual([
      'location_mix',
      'rate',
    ])
  })
})
