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
    expect(dimensionLabel(dimension, value)).toBe(label)
  })

  it('leaves names as they are', () => {
    expect(dimensionLabel('provider', 'de la Cruz_3')).toBe('de la Cruz_3')
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
