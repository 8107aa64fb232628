import { describe, expect, it } from 'vitest'
import type { StagedRow } from '../../../helpers/ledgerRows.ts'
import { cubeRows } from './cubeRows.ts'

const asOf = '2026-03-10'
const booking = { provider: 'Dr. Reyes', location: 'Main', start_time: '09:00', status: 'scheduled' }

function at(day: string, row: StagedRow = booking): StagedRow {
  return { ...row, appt_date: day }
}

describe('what is booked ahead', () => {
  const month = { month: '2026-02-01', months: 1 }

  it('is of 28 days from the first that is not over, in the last month that ended', async () => {
    const days = ['2026-03-09', '2026-03-10', '2026-03-16', '2026-03-17', '2026-04-06', '2026-04-07']
    const tabs = { appointments: days.map((day) => at(day)) }
    expect(await cubeRows('bookings_ahead_by_week_ahead', { tabs, asOf })).toEqual([
      { ...month, week_ahead: '1-7', coming_count: 2 },
      { ...month, week_ahead: '22-28', coming_count: 1 },
      { ...month, week_ahead: '8-14', coming_count: 1 },
    ])
  })

  it('has neither what was cancelled or moved, nor tests, nor what is no booking', async () => {
    const statuses = ['scheduled', 'confirmed', 'cancelled', 'rescheduled', 'blocked', 'open_slot']
    const tabs = {
      appointments: [
        ...statuses.map((status, index) =>
          at('2026-03-11', { ...booking, status, start_time: `1${String(index)}:00` }),
        ),
        at('2026-03-12', { ...booking, is_test: true }),
      ],
    }
    expect(await cubeRows('bookings_ahead', { tabs, asOf })).toEqual([{ ...month, coming_count: 2 }])
    // Every start but the blocked one is a slot, as somebody lists an open one.
    expect(await cubeRows('slots_ahead', { tabs, asOf })).toEqual([{ ...month, coming_slot_count: 5 }])
  })

  it('has no slots where none are listed', async () => {
    const tabs = { appointments: [at('2026-03-11')] }
    expect(await cubeRows('slots_ahead', { tabs, asOf })).toEqual([])
  })

  it('has no sum of slots for a week in which a provider has bookings and no slots, nor for all', async () => {
    const slot = { provider: 'Dr. Reyes', location: 'Main' }
    const tabs = {
      slots: [
        { ...slot, slot_id: 'S1', slot_date: '2026-03-11' },
        { ...slot, slot_id: 'S2', slot_date: '2026-03-18' },
      ],
      appointments: [
        at('2026-03-11'),
        at('2026-03-18'),
        at('2026-03-18', { ...booking, provider: 'Dr. Patel' }),
      ],
    }
    expect(await cubeRows('slots_ahead', { tabs, asOf })).toEqual([{ ...month, coming_slot_count: null }])
    expect(await cubeRows('slots_ahead_by_week_ahead', { tabs, asOf })).toEqual([
      { ...month, week_ahead: '1-7', coming_slot_count: 1 },
      { ...month, week_ahead: '8-14', coming_slot_count: null },
    ])
  })
})
