import { resolve } from 'node:path'
import type { SyncError } from '../errors/SyncError.ts'
import type { RequestCounts } from '../google/googleApi.ts'
import type { SyncConfig } from '../private/config/config.ts'
import type { SheetsReading } from '../private/sources/sheets/sheetsReading.ts'
import type { Sealing } from '../publish/sealing.ts'
import type { Connections } from './connections.ts'
import type { SyncEffects, SyncResult } from './sync.ts'

export interface SheetsRunOptions {
  readonly config: SyncConfig
  /** The bundle's folder; the copies of the spreadsheets, the heartbeat and the like lie beside it. */
  readonly out: string
  readonly dryRun: boolean
  readonly project: string
  /** For whom the bundle is sealed; a dry run does without. */
  readonly sealing?: Sealing | null
  /** Read every value, even where Drive says that nothing moved. */
  readonly full: boolean
  /** Let a tab lose more than a fifth of its rows, this once. */
  readonly acceptFewerRows: boolean
  /** Show viewers nothing until the next month end is a week past, also where nothing has changed. */
  readonly withdrawViewers?: boolean
}

export interface SheetsRunEffects extends SyncEffects {
  readonly connections: Connections
  /** Says something that does not stop the run. */
  note(trouble: SyncError): void
}

/** What a run over Google Sheets did. */
export interface SheetsRun {
  /** `checked` is a dry run; `unchanged` found nothing to publish. */
  readonly outcome: 'published' | 'unchanged' | 'checked'
  /** Null if nothing had changed. */
  readonly result: SyncResult | null
  readonly reading: SheetsReading
  readonly requests: RequestCounts
  /** What did not stop the run and still needs somebody: exit code 3. */
  readonly troubles: readonly SyncError[]
}

/** Where the copies of the spreadsheets and the note of the last publication lie. */
export function workspaceOf(out: string): string {
  return `${resolve(out)}-sheets`
}
