import { describe, expect, it } from 'vitest'
import { cubeRows } from './cubeRows.ts'

const visit = {
  patient_key: 'P1',
  appt_date: '2026-03-02',
  start_time: '09:00',
  provider: 'Dr. Reyes',
  status: 'completed',
}

interface Moments {
  readonly checked_in_at?: string
  readonly roomed_at?: string
  readonly checked_out_at?: string
  readonly note_signed_at?: string
  readonly start_time?: string | null
}

/** The bin of one visit with these moments, given as times of its day or in full. */
async function binOf(cube: string, dimension: string, moments: Moments): Promise<unknown> {
  const full = Object.entries(moments).map(([field, value]: [string, string | null]) => [
    field,
    value === null || field === 'start_time' || value.length > 5 ? value : `2026-03-02 ${value}:00`,
  ])
  const note = moments.note_signed_at === undefined ? {} : { note_signed: 'signed' }
  const appointments = [{ ...visit, appt_id: '1', ...note, ...Object.fromEntries(full) }]
  const [row] = await cubeRows(cube, { asOf: '2026-03-31', tabs: { appointments } })
  return row?.[dimension]
}

describe('minutes of waiting', () => {
  it.each([
    ['from the booked start', { checked_in_at: '08:45', roomed_at: '09:12' }, 15],
    ['from arrival, if that is later', { checked_in_at: '09:10', roomed_at: '09:15' }, 5],
    ['a minute more is the next step', { checked_in_at: '09:10', roomed_at: '09:16' }, 10],
    ['none, if roomed before the start', { checked_in_at: '08:40', roomed_at: '08:50' }, 0],
    ['from arrival without a start', { checked_in_at: '08:40', roomed_at: '08:50', start_time: null }, 10],
    ['more than 90', { checked_in_at: '09:00', roomed_at: '11:00' }, 95],
    ['not if roomed before arrival', { checked_in_at: '09:10', roomed_at: '09:09' }, 999],
    ['not beyond eight hours', { checked_in_at: '09:00', roomed_at: '17:01' }, 999],
    ['not without a moment', { checked_in_at: '09:00' }, 999],
    ['not of another day', { checked_in_at: '2026-03-01 09:00:00', roomed_at: '09:05' }, 999],
  ])('count %s', async (_, moments, expected) => {
    expect(await binOf('appointments_by_wait_minutes', 'wait_minutes', moments)).toBe(expected)
  })
})

describe('minutes of a visit', () => {
  it.each([
    ['from arrival to leaving', { checked_in_at: '09:00', checked_out_at: '09:36' }, 40],
    ['more than 180', { checked_in_at: '09:00', checked_out_at: '12:01' }, 185],
    ['not if nobody left after coming', { checked_in_at: '09:00', checked_out_at: '09:00' }, 999],
  ])('count %s', async (_, moments, expected) => {
    expect(await binOf('appointments_by_cycle_minutes', 'cycle_minutes', moments)).toBe(expected)
  })
})

describe('days to the signed note', () => {
  it.each([
    ['on the day', '2026-03-02 18:00:00', 0],
    ['three days later', '2026-03-05 08:00:00', 3],
    ['not before the visit', '2026-03-01 08:00:00', 92],
    ['not after the as-of date', '2026-04-01 08:00:00', 92],
  ])('count %s', async (_, note_signed_at, expected) => {
    expect(await binOf('appointments_by_sign_lag_days', 'sign_lag_days', { note_signed_at })).toBe(expected)
  })

  it('notes nobody signed by the as-of date are unsigned; where nothing is said of them they count nowhere', async () => {
    const notes = [
      { note_signed: 'unsigned' },
      { note_signed: 'signed', note_signed_at: '2026-03-03 08:00:00' },
      { note_signed: 'signed', note_signed_at: '2026-04-01 08:00:00' },
      { note_signed: 'unknown' },
      {},
    ]
    const appointments = notes.map((note, index) => ({
      ...visit,
      ...note,
      patient_key: `P${String(index)}`,
      appt_id: String(index),
    }))
    const [row] = await cubeRows('appointments', { asOf: '2026-03-31', tabs: { appointments } })
    expect(row).toMatchObject({ visit_count: 5, noted_visit_count: 3, unsigned_note_count: 2 })
  })
})

describe('access samples', () => {
  it('add up days to the third open slot of samples that found one', async () => {
    const sample = { sample_date: '2026-03-02', provider: 'Dr. Reyes', visit_group: 'new' }
    const access_samples = [
      { ...sample, visit_type: 'a', third_next_date: '2026-03-12' },
      { ...sample, visit_type: 'b', third_next_date: '2026-03-06' },
      { ...sample, visit_type: 'c', third_next_date: null },
      { ...sample, visit_type: 'd', third_next_date: '2026-03-01' },
      { ...sample, visit_type: 'e', sample_date: '2026-04-01', third_next_date: '2026-04-02' },
    ]
    expect(await cubeRows('access_samples', { asOf: '2026-03-31', tabs: { access_samples } })).toEqual([
      { month: '2026-03-01', months: 1, sample_count: 2, third_next_days: 14 },
    ])
  })
})
