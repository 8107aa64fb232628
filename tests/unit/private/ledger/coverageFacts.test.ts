import { describe, expect, it } from 'vitest'
import type { StagedRow } from '../../../helpers/ledgerRows.ts'
import { cubeRows } from './cubeRows.ts'

const asOf = '2026-03-10'
const day = '2026-03-03'
const month = { month: '2026-03-01', months: 1 }
const booking = { provider: 'Dr. Reyes', location: 'Main', appt_date: day, status: 'completed' }
/** In clinic from 8 to 11:30 and from 1 to 4. */
const appointments: StagedRow[] = [
  { ...booking, start_time: '08:00', duration_min: 30 },
  { ...booking, start_time: '11:00', duration_min: 30 },
  { ...booking, start_time: '13:00', duration_min: 30 },
  { ...booking, start_time: '15:45' },
]
const rule = { role_group: 'nurse', per: 'provider_in_clinic', ratio: 1, half_day: null }
const shift = {
  date: day,
  role_group: 'nurse',
  location: 'Main',
  start: '08:00',
  end: '16:00',
  break_min: null,
  type: 'work',
  status: 'worked',
}
/** Five people, each there for a fifth of the needed hours. */
const five: StagedRow[] = ['1', '2', '3', '4', '5'].map((employee_id) => ({ ...shift, employee_id }))
const fifths = five.map((row) => ({ ...row, start: '11:18', end: '12:36' }))

async function coverageOf(tabs: Record<string, readonly StagedRow[]>, cube = 'coverage'): Promise<unknown[]> {
  return cubeRows(cube, { tabs: { appointments, shifts: five, coverage_rules: [rule], ...tabs }, asOf })
}

describe('coverage', () => {
  it('counts half-days that need somebody, and those with the hours for it', async () => {
    expect(await coverageOf({}, 'coverage_by_day_part')).toEqual([
      { ...month, day_part: 'afternoon', session_count: 1, covered_count: 1 },
      { ...month, day_part: 'morning', session_count: 1, covered_count: 1 },
    ])
    // 42 minutes before noon and 36 after it, times five: 3 hours 30 and 3 hours, exactly what is needed.
    expect(await coverageOf({ shifts: fifths })).toEqual([{ ...month, session_count: 2, covered_count: 2 }])
    const late = fifths.map((row, index) => (index === 0 ? { ...row, start: '11:19' } : row))
    expect(await coverageOf({ shifts: late })).toEqual([{ ...month, session_count: 2, covered_count: 1 }])
  })

  it('takes breaks off both halves by their length, and counts neither leave nor absence', async () => {
    const pausing = fifths.map((row, index) => (index === 0 ? { ...row, break_min: 1 } : row))
    expect(await coverageOf({ shifts: pausing })).toEqual([{ ...month, session_count: 2, covered_count: 1 }])
    const others = [
      { type: 'pto' },
      { type: 'oncall' },
      { status: 'absent' },
      { location: 'Branch' },
      { date: '2026-03-04' },
    ].map((change, index) => ({ ...five[0], employee_id: `9${String(index)}`, ...change }))
    const short = fifths.map((row) => ({ ...row, end: '12:30' }))
    expect(await coverageOf({ shifts: [...short, ...others] })).toEqual([
      { ...month, session_count: 2, covered_count: 1 },
    ])
  })

  it('has no value of fewer than five people; small roles are counted together', async () => {
    expect(await coverageOf({ shifts: five.slice(1) })).toEqual([])
    const mixed = five.map((row, index) => (index < 2 ? { ...row, role_group: 'front_desk' } : row))
    const rules = [rule, { ...rule, role_group: 'front_desk', per: 'site', half_day: 'morning' }]
    // The front desk is needed in the morning alone, so that in the afternoon three people remain.
    expect(await coverageOf({ shifts: mixed, coverage_rules: rules })).toEqual([])
    const both = rules.map((one) => ({ ...one, half_day: 'both' }))
    expect(await coverageOf({ shifts: mixed, coverage_rules: both }, 'coverage_by_role_group')).toEqual([
      { ...month, role_group: 'other', session_count: 4, covered_count: 4 },
    ])
  })

  it('counts the fourteen days to come apart, in the last month that ended', async () => {
    const days = ['2026-03-09', '2026-03-10', '2026-03-23', '2026-03-24']
    const tabs = {
      appointments: days.map((appt_date) => ({
        ...booking,
        appt_date,
        start_time: '09:00',
        status: 'scheduled',
      })),
      shifts: days.flatMap((date) => five.map((row) => ({ ...row, date }))),
    }
    expect(await coverageOf(tabs)).toEqual([{ ...month, session_count: 1, covered_count: 1 }])
    expect(await coverageOf(tabs, 'coverage_ahead')).toEqual([
      { month: '2026-02-01', months: 1, coming_session_count: 2, coming_covered_count: 2 },
    ])
  })
})
