import { expect, it } from 'vitest'
import { parseConfig } from '../../../../scripts/private/config/parseConfig.ts'
import type { Cell } from '../../../../scripts/private/sources/source.ts'
import { intake } from '../../../../scripts/private/validate/intake.ts'
import { memorySource } from '../../../helpers/memorySource.ts'
import { recordingLedger } from '../../../helpers/recordingLedger.ts'

async function read(name: string, rows: Cell[][]) {
  const ledger = recordingLedger()
  const source = memorySource([{ name, rows }])
  const given = await intake(source, ledger, { config: parseConfig('', 'c'), asOf: '2026-10-31' })
  return { given, rows: ledger.appended('encounters') }
}

const columns = ['Encounter Number', 'DOS', 'Provider Name', 'Status']

it('an export of encounters is read by its headers: a lock, a date of signing, or both', async () => {
  const { rows } = await read('Chart audit', [
    [...columns, 'Locked', 'Locked On', 'Charges'],
    ['0071', '10/5/2026', 'Ada Birch', 'Checked out', 'Yes', '10/6/2026 8:15 AM', 2],
    ['0072', '10/5/2026', 'Ada Birch', 'No show', null, null, null],
    ['0073', '10/5/2026', 'Ada Birch', 'On Mars', 'No', null, 0],
  ])
  expect(rows).toMatchObject([
    {
      encounter_id: '0071',
      service_date: '2026-10-05',
      visit_status: 'completed',
      note_signed: 'signed',
      note_signed_at: '2026-10-06 08:15:00',
      charge_count: 2,
    },
    { visit_status: 'no_show', note_signed: 'unsigned', note_signed_at: null },
    { visit_status: 'unknown', note_signed: 'unsigned' },
  ])
})

it('a tab that says nothing of notes is no list of encounters, unless it is called so; then it is refused', async () => {
  const rows = [columns, ['0071', '10/5/2026', 'Ada Birch', 'Completed']]
  await expect(read('Export', rows)).rejects.toThrow(/No tab of the source/)
  await expect(read('Encounters', rows)).rejects.toThrow(/note_signed/)
})
