import { describe, expect, it } from 'vitest'
import { oracle } from './oracle.ts'
import { atEndOfOctober, booking, october, practiceOf, totalOf } from './sampleRows.ts'

describe('schedule', () => {
  it('misses 1 of 10: cancellations in advance are in neither part', () => {
    const kept = Array.from({ length: 9 }, (_, index) => booking({ patient_key: `P${String(index)}` }))
    const rest = (['no_show', 'cancelled', 'cancelled_late', 'rescheduled', 'scheduled'] as const).map(
      (status) => booking({ status }),
    )
    const appointments = [...kept, ...rest]
    expect(totalOf('no_show_rate', { appointments })).toMatchObject({
      numerator: 1,
      denominator: 10,
      value: 0.1,
    })
    expect(totalOf('cancellation_rate', { appointments })).toMatchObject({ numerator: 2, denominator: 14 })
    expect(totalOf('unresolved_appointments', { appointments })).toMatchObject({
      numerator: 1,
      denominator: 14,
    })
  })

  it('counts a patient once per provider and day, as the earlier booking', () => {
    const appointments = [
      booking({ start_time: '14:00', visit_group: 'new' }),
      booking({ start_time: '09:00' }),
      booking({ provider: 'Ben Cole', visit_group: 'new' }),
    ]
    expect(totalOf('completed_visits', { appointments })?.value).toBe(2)
    expect(totalOf('new_patient_share', { appointments })?.value).toBe(0.5)
  })

  it('cancels late at 23 hours before the start, not at 24', () => {
    const appointments = [
      booking({ status: 'cancelled', cancelled_at: '2026-10-04 10:00:00' }),
      booking({ status: 'cancelled', cancelled_at: '2026-10-04 09:00:00' }),
    ]
    expect(totalOf('late_cancellation_rate', { appointments })?.value).toBe(0.5)
  })

  it('leaves today and test patients out', () => {
    const appointments = [booking({ appt_date: '2026-10-31' }), booking({ is_test: true }), booking()]
    expect(totalOf('booked_appointments', { appointments })?.value).toBe(1)
  })

  it("gives a provider's day to the site with most visits", () => {
    const appointments = [
      booking({ patient_key: 'P1', location: 'West' }),
      booking({ patient_key: 'P2', location: 'East' }),
      booking({ patient_key: 'P3', location: 'West' }),
    ]
    const rows = practiceOf({ appointments })
    expect(
      oracle('visits_per_clinic_day', { by: ['location'], where: {}, period: october }, rows, atEndOfOctober),
    ).toEqual([
      { keys: { location: 'West' }, numerator: 2, denominator: 1, value: 2 },
      { keys: { location: 'East' }, numerator: 1, denominator: 0, value: null },
    ])
  })
})
