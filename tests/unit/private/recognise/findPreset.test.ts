import { describe, expect, it } from 'vitest'
import { ecwAppointments } from '../../../../scripts/private/presets/ecwAppointments.ts'
import { kareoCharges } from '../../../../scripts/private/presets/kareoCharges.ts'
import { findPreset } from '../../../../scripts/private/recognise/findPreset.ts'

const { all: list } = ecwAppointments.fingerprint
const { all: charges } = kareoCharges.fingerprint

describe('findPreset', () => {
  it('takes the first report of a tab, so that no row of it stands above the header', () => {
    expect(charges.length).toBeGreaterThan(list.length)
    const found = findPreset([['List'], [...list], list.map(() => 'x'), [...charges]])
    expect(found).toMatchObject({ preset: { id: 'ecw_appointments' }, header: { row: 2 } })
  })

  it('takes the report that asks for more where one row has the headers of two', () => {
    const found = findPreset([[...list, ...charges]])
    expect(found?.preset.id).toBe('kareo_charges')
  })
})
