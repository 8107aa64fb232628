import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { syncFolder, temporaryFolder } from '../helpers/syncFolder.ts'
import { inventedConfig } from './inventedPractice.ts'

const months = Array.from({ length: 6 }, (_, index) => `2026-0${String(index + 3)}`)

/**
 * Sixty visits a month, twenty of new patients; each is one charge line of the same day, but `uncoded` established and
 * `uncodedNew` new patients are billed with a code that is no office visit.
 */
async function practiceWith({ uncoded = 0, uncodedNew = 0, procedures = 0 }): Promise<string> {
  const folder = await temporaryFolder()
  const bookings = ['Appointment ID,Patient ID,Date,Start Time,Provider,Site,Status,Booked On,New Patient']
  const charges = ['Charge ID,Patient ID,Service Date,Post Date,Provider,Site,CPT Code,Charge Amount']
  for (const month of months) {
    for (let patient = 0; patient < 60; patient += 1) {
      const day = `${month}-${String(1 + (patient % 27)).padStart(2, '0')}`
      const id = `${month}-${String(patient)}`
      const isNew = patient < 20
      bookings.push(
        `A${id},P${String(patient)},${day},09:00,Ada Birch,North,Completed,${day},${isNew ? 'yes' : 'no'}`,
      )
      const isOffice = isNew ? patient >= uncodedNew : patient - 20 >= uncoded
      const code = isOffice ? (isNew ? '99203' : '99213') : '20610'
      charges.push(`C${id},P${String(patient)},${day},${day},Ada Birch,North,${code},100.00`)
    }
    // Of many others, without a visit.
    for (let other = 0; other < procedures; other += 1) {
      const id = `${month}-X${String(other)}`
      charges.push(`C${id},X${String(other)},${month}-09,${month}-09,Ada Birch,North,20610,100.00`)
    }
  }
  await writeFile(join(folder, 'schedule.csv'), bookings.join('\n'))
  await writeFile(join(folder, 'charges.csv'), charges.join('\n'))
  return folder
}

async function shownOf(practice: Parameters<typeof practiceWith>[0]): Promise<Record<string, number>> {
  const synced = await syncFolder(await practiceWith(practice), inventedConfig(''))
  const shown = (name: string, measure: string): number =>
    synced.cube(name).filter((row) => row[measure] !== null && row[measure] !== 0).length
  return {
    visits: shown('appointments', 'visit_count'),
    newPatients: shown('appointments', 'new_patient_visit_count'),
    lines: shown('charges', 'charge_line_count'),
    newVisits: shown('charges', 'new_office_visit_count'),
    established: shown('charges', 'established_office_visit_count'),
  }
}

describe('office visits by their codes', () => {
  it('are shown where every visit is one, or enough are not', async () => {
    for (const practice of [{}, { uncoded: 15, procedures: 20 }]) {
      const { visits, newPatients, lines, newVisits, established } = await shownOf(practice)
      expect(visits).toBeGreaterThanOrEqual(months.length)
      expect([newPatients, lines, newVisits, established]).toEqual([visits, visits, visits, visits])
    }
  })

  it('are not all told where few visits are none: they give way to visits and lines', async () => {
    // With other procedures, charge lines alone would hide the few; visits do not.
    for (const practice of [{ uncoded: 4 }, { uncoded: 4, procedures: 30 }]) {
      const { visits, newPatients, lines, newVisits, established } = await shownOf(practice)
      expect(visits).toBeGreaterThanOrEqual(months.length)
      expect([newPatients, lines]).toEqual([visits, visits])
      expect(Math.min(newVisits ?? 1, established ?? 1)).toBe(0)
    }
  })

  it('of new patients are not told where few of the new patients on the schedule have none', async () => {
    const { visits, newPatients, newVisits } = await shownOf({ uncodedNew: 4, uncoded: 15, procedures: 30 })
    expect(newPatients).toBe(visits)
    expect(newVisits).toBe(0)
  })
})
