import fc from 'fast-check'
import type { CoverageRule } from '../../scripts/private/contracts/coverageRules.ts'
import type { Shift } from '../../scripts/private/contracts/shifts.ts'
import { roleGroups } from '../../scripts/private/contracts/vocabularies.ts'
import { blankable, dateAt, names, type Frame } from './arbitraryFrame.ts'

/** More people than payroll has, so that now and then a role has five. */
const people = ['001', '002', '003', '004', '005', '006', '011', '012', '013', '014', '015', '016'] as const
const starts = ['06:30', '07:15', '08:00', '11:50', '12:00', '13:00', '22:00'] as const
const ends = ['10:20', '11:45', '12:00', '12:10', '16:35', '17:00', '02:00'] as const

/** A roster of some weeks around the as-of date, mostly of two roles; or none. */
export function arbitraryShifts(frame: Frame): fc.Arbitrary<Shift[]> {
  const shift = fc
    .record({
      // Every other near the as-of date, where the weeks to come are asked for too.
      offset: fc.oneof(
        fc.integer({ min: frame.span - 45, max: frame.span + 16 }),
        fc.integer({ min: frame.span - 4, max: frame.span + 16 }),
      ),
      row: fc.record({
        employee_id: fc.constantFrom(...people),
        role_group: fc.oneof(
          { weight: 5, arbitrary: fc.constantFrom('front_desk' as const, 'nurse' as const) },
          { weight: 1, arbitrary: fc.constantFrom(...roleGroups) },
        ),
        start: fc.constantFrom(...starts),
        end: fc.constantFrom(...ends),
        break_min: fc.constantFrom(null, 0, 30, 45, 7),
        type: fc.oneof(
          { weight: 9, arbitrary: fc.constant('work' as const) },
          {
            weight: 1,
            arbitrary: fc.constantFrom(
              'pto' as const,
              'sick' as const,
              'training' as const,
              'oncall' as const,
            ),
          },
        ),
        status: fc.constantFrom(
          null,
          'scheduled' as const,
          'worked' as const,
          'worked' as const,
          'absent' as const,
        ),
      }),
      location: fc.constantFrom(...names.location),
    })
    .map(({ offset, row, location }) => ({ ...row, location, date: dateAt(frame, offset) }))
  const some = fc
    .record({
      shifts: fc.uniqueArray(shift, {
        minLength: 20,
        maxLength: 120,
        size: 'max',
        selector: ({ employee_id, date, start }) => [employee_id, date, start].join(' '),
      }),
      // Sites in all shifts, in none, or missing in one: then they are not told apart.
      sites: fc.constantFrom('all', 'none', 'most'),
    })
    .map(({ shifts, sites }) =>
      shifts.map((one, index): Shift => {
        const isNamed = sites === 'all' || (sites === 'most' && index > 0)
        return isNamed ? one : { ...one, location: null }
      }),
    )
  return fc.oneof({ weight: 3, arbitrary: some }, { weight: 1, arbitrary: fc.constant<Shift[]>([]) })
}

/** Rules for some roles, by half-day or both, some of them asking for nobody. */
export const arbitraryRules: fc.Arbitrary<CoverageRule[]> = fc.uniqueArray(
  fc.record({
    role_group: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('front_desk' as const, 'nurse' as const) },
      { weight: 1, arbitrary: fc.constantFrom(...roleGroups) },
    ),
    per: fc.constantFrom('provider_in_clinic' as const, 'site' as const),
    ratio: fc.constantFrom(0, 0.33, 0.5, 1, 1.5, 2),
    half_day: blankable(fc.constantFrom('both' as const, 'morning' as const, 'afternoon' as const), 3),
  }),
  {
    minLength: 2,
    maxLength: 6,
    selector: ({ role_group, per, half_day }) => [role_group, per, half_day].join(' '),
  },
)
