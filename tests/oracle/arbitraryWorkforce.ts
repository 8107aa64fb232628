import fc from 'fast-check'
import type { StaffPosition } from '../../scripts/private/contracts/positions.ts'
import type { Provider, StaffMember } from '../../scripts/private/contracts/referenceTabs.ts'
import { roleGroups } from '../../scripts/private/contracts/vocabularies.ts'
import { blankable, dateAt, names, type Frame } from './arbitraryFrame.ts'
import { employees, site } from './arbitraryOffice.ts'

/** Days from long before the practice's data to a little after it. */
function arbitraryDay(frame: Frame): fc.Arbitrary<string> {
  return fc.integer({ min: -200, max: frame.span + 20 }).map((offset) => dateAt(frame, offset))
}

/** A staff tab that knows most of the employees, some of them owners; who came, left and is owed leave. */
export function arbitraryStaff(frame: Frame): fc.Arbitrary<StaffMember[]> {
  return fc.uniqueArray(
    fc.record({
      employee_id: fc.constantFrom(...employees, '007', '008', '009'),
      role_group: fc.oneof(
        fc.constantFrom('nurse' as const, 'billing' as const),
        fc.constantFrom(...roleGroups),
      ),
      job_title: fc.constant(null),
      location: site,
      employment: fc.constantFrom(null, null, 'full_time' as const, 'temp' as const, 'contract' as const),
      standard_weekly_hours: blankable(fc.integer({ min: 800, max: 4_000 }), 5),
      fte: fc.constant(null),
      hire_date: blankable(arbitraryDay(frame), 5),
      term_date: fc.oneof(
        fc.constant(null),
        arbitraryDay(frame),
        fc.integer({ min: 0, max: 180 }).map((offset) => dateAt(frame, -offset)),
      ),
      pto_balance_hours: fc.constantFrom(null, null, -400, 0, 1_225, 4_003),
      is_owner: fc.constantFrom(null, false, false, true),
    }),
    { minLength: 2, maxLength: 9, selector: ({ employee_id }) => employee_id },
  )
}

/** The three providers, come and gone; seldom one without a full-time equivalent. */
export function arbitraryProviders(frame: Frame): fc.Arbitrary<Provider[]> {
  return fc.tuple(...names.provider.map((name) => arbitraryProvider(frame, name)))
}

function arbitraryProvider(frame: Frame, display_name: string): fc.Arbitrary<Provider> {
  return fc
    .record({
      clinical_fte: blankable(fc.constantFrom(0.25, 0.6, 1), 20),
      start: blankable(arbitraryDay(frame), 2),
      end: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, arbitraryDay(frame)),
    })
    .map((row) => ({
      ...row,
      provider_id: display_name,
      display_name,
      npi: null,
      type: null,
      specialty: null,
      employment: null,
      aliases: null,
      locations: null,
    }))
}

/** Up to eight positions, some of them open again and again, frozen or filled before they were opened. */
export function arbitraryPositions(frame: Frame): fc.Arbitrary<StaffPosition[]> {
  return fc.uniqueArray(
    fc.record({
      position_id: fc.constantFrom('P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8'),
      role_group: fc.constant(null),
      fte: fc.constantFrom(0.2, 0.45, 0.9, 1),
      opened: blankable(arbitraryDay(frame), 3),
      filled: blankable(arbitraryDay(frame), 2),
      status: fc.constantFrom(null, 'open' as const, 'filled' as const, 'frozen' as const),
    }),
    {
      maxLength: 16,
      size: 'max',
      selector: ({ position_id, opened }) => JSON.stringify([position_id, opened]),
    },
  )
}
