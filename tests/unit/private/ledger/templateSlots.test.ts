import { describe, expect, it } from 'vitest'
import type { StagedRow } from '../../../helpers/ledgerRows.ts'
import { booking as sampleBooking } from '../../../oracle/sampleRows.ts'
import { cubeRows, type Tabs } from './cubeRows.ts'

// 5 October 2026 is a Monday; rows count before Saturday, 31 October.
const monday = ['2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26']
const onMondays = monday.map((appt_date, index) => booking({ appt_id: String(index), appt_date }))

function booking(fields: StagedRow): StagedRow {
  return { ...sampleBooking(), ...fields }
}

/** Three hours on Mondays, less half an hour, in slots of 20 minutes: 7 of them. */
function session(fields: StagedRow = {}): StagedRow {
  return {
    provider: 'Ada Brook',
    weekday: 'Mon',
    start_time: '09:00',
    end_time: '12:00',
    blocked_min: 30,
    slot_min: 20,
    location: 'East',
    ...fields,
  }
}

async function slotsOf(templates: readonly StagedRow[], tabs: Tabs = { appointments: onMondays }) {
  const [row] = await cubeRows('slots', { tabs: { ...tabs, templates } })
  return row === undefined ? 'none' : row.slot_count
}

describe('slots of a weekly template', () => {
  it('are those that fit between start and end, less what is blocked', async () => {
    expect(await slotsOf([session()])).toBe(4 * 7)
    expect(
      await slotsOf([session(), session({ start_time: '13:00', end_time: '14:00', blocked_min: null })]),
    ).toBe(4 * 10)
  })

  it('are of days with a booking that fills one: a template knows no holidays', async () => {
    const [first, second, ...others] = onMondays
    const appointments = [first, { ...second, status: 'cancelled' }, ...others.slice(0, 1)].map(
      (one) => one ?? {},
    )
    expect(await slotsOf([session()], { appointments })).toBe(2 * 7)
  })

  it("hold until the provider's next template of that weekday", async () => {
    const later = session({ effective_from: '2026-10-19', end_time: '10:10', blocked_min: 0 })
    expect(await slotsOf([session(), later])).toBe(2 * 7 + 2 * 3)
    expect(await slotsOf([session({ effective_from: '2026-10-19' })])).toBe(2 * 7)
    const ofTuesdays = session({ effective_from: '2026-10-19', weekday: 'Tue' })
    expect(await slotsOf([session(), ofTuesdays])).toBe(4 * 7)
  })

  it('give way on a day that has sessions of its own; blocked throughout, it is closed', async () => {
    const closed = session({ weekday: null, template_date: '2026-10-12', blocked_min: 180 })
    expect(await slotsOf([session(), closed])).toBe(3 * 7)
    const saturday = session({ weekday: null, template_date: '2026-10-24', blocked_min: 0 })
    expect(await slotsOf([session(), saturday])).toBe(4 * 7 + 9)
  })

  it('give way to slots of the provider, and stand beside those of others', async () => {
    const slot = { provider: 'Ada Brook', location: 'East', slot_date: '2026-10-05', slot_id: 'S1' }
    expect(await slotsOf([session()], { appointments: onMondays, slots: [slot] })).toBe(1)
    const ofBen = booking({ appt_id: 'B', provider: 'Ben Cole' })
    const tabs = { appointments: [...onMondays, ofBen], slots: [slot] }
    expect(await slotsOf([session({ provider: 'Ben Cole' })], tabs)).toBe(1 + 7)
    expect(await slotsOf([session({ provider: 'Ben Cole', weekday: 'Tue' })], tabs)).toBeNull()
  })

  it('give way to open slots of the schedule', async () => {
    const open = booking({ appt_id: 'O', status: 'open_slot', start_time: '10:00' })
    expect(await slotsOf([session()], { appointments: [...onMondays, open] })).toBe(5)
  })

  it('are never made up', async () => {
    expect(await slotsOf([session({ provider: 'Nobody Here' })], { appointments: [] })).toBe('none')
  })
})

describe('slots of the next four weeks', () => {
  it('are of every day of the template, booked or not, but for days that are closed', async () => {
    const appointments = [booking({ appt_id: '1', appt_date: '2026-11-02', status: 'scheduled' })]
    const closed = session({ weekday: null, template_date: '2026-11-09', blocked_min: 180 })
    const rows = await cubeRows('slots_ahead_by_week_ahead', {
      tabs: { appointments, templates: [session(), closed] },
    })
    expect(rows.map(({ week_ahead, coming_slot_count }) => [week_ahead, coming_slot_count])).toEqual([
      ['1-7', 7],
      ['15-21', 7],
      ['22-28', 7],
    ])
  })
})
