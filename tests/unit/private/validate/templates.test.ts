import { expect, it } from 'vitest'
import { parseConfig } from '../../../../scripts/private/config/parseConfig.ts'
import type { Cell } from '../../../../scripts/private/sources/source.ts'
import { intake } from '../../../../scripts/private/validate/intake.ts'
import { memorySource } from '../../../helpers/memorySource.ts'
import { recordingLedger } from '../../../helpers/recordingLedger.ts'

const headers = ['Provider', 'Day', 'Date', 'Start', 'End', 'Blocked', 'Slot Length', 'Effective']

async function read(...rows: Cell[][]) {
  const ledger = recordingLedger()
  const source = memorySource([{ name: 'Templates', rows: [headers, ...rows] }])
  const config = parseConfig('limits:\n  rejected_share: 1\n', 'c')
  const given = await intake(source, ledger, { config, asOf: '2026-10-31' })
  return { rows: ledger.appended('templates'), rejects: given.rejects.map(({ row, rule }) => [row, rule]) }
}

it('a session is of a weekday, however it is spelled, or of a date', async () => {
  const { rows } = await read(
    ['Ada Birch', 'Monday', null, '8:00 AM', '12:00 PM', 30, 20, '1/5/2026'],
    ['Ada Birch', 'thurs', null, 0.5, 0.75, null, 20, null],
    ['Ada Birch', null, '11/26/2026', '8:00', '17:00', 540, 20, null],
  )
  expect(rows).toMatchObject([
    { weekday: 'Mon', start_time: '08:00', end_time: '12:00', blocked_min: 30, effective_from: '2026-01-05' },
    { weekday: 'Thu', start_time: '12:00', end_time: '18:00', blocked_min: null },
    { weekday: null, template_date: '2026-11-26', slot_min: 20 },
  ])
})

it('sessions that no slots can be told from are rejected, each for its own reason', async () => {
  const { rows, rejects } = await read(
    ['Ada Birch', 'Mon', null, '8:00', '12:00', null, 20, null],
    ['Ada Birch', null, null, '8:00', '12:00', null, 20, null],
    ['Ada Birch', 'Someday', null, '8:00', '12:00', null, 20, null],
    ['Ada Birch', 'Mon', null, '12:00', '8:00', null, 20, null],
    ['Ada Birch', 'Mon', null, '8:00', '12:00', null, 0, null],
    ['Ada Birch', 'Mon', null, '8:00', '12:00', -5, 20, null],
  )
  expect(rows).toHaveLength(1)
  expect(rejects).toEqual([
    [3, 'neither a weekday nor a date'],
    [4, 'neither a weekday nor a date'],
    [5, 'not after the start'],
    [6, 'less than a minute'],
    [7, 'not a number of minutes'],
  ])
})
