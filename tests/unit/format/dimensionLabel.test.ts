import { describe, expect, it } from 'vitest'
import { dateBasisLabel } from '../../../src/format/dateBasisLabel.ts'
import { dimensionLabel } from '../../../src/format/dimensionLabel.ts'
import { formatDay } from '../../../src/format/formatDay.ts'

describe('the label of a value', () => {
  it.each([
    ['payer', 'medicare_adv', 'Medicare Advantage'],
    ['payer', 'commercial', 'Commercial'],
    ['payer', 'unmapped', 'Not mapped'],
    ['role_group', 'nurse', 'Nurses'],
    ['visit_type', 'nurse', 'Nurse visit'],
    ['age_bucket', '0-30', '0–30 days'],
    ['day_part', 'not_given', 'Not given'],
    ['provider', 'Other (merged)', 'Other (merged)'],
    ['payer', 'Other (merged)', 'Other (merged)'],
    ['category', 'rent_occupancy', 'Rent and occupancy'],
  ] as const)('%s %s is "%s"', (dimension, value, label) => {
    expect(dimensionLabel(dimension, value, {})).toBe(label)
  })

  it('leaves names as they are', () => {
    expect(dimensionLabel('provider', 'de la Cruz_3', {})).toBe('de la Cruz_3')
  })
})

describe('the label of an alias', () => {
  const names = { provider: { 'Provider 1': 'Ada Birch', 'Provider 2': 'Provider 1' } }

  it('is the name, for whom the practice tells it, and else the alias', () => {
    expect(dimensionLabel('provider', 'Provider 1', { names })).toBe('Ada Birch')
    expect(dimensionLabel('provider', 'Provider 1', {})).toBe('Provider 1')
  })

  it('is a name as it stands, even where it reads like the alias of another', () => {
    expect(dimensionLabel('provider', 'Provider 2', { names })).toBe('Provider 1')
  })

  it('is of its own dimension alone, and of nothing that an object has by itself', () => {
    expect(dimensionLabel('location', 'Provider 1', { names })).toBe('Provider 1')
    for (const value of ['Provider 3', 'None given', 'Other (merged)', 'constructor', '__proto__', 'nurse']) {
      expect(dimensionLabel('provider', value, { names })).toBe(value)
      expect(dimensionLabel('location', value, { names })).toBe(value)
    }
    expect(dimensionLabel('payer', 'constructor', { names })).toBe('Constructor')
  })
})

describe('dates', () => {
  it('are civil: no time zone moves them', () => {
    expect(formatDay('2026-10-31')).toBe('Oct 31, 2026')
    expect(formatDay('2026-01-01')).toBe('Jan 1, 2026')
  })

  it('say by which date a month is meant', () => {
    expect(dateBasisLabel('post_date')).toBe('Posting date')
  })
})
