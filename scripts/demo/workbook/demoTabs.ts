import type { Simulation } from '../simulatePractice.ts'
import { accessSamplesTab } from './accessSamplesTab.ts'
import { text } from './cells.ts'
import { chargesTab } from './chargesTab.ts'
import { claimsTab } from './claimsTab.ts'
import { mapTabs } from './mapTabs.ts'
import { agingTab, budgetTab, credentialsTab, expensesTab, tasksTab } from './officeTabs.ts'
import { payrollTab } from './payrollTab.ts'
import { goalsTab, payersTab, positionsTab, providersTab, staffTab } from './peopleTabs.ts'
import { coverageRulesTab, shiftsTab } from './rosterTabs.ts'
import { scheduleTab } from './scheduleTab.ts'
import type { SheetDraft, TabCounts } from './sheetDraft.ts'
import { transactionsTab } from './transactionsTab.ts'

/** A tab as it is written. `counts` is null for the note to readers, which is no data. */
export interface DemoTab {
  readonly name: string
  readonly rows: SheetDraft['rows']
  readonly counts: TabCounts | null
}

/** All tabs of the workbook in order, mess included. */
export function demoTabs(simulation: Simulation): readonly DemoTab[] {
  const { mess } = simulation
  return [
    readMe(),
    scheduleTab(simulation, mess),
    chargesTab(simulation.charges, mess),
    transactionsTab(simulation.transactions, mess),
    claimsTab(simulation.claims),
    payrollTab(simulation.payroll, mess),
    agingTab(simulation.aging),
    expensesTab(simulation.expenses, mess),
    budgetTab(simulation.budget),
    staffTab(simulation.staff, simulation.leave),
    positionsTab(simulation.openings),
    shiftsTab(simulation.shifts),
    coverageRulesTab(),
    providersTab(),
    accessSamplesTab(simulation.accessSamples),
    payersTab(),
    goalsTab(simulation.goals),
    credentialsTab(simulation.credentials),
    tasksTab(simulation.tasks, mess),
    ...mapTabs(),
  ]
}

function readMe(): DemoTab {
  const lines = [
    'Riverbend Family & Specialty Care',
    'This practice does not exist. Its people, payers and figures are invented by a simulation.',
    'Paste each export into its tab, below what is there. Old rows may be pasted again: the last copy counts.',
    'Questions go to the practice manager.',
  ]
  return { name: 'Read me', rows: lines.map((line) => [text(line)]), counts: null }
}

/** Rows of every data tab by what they are, by tab name. */
export function tabCounts(tabs: readonly DemoTab[]): Readonly<Record<string, TabCounts>> {
  return Object.fromEntries(tabs.flatMap(({ name, counts }) => (counts === null ? [] : [[name, counts]])))
}
