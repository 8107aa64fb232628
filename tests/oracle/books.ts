import type { Dimension } from '../../src/cubes/cube.ts'
import { accessSampleEvents } from './accessSampleEvents.ts'
import { bookingAheadEvents, slotAheadEvents } from './aheadEvents.ts'
import { appointmentEvents, appointmentTimeEvents, leadTimeEvents } from './appointmentEvents.ts'
import { chargeEvents, chargeLagEvents, newVisitEvents, establishedVisitEvents } from './chargeEvents.ts'
import { claimAnswerEvents, claimEvents, denialEvents } from './claimEvents.ts'
import { clinicDayEvents } from './clinicDayEvents.ts'
import { coverageAheadEvents, coverageEvents } from './coverageEvents.ts'
import { pick, type Event, type Keys } from './event.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'
import { budgetEvents, complianceEvents, expenseBudgetEvents, expenseEvents } from './officeEvents.ts'
import { paidHoursEvents, fullTimeEvents } from './paidHours.ts'
import { incomeEvents } from './incomeEvents.ts'
import { panelEvents } from './panelEvents.ts'
import { payrollEvents } from './payrollEvents.ts'
import { receivableEvents } from './receivableEvents.ts'
import { reconciliationEvents } from './reconciliationEvents.ts'
import { slotEvents } from './slotEvents.ts'
import { cycleEvents, signLagEvents, waitEvents } from './visitTimeEvents.ts'
import { adjustmentEvents, productionEvents, transactionEvents } from './transactionEvents.ts'
import { leaveEvents, positionEvents, turnoverEvents } from './workforceEvents.ts'
import { workRvuEvents } from './workRvuEvents.ts'

/** Everything that a metric may count, by name. */
const writers = {
  appointments: appointmentEvents,
  appointmentTimes: appointmentTimeEvents,
  leadTimes: leadTimeEvents,
  waits: waitEvents,
  cycles: cycleEvents,
  signLags: signLagEvents,
  clinicDays: clinicDayEvents,
  slots: slotEvents,
  accessSamples: accessSampleEvents,
  panel: panelEvents,
  bookingsAhead: bookingAheadEvents,
  slotsAhead: slotAheadEvents,
  charges: chargeEvents,
  chargeLags: chargeLagEvents,
  newVisits: newVisitEvents,
  establishedVisits: establishedVisitEvents,
  transactions: transactionEvents,
  adjustments: adjustmentEvents,
  production: productionEvents,
  claims: claimEvents,
  claimAnswers: claimAnswerEvents,
  denials: denialEvents,
  workRvus: workRvuEvents,
  income: incomeEvents,
  receivables: receivableEvents,
  reconciliation: reconciliationEvents,
  payroll: (rows, options) => [...payrollEvents(rows, options), ...paidHoursEvents(rows, options)],
  fullTime: fullTimeEvents,
  turnover: turnoverEvents,
  positions: positionEvents,
  leave: leaveEvents,
  coverage: coverageEvents,
  coverageAhead: coverageAheadEvents,
  expenses: expenseEvents,
  budget: budgetEvents,
  expenseBudget: expenseBudgetEvents,
  compliance: complianceEvents,
} as const satisfies Record<string, (rows: LedgerRows, options: OracleOptions) => Event[]>

export type BookName = keyof typeof writers

/** What one month and one combination of values add up to. */
export interface Book {
  readonly byMonth: ReadonlyMap<string, readonly Event[]>
  readonly firstMonth: string | null
  readonly lastMonth: string | null
}

const texts = new WeakMap<OracleOptions, string>()

/** The same questions are asked with the same options over and over. */
function textOf(options: OracleOptions): string {
  const text = texts.get(options) ?? JSON.stringify(options)
  texts.set(options, text)
  return text
}

const written = new WeakMap<LedgerRows, Map<string, unknown>>()

/**
 * The events of one kind, added up by month and some dimensions; written once for the same rows. Where
 * everything adds up to zero there is nothing: a charge voided in its own month leaves no trace.
 */
export function bookOf(
  name: BookName,
  dimensions: readonly Dimension[],
  { rows, options }: { rows: LedgerRows; options: OracleOptions },
): Book {
  const practice = JSON.stringify([name, textOf(options)])
  const events = once(rows, practice, () => addUp(writers[name](rows, options), (keys) => keys))
  return once(rows, JSON.stringify([practice, dimensions]), () =>
    bound(addUp(events, (keys) => pick(keys, dimensions)).filter((event) => !isNothing(event))),
  )
}

function once<Value>(rows: LedgerRows, address: string, write: () => Value): Value {
  const values = (written.get(rows) ?? new Map<string, unknown>()) as Map<string, Value>
  written.set(rows, values)
  const value = values.get(address) ?? write()
  values.set(address, value)
  return value
}

function addUp(all: readonly Event[], keysOf: (keys: Keys) => Keys): Event[] {
  const cells = new Map<string, { month: string; keys: Keys; sums: Record<string, number> }>()
  for (const event of all) {
    const keys = keysOf(event.keys)
    const address = JSON.stringify([event.month, keys])
    const cell = cells.get(address) ?? { month: event.month, keys, sums: {} }
    for (const [name, value] of Object.entries(event.sums)) cell.sums[name] = (cell.sums[name] ?? 0) + value
    cells.set(address, cell)
  }
  return [...cells.values()]
}

function isNothing({ sums }: Event): boolean {
  return Object.values(sums).every((value) => value === 0)
}

function bound(events: readonly Event[]): Book {
  const byMonth = Map.groupBy(events, ({ month }) => month)
  const months = [...byMonth.keys()].sort()
  return { byMonth, firstMonth: months[0] ?? null, lastMonth: months.at(-1) ?? null }
}
