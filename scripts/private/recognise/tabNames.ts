import type { Dataset } from '../contracts/dataset.ts'
import type { Tab } from '../sources/source.ts'
import { normaliseHeader } from './normaliseHeader.ts'

/** What a tab called so may hold; where there are several, the headers decide. */
const meanings: Readonly<Record<string, readonly Dataset[]>> = {
  settings: ['settings'],
  'map header alias': ['map_header_alias'],
  'header aliases': ['map_header_alias'],
  'map headers': ['map_header_alias'],
  'map status': ['map_status'],
  'status map': ['map_status'],
  'map transaction type': ['map_transaction_type'],
  'transaction type map': ['map_transaction_type'],
  'map adjustment': ['map_adjustment'],
  'adjustment map': ['map_adjustment'],
  'map visit type': ['map_visit_type'],
  'visit type map': ['map_visit_type'],
  'wrvu table': ['wrvu_table'],
  wrvus: ['wrvu_table'],
  providers: ['providers'],
  payers: ['payers'],
  staff: ['staff'],
  'staff roster': ['staff'],
  employees: ['staff'],
  positions: ['positions'],
  'position control': ['positions'],
  shifts: ['shifts'],
  roster: ['shifts'],
  rota: ['shifts'],
  'staff schedule': ['shifts'],
  'coverage rules': ['coverage_rules'],
  'staffing rules': ['coverage_rules'],
  goals: ['goals'],
  targets: ['goals'],
  budget: ['budget'],
  expenses: ['expenses'],
  payables: ['expenses'],
  credentials: ['credentials'],
  'compliance tasks': ['compliance_tasks'],
  slots: ['slots'],
  'provider slots': ['slots'],
  templates: ['templates'],
  'provider templates': ['templates'],
  'schedule templates': ['templates'],
  'weekly templates': ['templates'],
  'access samples': ['access_samples'],
  'third next available': ['access_samples'],
  tnaa: ['access_samples'],
  appointments: ['appointments'],
  appts: ['appointments'],
  schedule: ['appointments'],
  'wait log': ['wait_log'],
  'wait time log': ['wait_log'],
  encounters: ['encounters'],
  'encounter notes': ['encounters'],
  'visit notes': ['encounters'],
  charges: ['charges'],
  transactions: ['transactions', 'billing'],
  payments: ['transactions', 'billing'],
  billing: ['billing', 'charges', 'transactions'],
  ledger: ['billing', 'transactions'],
  claims: ['claims'],
  'claim status': ['claims'],
  'claims submitted': ['claims'],
  aging: ['aging'],
  'a r aging': ['aging'],
  'ar aging': ['aging'],
  'aging report': ['aging'],
  payroll: ['payroll', 'payroll_summary'],
  'payroll journal': ['payroll', 'payroll_summary'],
  'payroll summary': ['payroll_summary', 'payroll'],
}

/**
 * Datasets that a tab's name speaks of; empty where it says nothing. A date, number or copy mark
 * behind the name does not count: `Schedule 2026-10`, `payroll (2)`. A tab that was renamed since goes by
 * the name that it is known by.
 */
export function datasetsOfName(tab: Pick<Tab, 'name' | 'boundName'>): readonly Dataset[] {
  const months = 'jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec'
  const trailing = new RegExp(`( (copy|export|report|tab|q[1-4]|\\d+|(${months})[a-z]*))+$`)
  const name = normaliseHeader(tab.boundName ?? tab.name)
  return meanings[name] ?? meanings[name.replace(trailing, '')] ?? []
}

/** Tabs that explain a workbook, as the template and the demo have them: nobody needs to hear that they hold no data. */
const guides: ReadonlySet<string> = new Set(['read me', 'readme', 'instructions', 'words'])

/** Whether a tab, by its name, is there for people alone. */
export function isGuide({ name }: Pick<Tab, 'name'>): boolean {
  return guides.has(normaliseHeader(name))
}
