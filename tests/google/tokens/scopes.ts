import type { StandInSpreadsheet } from '../StandInSpreadsheet.ts'
import type { Operation } from '../fault.ts'

const root = 'https://www.googleapis.com/auth/'
const ownFiles = `${root}drive.file`

/** What each call asks of a token: any one of these scopes. `cloud-platform` is none of them. */
const accepted: Readonly<Record<'read' | 'write' | 'file', readonly string[]>> = {
  read: ['spreadsheets', 'spreadsheets.readonly', 'drive', 'drive.readonly', 'drive.file'],
  write: ['spreadsheets', 'drive', 'drive.file'],
  file: ['drive', 'drive.readonly', 'drive.metadata', 'drive.metadata.readonly', 'drive.file'],
}

function acceptedFor(operation: Operation): readonly string[] {
  const need =
    operation === 'file' ? 'file' : operation === 'get' || operation === 'values' ? 'read' : 'write'
  return accepted[need].map((name) => root + name)
}

export function isScopeEnough(operation: Operation, scopes: readonly string[]): boolean {
  return acceptedFor(operation).some((scope) => scopes.includes(scope))
}

/** Whether the token reaches this file: with `drive.file` alone, only what the account made itself. */
export function reaches(
  operation: Operation,
  spreadsheet: StandInSpreadsheet,
  scopes: readonly string[],
): boolean {
  if (spreadsheet.own) return true
  return acceptedFor(operation).some((scope) => scope !== ownFiles && scopes.includes(scope))
}
