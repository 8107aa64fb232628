import { describe, expect, it } from 'vitest'
import type { StagedRow } from '../../../helpers/ledgerRows.ts'
import { booking, encounter } from '../../../oracle/sampleRows.ts'
import { rowsOf, withCubes } from './cubeRows.ts'

/** What the whole practice's sums, the notes' tie and the worklist say of these rows. */
async function notesOf(appointments: readonly StagedRow[], encounters: readonly StagedRow[]) {
  return withCubes({ tabs: { appointments, encounters } }, async (ledger, cubes) => {
    const table = cubes.find(({ cube }) => cube.name === 'appointments')
    const [sums] = table === undefined ? [] : rowsOf(table)
    const list = (await ledger.worklists()).find(({ id }) => id === 'unsigned_notes')
    const { unmatched } = await ledger.unmatchedNotes()
    return {
      noted: sums?.noted_visit_count,
      unsigned: sums?.unsigned_note_count,
      listed: list?.total,
      unmatched,
    }
  })
}

const visit = booking({ appt_id: 'A1' })
const unsigned = encounter({ note_signed: 'unsigned', note_signed_at: null })

describe('the note of a visit', () => {
  it.each([
    ['by encounter number', { encounter_id: 'E1' }, { patient_key: null }],
    ['by appointment number', {}, { patient_key: null, appt_id: 'A1' }],
    ['by one number for both', {}, { patient_key: null, encounter_id: 'A1' }],
    ['by patient, provider and day', { patient_key: 'P1' }, {}],
  ])('is that of its encounter, found %s', async (_, ofVisit, ofEncounter) => {
    const found = await notesOf([{ ...visit, ...ofVisit }], [{ ...unsigned, ...ofEncounter }])
    expect(found).toEqual({ noted: 1, unsigned: 1, listed: 1, unmatched: 0 })
  })

  it.each([
    ['of another day', { service_date: '2026-10-06' }],
    ['of another provider', { provider: 'Ben Cole' }],
    ['of provider and day alone', { patient_key: null }],
    ["of the appointment's number and another patient", { encounter_id: 'A1', patient_key: 'P2' }],
  ])('is not that of an encounter %s, which is counted as unmatched', async (_, fields) => {
    expect(await notesOf([visit], [{ ...unsigned, ...fields }])).toMatchObject({ noted: 0, unmatched: 1 })
  })

  it("is what the encounter says, whatever the schedule says; the schedule's where there is none", async () => {
    const appointments = [
      { ...visit, note_signed: 'unsigned' },
      booking({ appt_id: 'A2', patient_key: 'P2', note_signed: 'unsigned' }),
    ]
    const found = await notesOf(appointments, [encounter()])
    expect(found).toEqual({ noted: 2, unsigned: 1, listed: 1, unmatched: 0 })
  })

  it('is signed once those of all its encounters are', async () => {
    const found = await notesOf([visit], [encounter(), { ...unsigned, encounter_id: 'E2' }])
    expect(found).toEqual({ noted: 1, unsigned: 1, listed: 1, unmatched: 0 })
  })

  it('is of the visit, though its encounter names the second of two bookings', async () => {
    const second = booking({ appt_id: 'A2', start_time: '14:00', note_signed: 'unsigned' })
    const found = await notesOf([visit, second], [encounter({ appt_id: 'A2' })])
    expect(found).toEqual({ noted: 1, unsigned: 0, listed: 0, unmatched: 0 })
  })

  it('is not asked of encounters that did not take place, of test patients, and of days to come', async () => {
    const encounters = [
      { ...unsigned, visit_status: 'no_show', patient_key: 'P7' },
      { ...unsigned, encounter_id: 'E2', is_test: true, patient_key: 'P7' },
      { ...unsigned, encounter_id: 'E3', service_date: '2026-11-02', patient_key: 'P7' },
    ]
    expect(await notesOf([visit], encounters)).toMatchObject({ noted: 0, unmatched: 0 })
  })

  it('can give the input that the schedule lacks', async () => {
    const lacking = async (encounters: readonly StagedRow[]) =>
      withCubes({ tabs: { appointments: [visit], encounters } }, (ledger) => ledger.lackingInputs())
    expect(await lacking([])).toEqual(expect.arrayContaining(['note_states', 'signing_days']))
    const given = await lacking([encounter()])
    expect(given).not.toContain('note_states')
    expect(given).not.toContain('signing_days')
  })
})
