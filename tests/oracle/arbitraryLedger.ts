import fc from 'fast-check'
import type { Appointment } from '../../scripts/private/contracts/appointments.ts'
import { defaultSettings } from '../../scripts/private/settings.ts'
import { arbitraryAccess } from './arbitraryAccess.ts'
import { arbitraryAging } from './arbitraryAging.ts'
import { arbitraryBilling, arbitraryWrvuTable } from './arbitraryBilling.ts'
import { arbitraryClaims, arbitraryPayers, claimRows } from './arbitraryClaims.ts'
import { arbitraryEncounters, withEncounters, type EncounterDraft } from './arbitraryEncounters.ts'
import { arbitraryFrame, type Frame } from './arbitraryFrame.ts'
import {
  arbitraryBudget,
  arbitraryCredentials,
  arbitraryExpenses,
  arbitraryPayroll,
  arbitraryTasks,
} from './arbitraryOffice.ts'
import { arbitraryMonthTotals, withMonthTotals } from './arbitraryMonthTotals.ts'
import { arbitraryRules, arbitraryShifts } from './arbitraryRoster.ts'
import { arbitrarySchedule } from './arbitrarySchedule.ts'
import { arbitraryTemplates } from './arbitraryTemplates.ts'
import { arbitraryWaitLog, withWaitLog, type WaitLogDraft } from './arbitraryWaitLog.ts'
import { arbitraryPositions, arbitraryProviders, arbitraryStaff } from './arbitraryWorkforce.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'

/** The rows of a small invented practice, and up to when and by which settings they count. */
export interface SmallPractice {
  readonly rows: LedgerRows
  readonly options: OracleOptions
}

/** Random small practices: three providers, two sites, three payers, fourteen to sixteen months. */
export const arbitraryLedger: fc.Arbitrary<SmallPractice> = arbitraryFrame.chain((frame) =>
  fc
    .record({ rows: arbitraryRows(frame), settings: arbitrarySettings })
    .map(({ rows, settings }) => ({ rows, options: { asOf: frame.asOf, settings } })),
)

const arbitrarySettings = fc
  .record({
    late_cancel_hours: fc.constantFrom(24, 48),
    full_time_hours: fc.constantFrom(40, 40, 37.5),
    accounting_basis: fc.constantFrom('cash' as const, 'cash' as const, 'accrual' as const),
    accounts_receivable: fc.constantFrom('ledger' as const, 'ledger' as const, 'aging_report' as const),
  })
  .map((chosen) => ({ ...defaultSettings, ...chosen }))

function arbitraryRows(frame: Frame): fc.Arbitrary<LedgerRows> {
  return fc
    .record({
      schedule: arbitrarySchedule(frame),
      access_samples: arbitraryAccess(frame),
      billing: arbitraryBilling(frame),
      wrvu_table: arbitraryWrvuTable,
      aging: arbitraryAging(frame),
      payroll: arbitraryPayroll(frame),
      staff: arbitraryStaff(frame),
      providers: arbitraryProviders(frame),
      payers: arbitraryPayers,
      positions: arbitraryPositions(frame),
      shifts: arbitraryShifts(frame),
      coverage_rules: arbitraryRules,
      expenses: arbitraryExpenses(frame),
      budget: arbitraryBudget(frame),
      credentials: arbitraryCredentials(frame),
      compliance_tasks: arbitraryTasks(frame),
      claims: arbitraryClaims(frame),
      encounters: arbitraryEncounters(),
      templates: arbitraryTemplates(frame),
      log: arbitraryWaitLog(),
      totals: arbitraryMonthTotals(frame),
    })
    .map(({ schedule, billing, claims, encounters, log, totals, ...rest }) => ({
      ...schedule,
      ...timedSchedule(frame, { encounters, log }, schedule.appointments),
      ...withMonthTotals(frame, totals, billing),
      ...rest,
      claims: claimRows(frame, claims, billing.charges),
    }))
}

/** The schedule as encounters may number it and a log may time it. */
function timedSchedule(
  frame: Frame,
  { encounters, log }: { readonly encounters: readonly EncounterDraft[]; readonly log: WaitLogDraft },
  appointments: readonly Appointment[],
): Pick<LedgerRows, 'appointments' | 'encounters' | 'wait_log'> {
  const noted = withEncounters(frame, encounters, appointments)
  return { ...noted, ...withWaitLog(frame, log, noted.appointments) }
}
