import { SyncError } from '../../../../scripts/errors/SyncError.ts'
import { parseConfig } from '../../../../scripts/private/config/parseConfig.ts'
import type { Intake } from '../../../../scripts/private/intake.ts'
import { intake } from '../../../../scripts/private/validate/intake.ts'
import { memorySource, type MemoryTab } from '../../../helpers/memorySource.ts'
import { recordingLedger, type RecordingLedger } from '../../../helpers/recordingLedger.ts'

/** The header of a schedule. */
export const schedule = [
  'Appt ID',
  'Appt Date',
  'Appt Time',
  'Provider',
  'Visit Type',
  'Status',
  'Cancelled At',
  'Insurance',
  'Patient Name',
]
/** A tab that says under which names providers stand in reports. */
export const providers: MemoryTab = {
  name: 'Providers',
  rows: [
    ['Provider ID', 'Name', 'Aliases'],
    ['1', 'Anna Smith, MD', 'Resource 1'],
    ['2', 'Bob Jones', null],
  ],
}
/** A tab that says which payers stand behind the names in reports. */
export const payers: MemoryTab = {
  name: 'Payers',
  rows: [
    ['Payer ID', 'Name', 'Class', 'Aliases'],
    ['A', 'Acme', 'Commercial', 'ACME PPO'],
    ['M', 'Medicare', 'medicare', null],
  ],
}

/** What intake gives of a booking where a test says nothing else. */
export function bookingRow(values: Record<string, unknown>) {
  return {
    appt_date: '2026-10-01',
    start_time: '09:30',
    cancelled_at: null,
    payer: null,
    is_new_patient: null,
    is_telehealth: null,
    ...values,
  }
}

/** Takes tabs in, with a config, up to 2026-11-01; the ledger remembers what it was given. */
export async function taken(
  tabs: readonly MemoryTab[],
  yaml = '',
): Promise<{ result: Intake; ledger: RecordingLedger }> {
  const ledger = recordingLedger()
  const config = parseConfig(yaml, 'config.yaml')
  return { result: await intake(memorySource(tabs), ledger, { config, asOf: '2026-11-01' }), ledger }
}

/** Every message and hint with which these tabs are refused; throws if they are not. */
export async function refusals(tabs: readonly MemoryTab[], yaml = ''): Promise<string[]> {
  try {
    await taken(tabs, yaml)
  } catch (error) {
    if (error instanceof SyncError)
      return [error, ...error.others].flatMap(({ message, hint }) => [message, `  ${hint}`])
    throw error
  }
  throw new Error('not refused')
}
