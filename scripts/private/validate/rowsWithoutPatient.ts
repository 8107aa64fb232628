import { formatCount } from '../../../src/format/formatCount.ts'
import { rowsPerUnknownPerson, ruleOf } from '../gate/groupRule.ts'
import { facts } from '../../../src/cubes/facts.ts'
import type { Dataset } from '../contracts/dataset.ts'
import type { TabSettlement } from '../ledger/ledger.ts'
import type { RecognisedTab } from '../recognise/recognition.ts'
import type { Settings } from '../settings.ts'
import { tabLabel } from '../recognise/tabLabel.ts'

/** A tab, and what was left of it after duplicates. */
export interface SettledTab {
  readonly recognised: RecognisedTab
  readonly settlement: TabSettlement | undefined
}

/** So many tabs are named; a folder may hold a file for each month. */
const namedTabs = 5

/**
 * Notes on rows that do not say whose they are: how many in which tab, how they count, and from how many on a number
 * is shown. Empty where every row names a patient or an employee, and for an aging report that nothing is counted from.
 */
export function rowsWithoutPatient(
  tabs: readonly SettledTab[],
  { accounts_receivable }: Pick<Settings, 'accounts_receivable'>,
): string[] {
  const counted = tabs.filter(
    ({ recognised: { dataset } }) =>
      dataset !== 'aging' || accounts_receivable === 'aging_report' || areOnlyTotals(tabs),
  )
  const isPay = ({ recognised: { dataset } }: SettledTab) => payrolls.includes(dataset)
  return [...patientNote(counted.filter((tab) => !isPay(tab))), ...payNote(foundIn(counted.filter(isPay)))]
}

const lines: readonly Dataset[] = ['charges', 'transactions', 'billing']

/** Whether billing is known by month totals alone: balances are then the aging report's. */
function areOnlyTotals(tabs: readonly SettledTab[]): boolean {
  const filled = tabs.filter(({ settlement }) => (settlement?.included ?? 0) > 0)
  const has = (some: readonly Dataset[]) =>
    filled.some(({ recognised: { dataset } }) => some.includes(dataset))
  return has(['billing_summary']) && !has(lines)
}

const payrolls: readonly Dataset[] = ['payroll', 'payroll_summary']

/** `12 of 40 in Charges`, by tab that has such rows; of several parts of a tab once. */
function foundIn(tabs: readonly SettledTab[]): string[] {
  const found = tabs.flatMap(({ recognised, settlement }) => {
    if (settlement === undefined || settlement.keyless === 0) return []
    const { keyless, included } = settlement
    const of = keyless === included ? 'all' : `${formatCount(keyless)} of`
    return [`${of} ${formatCount(included)} in ${tabLabel(recognised.tab)}`]
  })
  return [...new Set(found)]
}

/** Columns that say how many are behind a row of totals. */
const counts: readonly { readonly dataset: Dataset; readonly column: string }[] = [
  { dataset: 'billing_summary', column: 'Patients to month totals (how many each row has)' },
  { dataset: 'aging', column: 'Accounts to an aging report (how many are open)' },
]

function patientNote(tabs: readonly SettledTab[]): string[] {
  const found = foundIn(tabs)
  if (found.length === 0) return []
  const columns = counts.filter(({ dataset }) =>
    tabs.some(
      ({ recognised, settlement }) => recognised.dataset === dataset && (settlement?.keyless ?? 0) > 0,
    ),
  )
  const hint =
    columns.length === 0
      ? ''
      : ` What counts nobody can be given a column: ${columns.map(({ column }) => column).join('; ')}.`
  const { fewest } = ruleOf(facts.appointments)
  const each = formatCount(rowsPerUnknownPerson)
  const least = formatCount(fewest * rowsPerUnknownPerson)
  return [
    `Rows that name no patient: ${listed(found)}. Nobody can tell how many people they are, so ${each} of them count as one: a number that rests on such rows alone needs ${least} of them, and is kept private with fewer. Where the export can have a column with the patient number, add it.${hint}`,
  ]
}

function payNote(found: readonly string[]): string[] {
  if (found.length === 0) return []
  const least = formatCount(ruleOf(facts.payroll).fewest)
  return [
    `Payroll rows that name no employee: ${listed(found)}. Nobody can tell how many people they are, so they count as nobody: a number is shown only with ${least} people beside them who are named. Where the export can have a column with the employee number, add it.`,
  ]
}

function listed(found: readonly string[]): string {
  const others = found.length - namedTabs
  const more = others > 0 ? ` and in ${formatCount(others)} more ${others === 1 ? 'tab' : 'tabs'}` : ''
  return `${found.slice(0, namedTabs).join(', ')}${more}`
}
