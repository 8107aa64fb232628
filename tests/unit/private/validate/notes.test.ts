import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../../../scripts/private/config/parseConfig.ts'
import type { Cell } from '../../../../scripts/private/sources/source.ts'
import { intake } from '../../../../scripts/private/validate/intake.ts'
import { memorySource } from '../../../helpers/memorySource.ts'
import { recordingLedger } from '../../../helpers/recordingLedger.ts'

/** What bookings with these cells under these headers say of their notes. */
async function notes(headers: readonly string[], ...cells: readonly (readonly Cell[])[]) {
  const ledger = recordingLedger()
  const rows = cells.map((some, index) => [String(index), '10/1/2026', 'Ada Birch', 'Completed', ...some])
  const source = memorySource([
    { name: 'Schedule', rows: [['Appt ID', 'Date', 'Provider', 'Status', ...headers], ...rows] },
  ])
  const read = await intake(source, ledger, { config: parseConfig('', 'c'), asOf: '2026-10-31' })
  return { states: ledger.appended('appointments').map(({ note_signed }) => note_signed), read }
}

describe('whether a note is signed', () => {
  it.each(['Note Signed', 'Note signed?', 'NOTE STATUS', 'Chart Locked'])(
    'is told by column %s: a mark, a word or a date',
    async (header) => {
      const signed: Cell[] = [
        true,
        'Yes',
        'x',
        'Signed',
        'E-signed',
        'Signed by A. Birch',
        'Locked',
        1,
        46_300,
      ]
      const unsigned: Cell[] = [false, 'No', 'Not signed', 'unsigned', 'Open', 'In progress', '-', 0, null]
      const cells = [...signed, '10/2/2026 4:15 PM', ...unsigned].map((cell) => [cell])
      const { states, read } = await notes([header], ...cells)
      expect(states).toEqual([...signed.map(() => 'signed'), 'signed', ...unsigned.map(() => 'unsigned')])
      expect(read.rejects).toEqual([])
      expect(read.health.unmapped).toEqual([])
    },
  )

  it('is told by the date of signing, alone or beside a mark', async () => {
    const at = await notes(['Signed On'], ['10/2/2026'], [null], ['Not signed'])
    expect(at.states).toEqual(['signed', 'unsigned', 'unsigned'])
    const both = await notes(
      ['Note Status', 'Signed At'],
      ['Open', '10/2/2026'],
      ['Signed', null],
      [null, null],
    )
    expect(both.states).toEqual(['signed', 'signed', 'unsigned'])
  })

  it('is unknown for another word, which is counted and rejects nothing', async () => {
    const { states, read } = await notes(['Note Status'], ['Sent to Mars'])
    expect(states).toEqual(['unknown'])
    expect(read.health.unmapped).toEqual([
      { dataset: 'appointments', field: 'note_signed', values: 1, rows: 1, cents: null },
    ])
    expect(read.unmapped).toMatchObject([{ field: 'note_signed', value: 'Sent to Mars', mapTab: null }])
  })

  it('is not said by a tab without such a column, nor by one of free notes', async () => {
    expect((await notes(['Notes'], ['Signed in ink'])).states).toEqual([undefined])
  })
})
