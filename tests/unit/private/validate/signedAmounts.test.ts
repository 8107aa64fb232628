import { describe, expect, it } from 'vitest'
import { AmountSigns } from '../../../../scripts/private/validate/signedAmounts.ts'

type Line = readonly [type: string, cents: number]

function effects(lines: readonly Line[]): number[] {
  const signs = new AmountSigns()
  for (const [type, cents] of lines) signs.count(type, cents)
  return lines.map(([type, cents]) => signs.effect(type, cents))
}

describe('AmountSigns', () => {
  const written: readonly Line[] = [
    ['charge', 20000],
    ['insurance_payment', 8000],
    ['patient_payment', 2000],
    ['adjustment', 5000],
    ['refund_patient', 500],
    ['takeback', 700],
    ['nsf_reversal', 100],
    ['payment_reversal', 300],
    ['capitation', 4000],
    ['interest', 50],
    ['transfer', 2000],
    ['denial', 0],
    ['void_charge', 1000],
  ]
  const expected = [20000, -8000, -2000, -5000, 500, 700, 100, 300, 4000, 50, 0, 0, -1000]

  it('turns an export with positive amounts into effects on A/R', () => {
    expect(effects(written)).toEqual(expected)
  })

  it('keeps an export that writes effects already', () => {
    expect(effects(written.map(([type], index) => [type, expected[index] ?? 0]))).toEqual(expected)
  })

  it('reads an export that is negative throughout the same', () => {
    expect(effects(written.map(([type, cents]) => [type, type === 'charge' ? cents : -cents]))).toEqual(
      expected,
    )
  })

  it('lets the rare sign be the reverse of the plain row', () => {
    const lines: Line[] = [
      ['insurance_payment', 8000],
      ['insurance_payment', 3000],
      ['insurance_payment', -3000],
      ['adjustment', -100],
      ['adjustment', -200],
      ['adjustment', 200],
    ]
    expect(effects(lines)).toEqual([-8000, -3000, 3000, -100, -200, 200])
  })

  it('never makes a zero negative', () => {
    expect(Object.is(effects([['insurance_payment', 0]])[0], 0)).toBe(true)
  })
})
