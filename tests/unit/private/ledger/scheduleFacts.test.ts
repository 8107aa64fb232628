import { describe, expect, it } from 'vitest'
import { cubeRows } from './cubeRows.ts'

const booking = { provider: 'Dr. Reyes', location: 'Main', appt_date: '2026-03-02', start_time: '09:00' }

describe('appointments', () => {
  it('counts every booking once, by what became of it', async () => {
    const rows = await cubeRows('appointments', {
      tabs: {
        appointments: [
          'completed',
          'no_show',
          'cancelled_late',
          'rescheduled',
          'left_unseen',
          'scheduled',
          'confirmed',
          'checked_in',
          'roomed',
          'open_slot',
          'blocked',
        ].map((status, index) => ({ ...booking, appt_id: String(index), status })),
      },
    })
    expect(rows).toEqual([
      {
        month: '2026-03-01',
        months: 1,
        booked_count: 9,
        visit_count: 1,
        no_show_count: 1,
        cancelled_count: 1,
        late_cancelled_count: 1,
        unresolved_count: 4,
        new_patient_visit_count: 0,
        telehealth_visit_count: 0,
        noted_visit_count: 0,
        unsigned_note_count: 0,
        no_show_minutes: 0,
      },
    ])
  })

  it('leaves out the as-of date, what comes after, and test patients', async () => {
    const rows = await cubeRows('appointments', {
      asOf: '2026-03-10',
      tabs: {
        appointments: [
          { ...booking, appt_id: '1', appt_date: '2026-03-09', status: 'completed' },
          { ...booking, appt_id: '2', appt_date: '2026-03-10', status: 'completed' },
          { ...booking, appt_id: '3', appt_date: '2026-03-09', status: 'completed', is_test: true },
        ],
      },
    })
    expect(rows.map((row) => row.booked_count)).toEqual([1])
  })

  it('counts the last day of a month whole once it is over, and nothing of the day after it', async () => {
    const tabs = {
      appointments: ['2026-03-30', '2026-03-31', '2026-04-01'].map((day, index) => ({
        ...booking,
        appt_id: String(index),
        appt_date: day,
        status: 'completed',
      })),
      charges: ['2026-03-31', '2026-04-01'].map((day, index) => ({
        charge_id: String(index),
        patient_key: 'p1',
        service_date: day,
        post_date: day,
        charge_amount: 100,
      })),
      compliance_tasks: ['2026-03-31', '2026-04-01'].map((due) => ({ task: `Due ${due}`, due })),
    }
    const asOf = '2026-03-31'
    const columns = async (isDayOver: boolean) => {
      const of = (name: string) => cubeRows(name, { tabs, asOf, isDayOver })
      return {
        visits: (await of('appointments')).map((row) => [row.month, row.visit_count]),
        charges: (await of('charges')).map((row) => [row.month, row.charge_cents]),
        due: (await of('compliance')).map((row) => [row.month, row.due_count]),
      }
    }
    const charges = [['2026-03-01', 100]]
    expect(await columns(true)).toEqual({
      visits: [['2026-03-01', 2]],
      charges,
      due: [['2026-03-01', 1]],
    })
    expect(await columns(false)).toEqual({ visits: [['2026-03-01', 1]], charges, due: [['2026-03-01', 0]] })
  })

  it('calls a cancellation late when it comes fewer hours before the start than the setting says', async () => {
    const cancelled = { ...booking, status: 'cancelled' }
    const rows = await cubeRows('appointments', {
      settings: { late_cancel_hours: 24 },
      tabs: {
        appointments: [
          { ...cancelled, appt_id: '1', cancelled_at: '2026-03-01 09:00:00' },
          { ...cancelled, appt_id: '2', cancelled_at: '2026-03-01 09:01:00' },
          { ...cancelled, appt_id: '3', cancelled_at: '2026-03-02 09:30:00' },
          { ...cancelled, appt_id: '4', cancelled_at: null },
          { ...cancelled, appt_id: '5', cancelled_at: '2026-03-02 08:00:00', start_time: null },
        ],
      },
    })
    expect(rows).toMatchObject([{ cancelled_count: 5, late_cancelled_count: 2 }])
  })

  it('names what is blank', async () => {
    const appointments = [{ ...booking, location: null, appt_id: '1', status: 'completed' }]
    const by = (dimension: string) => cubeRows(`appointments_by_${dimension}`, { tabs: { appointments } })
    expect(await by('location')).toMatchObject([{ location: 'None given' }])
    expect(await by('payer')).toMatchObject([{ payer: 'none_given' }])
    expect(await by('visit_type')).toMatchObject([{ visit_type: 'unmapped' }])
  })
})

describe('visits', () => {
  const seen = { ...booking, status: 'completed', patient_key: 'P1' }

  it('counts one patient, one provider and one day once, as the earliest booking has it', async () => {
    const rows = await cubeRows('appointments_by_visit_type', {
      tabs: {
        appointments: [
          { ...seen, appt_id: '1', start_time: '14:00', visit_group: 'procedure' },
          { ...seen, appt_id: '2', start_time: '09:00', visit_group: 'new' },
          { ...seen, appt_id: '3', start_time: '09:00', provider: 'Dr. Patel', visit_group: 'telehealth' },
          { ...seen, appt_id: '4', appt_date: '2026-03-03', visit_group: 'established' },
          { ...seen, appt_id: '5', patient_key: 'P2', status: 'no_show', visit_group: 'new' },
        ],
      },
    })
    const kinds = ['visit_count', 'new_patient_visit_count', 'telehealth_visit_count'] as const
    expect(rows.map((row) => [row.visit_type, row.booked_count, ...kinds.map((kind) => row[kind])])).toEqual([
      ['established', 1, 1, 0, 0],
      ['new', 2, 1, 1, 0],
      ['telehealth', 1, 1, 0, 1],
    ])
  })

  it('counts the other completed bookings of a visit nowhere, so that nothing is found by subtraction', async () => {
    const appointments = ['14:00', '09:00', '11:00'].map((start_time, index) => ({
      ...seen,
      appt_id: String(index),
      start_time,
      booked_at: `2026-02-0${index + 1} 08:00:00`,
    }))
    const tabs = { appointments }
    expect(await cubeRows('appointments', { tabs })).toMatchObject([{ booked_count: 1, visit_count: 1 }])
    expect(await cubeRows('appointments_by_weekday_day_part', { tabs })).toMatchObject([
      { day_part: 'morning', booked_count: 1, visit_count: 1 },
    ])
    expect(await cubeRows('appointments_by_lag_days', { tabs })).toMatchObject([
      { lag_days: 28, booked_count: 1 },
    ])
  })

  it('keeps every booking that was not completed', async () => {
    const appointments = ['no_show', 'no_show', 'cancelled', 'completed'].map((status, index) => ({
      ...seen,
      appt_id: String(index),
      status,
    }))
    expect(await cubeRows('appointments', { tabs: { appointments } })).toMatchObject([
      { booked_count: 4, visit_count: 1, no_show_count: 2, cancelled_count: 1 },
    ])
  })

  it('counts every completed booking where patients are not known', async () => {
    const rows = await cubeRows('appointments', {
      tabs: { appointments: ['1', '2'].map((appt_id) => ({ ...seen, appt_id, patient_key: null })) },
    })
    expect(rows.map((row) => row.visit_count)).toEqual([2])
  })

  it('believes a flag before it believes the visit group', async () => {
    const rows = await cubeRows('appointments', {
      tabs: {
        appointments: [
          { ...seen, appt_id: '1', visit_group: 'new', is_new_patient: false },
          { ...seen, appt_id: '2', patient_key: 'P2', visit_group: 'other', is_telehealth: true },
        ],
      },
    })
    expect(rows).toMatchObject([{ visit_count: 2, new_patient_visit_count: 0, telehealth_visit_count: 1 }])
  })

  it('puts a provider day at the site of most visits, and on a tie at the first by name', async () => {
    const at = (location: string, patient_key: string, appt_date = '2026-03-02') => ({
      ...seen,
      appt_id: `${patient_key} ${appt_date}`,
      location,
      patient_key,
      appt_date,
    })
    const rows = await cubeRows('clinic_days_by_location', {
      tabs: {
        appointments: [
          at('West', 'P1'),
          at('West', 'P2'),
          at('East', 'P3'),
          at('West', 'P1', '2026-03-03'),
          at('East', 'P2', '2026-03-03'),
        ],
      },
    })
    expect(rows).toEqual([
      { month: '2026-03-01', months: 1, location: 'East', clinic_day_count: 1 },
      { month: '2026-03-01', months: 1, location: 'West', clinic_day_count: 1 },
    ])
  })
})

describe('lead times and parts of the day', () => {
  it('bins days from booking to appointment, more than 90 together, and apart where they are not known', async () => {
    const from = (booked_at: string | null, index: number) => ({
      ...booking,
      appt_id: String(index),
      status: 'cancelled',
      booked_at,
    })
    const rows = await cubeRows('appointments_by_lag_days', {
      tabs: {
        appointments: [
          '2026-03-02 08:00:00',
          '2026-02-27 23:59:00',
          '2025-12-01 10:00:00',
          '2025-03-01 10:00:00',
          '2026-03-03 00:01:00',
          null,
        ].map(from),
      },
    })
    expect(rows.map((row) => [row.lag_days, row.booked_count])).toEqual([
      [0, 1],
      [3, 1],
      [91, 2],
      [92, 2],
    ])
  })

  it('counts bookings by quarter, weekday and part of the day; noon is afternoon', async () => {
    const rows = await cubeRows('appointments_by_weekday_day_part', {
      tabs: {
        appointments: [
          { ...booking, appt_id: '1', status: 'completed' },
          { ...booking, appt_id: '2', status: 'no_show', start_time: '11:59' },
          { ...booking, appt_id: '3', status: 'completed', appt_date: '2026-05-10', start_time: '12:00' },
          { ...booking, appt_id: '4', status: 'completed', start_time: null },
        ],
      },
    })
    const january = { month: '2026-01-01', months: 3, weekday: 'Mon' }
    expect(rows).toEqual([
      { ...january, day_part: 'morning', booked_count: 2, visit_count: 1, no_show_count: 1 },
      { ...january, day_part: 'not_given', booked_count: 1, visit_count: 1, no_show_count: 0 },
      {
        month: '2026-04-01',
        months: 3,
        weekday: 'Sun',
        day_part: 'afternoon',
        booked_count: 1,
        visit_count: 1,
        no_show_count: 0,
      },
    ])
  })
})
