import { SyncError } from '../errors/SyncError.ts'
import type { Finding } from '../private/audit/auditReport.ts'

/** Where a finding is, as a refusal says it. */
export function findingPlace({ rule, table }: Pick<Finding, 'rule' | 'table'>): string {
  return `${table} (${rule})`
}

/** What is held against the tables, by place (table and rule); never a number of people or an amount. */
export function auditRefusal(places: readonly string[]): SyncError {
  return new SyncError(
    `The privacy audit found sums that must not be published, in ${[...new Set(places)].slice(0, 5).join(', ')}.`,
    'This is a fault of the program, not of the spreadsheets: please report it. Nothing was published.',
  )
}
