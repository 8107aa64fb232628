import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cashPerVisitDrivers, collectionsDrivers } from '../../../src/drivers/cashDrivers.ts'
import { fraction } from '../../../src/drivers/fraction.ts'
import { byValue, sumsOf, type Table } from './periodSums.ts'

/** A payer class in a month: visits, and cents paid, charged and written off by contract and otherwise. */
interface Payer {
  readonly visits: number
  readonly paid: number
  readonly charged: number
  readonly contractual: number
  readonly other: number
}

type Payers = Readonly<Record<string, Payer>>

function tableOf(payers: Payers, hidden: readonly string[] = []): Table {
  const cells = (counted: keyof Payer, of: keyof Payer = 'visits') =>
    Object.fromEntries(
      Object.entries(payers).map(([payer, sums]) => [
        payer,
        { counted: sums[counted], of: sums[of], isHidden: hidden.includes(payer) },
      ]),
    )
  return {
    ...byValue('cash_per_visit', 'payer', cells('paid')),
    ...byValue('gross_charges', 'payer', cells('charged')),
    ...byValue('contractual_adjustments', 'payer', cells('contractual')),
    ...byValue('other_adjustments', 'payer', cells('other')),
  }
}

function effects(before: Table, after: Table, drivers = collectionsDrivers): Record<string, number> {
  const split = drivers.split(sumsOf(before), sumsOf(after))
  if (split.status === 'none') return {}
  return Object.fromEntries(
    split.drivers.map(({ id, effect }) => [id, Number(effect.top) / Number(effect.bottom)]),
  )
}

function moved(before: Table, after: Table, drivers = collectionsDrivers): string[] {
  return Object.entries(effects(before, after, drivers)).flatMap(([id, effect]) => (effect === 0 ? [] : [id]))
}

const medicare = { visits: 60, paid: 480_000, charged: 900_000, contractual: 360_000, other: 12_000 }
const commercial = { visits: 40, paid: 520_000, charged: 800_000, contractual: 240_000, other: 8_000 }
const base: Payers = { medicare, commercial }

function scaled(payer: Payer, by: number): Payer {
  return {
    visits: payer.visits * by,
    paid: payer.paid * by,
    charged: payer.charged * by,
    contractual: payer.contractual * by,
    other: payer.other * by,
  }
}

describe('net collections', () => {
  it('fell by fewer visits and by payer mix, as worked by hand', () => {
    // $80.00 for each of 60 Medicare visits and $130.00 for each of 40 commercial ones become 54 and 26 of them:
    // 20 visits fewer; Medicare's share 60 % → 67.5 %. With two factors each effect has the mean of the other:
    // visits −20 × ($80 × 63.75 % + $130 × 36.25 %), mix 90 × ($80 × 7.5 % − $130 × 7.5 %).
    const after = { medicare: scaled(medicare, 0.9), commercial: scaled(commercial, 0.65) }
    const found = effects(tableOf(base), tableOf(after))
    expect(found).toEqual({ visits: -196_250, mix: -33_750, charges: 0, adjustments: 0, timing: 0 })
    expect(-196_250 - 33_750).toBe(480_000 * 0.9 + 520_000 * 0.65 - 1_000_000)
  })

  it('are moved by one driver where one moved', () => {
    const fewer = { medicare: scaled(medicare, 0.5), commercial: scaled(commercial, 0.5) }
    expect(moved(tableOf(base), tableOf(fewer))).toEqual(['visits'])
    const otherMix = { medicare: scaled(medicare, 4 / 3), commercial: scaled(commercial, 1 / 2) }
    expect(moved(tableOf(base), tableOf(otherMix))).toEqual(['mix'])
    const dearer = { medicare, commercial: { ...scaled(commercial, 2), visits: 40 } }
    expect(moved(tableOf(base), tableOf(dearer))).toEqual(['charges'])
    const slower = { medicare: { ...medicare, paid: 400_000 }, commercial }
    expect(moved(tableOf(base), tableOf(slower))).toEqual(['timing'])
    const writtenOff = { medicare: { ...medicare, paid: 470_000, other: 22_000 }, commercial }
    expect(moved(tableOf(base), tableOf(writtenOff))).toEqual(['adjustments'])
  })

  it('compare the same payers where others are merged in one of the months', () => {
    const three = {
      ...base,
      self_pay: { visits: 20, paid: 60_000, charged: 200_000, contractual: 0, other: 0 },
    }
    const after = { ...three, self_pay: scaled(three.self_pay, 2), medicare: scaled(medicare, 0.8) }
    const open = effects(tableOf(three), tableOf(after))
    // Self-pay alone in the row of merged values is the same as self-pay itself.
    expect(effects(tableOf(three), tableOf(after, ['self_pay']))).toEqual(open)
    const merged = effects(tableOf(three, ['self_pay', 'medicare']), tableOf(after, ['self_pay']))
    expect(merged.visits).not.toBe(open.visits)
    const sum = (found: Record<string, number>) =>
      Object.values(found).reduce((total, each) => total + each, 0)
    expect(sum(merged)).toBeCloseTo(sum(open), 6)
  })

  it('keep mix and rate together where no payer can be told from another', () => {
    const split = collectionsDrivers.split(
      sumsOf(tableOf(base, ['medicare', 'commercial'])),
      sumsOf(tableOf({ medicare, commercial: scaled(commercial, 2) })),
    )
    expect(split).toMatchObject({
      status: 'split',
      note: expect.stringContaining('Payer mix is not apart') as string,
    })
    const labels = split.status === 'split' ? split.drivers.map(({ label }) => label) : []
    expect(labels).toEqual(['Visits', 'Mix and rate, kept private', 'Adjustments', 'Payment timing'])
  })

  it('put no payer apart whose rows leave something of the whole unsaid', () => {
    const table = tableOf(base)
    const cut = { ...table, 'gross_charges by payer': table['gross_charges by payer']?.slice(1) ?? [] }
    expect(Object.keys(effects(cut, tableOf(base)))).toContain('mix_and_charges')
  })

  it('add to the smallest others what has payments and no visits', () => {
    const after = {
      ...base,
      workers_comp: { visits: 0, paid: 5_000, charged: 9_000, contractual: 0, other: 0 },
    }
    const found = effects(tableOf({ ...base, tricare: scaled(medicare, 1) }), tableOf(after))
    expect(Object.keys(found)).toContain('mix')
  })

  it('are not split without visits or charges', () => {
    const none = { visits: 0, paid: 5_000, charged: 0, contractual: 0, other: 0 }
    expect(effects(tableOf(base), tableOf({ medicare: none }))).toEqual({})
  })
})

describe('cash per visit', () => {
  it('does not know how many visits there were', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), (times) => {
        const after = { medicare: scaled(medicare, times), commercial: scaled(commercial, times) }
        expect(moved(tableOf(base), tableOf(after), cashPerVisitDrivers)).toEqual([])
      }),
    )
  })

  it('falls with the share of the payer that pays more', () => {
    // 60 % → 80 % Medicare at $80.00 against $130.00: 20 % of $50.00 less.
    const after = { medicare: scaled(medicare, 4 / 3), commercial: scaled(commercial, 1 / 2) }
    const split = cashPerVisitDrivers.split(sumsOf(tableOf(base)), sumsOf(tableOf(after)))
    expect(split).toMatchObject({ before: fraction(10_000n), after: fraction(9_000n) })
    expect(effects(tableOf(base), tableOf(after), cashPerVisitDrivers).mix).toBe(-1_000)
  })
})
