import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decompositionOf, decompositions } from '../../../src/drivers/decompositions.ts'
import type { Split } from '../../../src/drivers/driver.ts'
import { add, fraction, multiply, subtract, type Fraction } from '../../../src/drivers/fraction.ts'
import { shownSplit } from '../../../src/drivers/shownSplit.ts'
import { metricById } from '../../../src/metrics/metrics.ts'
import { canAnswer } from '../../../src/queries/canAnswer.ts'
import { arbitraryTable, reversed, sumsOf, type Table } from './periodSums.ts'

const minus = fraction(-1n)

/** The effects of a split by driver; null for none. */
function effectsOf(split: Split): [string, Fraction][] | null {
  return split.status === 'none' ? null : split.drivers.map(({ id, effect }) => [id, effect])
}

describe.each(decompositions)('the drivers of $metric', (decomposition) => {
  const split = (before: Table, after: Table) => decomposition.split(sumsOf(before), sumsOf(after))
  const pair = fc.tuple(arbitraryTable(decomposition), arbitraryTable(decomposition))

  it('ask for what is published', () => {
    for (const { metric, by } of decomposition.needs) {
      const period = { from: '2026-10', to: '2026-10' }
      const query = { metric, by: by === undefined ? [] : [by], where: {}, period }
      expect(canAnswer(metricById(metric), query)).toEqual({ ok: true })
    }
  })

  it('add up exactly to the change, and to the last digit that is shown', () => {
    let splits = 0
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const found = split(before, after)
        if (found.status === 'none') return
        splits += 1
        const sum = add(...found.drivers.map(({ effect }) => effect))
        expect(sum).toEqual(subtract(found.after, found.before))
        const { unit } = metricById(decomposition.metric)
        const shown = shownSplit(found, unit)
        const steps = unit === 'money' ? 1 : unit === 'rate' ? 1000 : 10
        const inSteps = (value: number) => Math.round(value * steps)
        // Invented charges of a few cents with thousands of dollars of payments: beyond exact numbers.
        if (shown.drivers.some(({ effect }) => !Number.isSafeInteger(inSteps(effect)))) return
        expect(shown.drivers.reduce((total, { effect }) => total + inSteps(effect), 0)).toBe(
          inSteps(shown.after) - inSteps(shown.before),
        )
      }),
    )
    expect(splits).toBeGreaterThan(30)
  })

  it('begin and end with the metric itself', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const found = split(before, after)
        if (found.status === 'none') return
        const factor = decomposition.metric === 'days_in_ar' ? fraction(365n, 4n) : fraction(1n)
        const valueOf = (table: Table) => {
          const [row] = table[decomposition.metric] ?? []
          const top = BigInt(row?.numerator ?? 0)
          const isSum = metricById(decomposition.metric).kind === 'sum'
          return multiply(factor, fraction(top, isSum ? 1n : BigInt(row?.denominator ?? 0)))
        }
        expect(found).toMatchObject({ before: isSumOf(before), after: isSumOf(after) })

        function isSumOf(table: Table): Fraction {
          if (decomposition.metric !== 'net_collections') return valueOf(table)
          const [row] = table.cash_per_visit ?? []
          return fraction(BigInt(row?.numerator ?? 0))
        }
      }),
    )
  })

  it('change their signs with the two periods swapped', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const there = effectsOf(split(before, after))
        const back = effectsOf(split(after, before))
        expect(back).toEqual(there?.map(([id, effect]) => [id, multiply(minus, effect)]) ?? null)
      }),
    )
  })

  it('have no effect where nothing moved', () => {
    fc.assert(
      fc.property(arbitraryTable(decomposition), (table) => {
        const effects = effectsOf(split(table, table)) ?? []
        expect(effects.filter(([, { top }]) => top !== 0n)).toEqual([])
      }),
    )
  })

  it('do not depend on the order of the rows', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        expect(split(reversed(before), after)).toEqual(split(before, after))
      }),
    )
  })

  it('are none where a sum is missing', () => {
    fc.assert(
      fc.property(pair, ([before]) => {
        expect(split(before, {}).status).toBe('none')
      }),
    )
  })
})

it('a metric without drivers has none', () => {
  expect(decompositionOf('completed_visits')).toBeNull()
})
