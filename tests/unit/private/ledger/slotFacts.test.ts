import { describe, expect, it } from 'vitest'
import { cubeRows } from './cubeRows.ts'

const booking = { provider: 'Dr. Reyes', location: 'Main', appt_date: '2026-03-02', start_time: '09:00' }

describe('slots', () => {
  const slot = { provider: 'Dr. Reyes', location: 'Main', slot_date: '2026-03-02' }
  const uses = [
    { ...booking, appt_id: '1', slot_id: 'S1', status: 'completed' },
    { ...booking, appt_id: '2', slot_id: 'S2', status: 'cancelled' },
    { ...booking, appt_id: '3', slot_id: 'S3', status: 'cancelled' },
    { ...booking, appt_id: '4', slot_id: 'S3', status: 'no_show' },
    { ...booking, appt_id: '5', slot_id: 'S1', provider: 'Dr. Patel', status: 'completed' },
  ]

  it('come from the slots tab', async () => {
    const tabs = {
      slots: ['S1', 'S2', 'S3', 'S4'].map((slot_id) => ({ ...slot, slot_id })),
      appointments: uses.filter(({ provider }) => provider !== 'Dr. Patel'),
    }
    expect(await cubeRows('slots', { tabs })).toEqual([{ month: '2026-03-01', months: 1, slot_count: 4 }])
  })

  it('come from the schedule where it lists open slots, each start once', async () => {
    const tabs = {
      appointments: [
        { ...booking, status: 'completed' },
        { ...booking, status: 'cancelled', patient_key: 'P9' },
        { ...booking, start_time: '09:30', status: 'open_slot' },
        { ...booking, start_time: '09:30', status: 'cancelled', patient_key: 'P9' },
        { ...booking, start_time: '10:00', status: 'blocked' },
      ],
    }
    expect(await cubeRows('slots', { tabs })).toEqual([{ month: '2026-03-01', months: 1, slot_count: 2 }])
  })

  it('are not known of the practice while a provider with bookings has none', async () => {
    const tabs = { slots: [{ ...slot, slot_id: 'S1' }], appointments: uses }
    expect(await cubeRows('slots', { tabs })).toEqual([{ month: '2026-03-01', months: 1, slot_count: null }])
    expect(await cubeRows('slots_by_provider', { tabs })).toEqual([
      { month: '2026-03-01', months: 1, provider: 'Dr. Patel', slot_count: null },
      { month: '2026-03-01', months: 1, provider: 'Dr. Reyes', slot_count: 1 },
    ])
  })

  it('are not needed for bookings that were cancelled or moved', async () => {
    const idle = ['cancelled', 'rescheduled'].map((status, index) => ({
      ...booking,
      appt_id: `idle ${String(index)}`,
      provider: 'Dr. Patel',
      status,
    }))
    const tabs = {
      slots: [{ ...slot, slot_id: 'S1' }],
      appointments: [{ ...booking, status: 'completed' }, ...idle],
    }
    expect(await cubeRows('slots', { tabs })).toEqual([{ month: '2026-03-01', months: 1, slot_count: 1 }])
  })

  it('are not known of a site where somebody has bookings, and slots only elsewhere', async () => {
    const tabs = {
      slots: [{ ...slot, slot_id: 'S1' }],
      appointments: ['Main', 'North'].map((location, index) => ({
        ...booking,
        appt_id: String(index),
        provider: 'Dr. Reyes',
        status: 'scheduled',
        location,
      })),
    }
    expect(await cubeRows('slots', { tabs })).toMatchObject([{ slot_count: 1 }])
    expect(await cubeRows('slots_by_location', { tabs })).toEqual([
      { month: '2026-03-01', months: 1, location: 'Main', slot_count: 1 },
      { month: '2026-03-01', months: 1, location: 'North', slot_count: null },
    ])
  })

  it('are not those booked of a provider of whom the schedule never lists an open one', async () => {
    const tabs = {
      appointments: [
        { ...booking, appt_id: '1', provider: 'Dr. Reyes', start_time: '09:30', status: 'open_slot' },
        { ...booking, appt_id: '2', provider: 'Dr. Patel', status: 'no_show' },
      ],
    }
    expect(await cubeRows('slots_by_provider', { tabs })).toEqual([
      { month: '2026-03-01', months: 1, provider: 'Dr. Patel', slot_count: null },
      { month: '2026-03-01', months: 1, provider: 'Dr. Reyes', slot_count: 1 },
    ])
  })

  it('are not made up where nothing lists them', async () => {
    expect(await cubeRows('slots', { tabs: { appointments: uses } })).toEqual([])
  })
})
