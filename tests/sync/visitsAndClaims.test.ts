import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { syncFolder, temporaryFolder } from '../helpers/syncFolder.ts'
import { inventedConfig } from './inventedPractice.ts'

const months = Array.from({ length: 6 }, (_, index) => `2026-0${String(index + 3)}`)

/** Sixty visits a month; all but `selfPay` of them are sent to a payer as a claim, the same day. */
async function practiceWith(selfPay: number): Promise<string> {
  const folder = await temporaryFolder()
  const bookings = ['Appointment ID,Patient ID,Date,Start Time,Provider,Site,Status,Booked On,Payer Class']
  const claims = [
    'Claim ID,Patient ID,Submitted Date,First Remit Date,First Outcome,Total Charges,Payer Class',
  ]
  for (const month of months) {
    for (let patient = 0; patient < 60; patient += 1) {
      const day = `${month}-${String(1 + (patient % 27)).padStart(2, '0')}`
      const payer = patient < selfPay ? 'self_pay' : 'commercial'
      const id = `${month}-${String(patient)}`
      bookings.push(`A${id},P${String(patient)},${day},09:00,Ada Birch,North,Completed,${day},${payer}`)
      if (payer === 'commercial')
        claims.push(`K${id},P${String(patient)},${day},${day},paid,100.00,commercial`)
    }
  }
  await writeFile(join(folder, 'schedule.csv'), bookings.join('\n'))
  await writeFile(join(folder, 'claims.csv'), claims.join('\n'))
  return folder
}

async function shownOf(selfPay: number): Promise<Record<string, number>> {
  const synced = await syncFolder(await practiceWith(selfPay), inventedConfig(''))
  const shown = (name: string, measure: string, payer?: string): number =>
    synced.cube(name).filter((row) => row[measure] !== null && (payer === undefined || row.payer === payer))
      .length
  return {
    visits: shown('appointments', 'visit_count'),
    sent: shown('claims', 'submitted_count'),
    answered: shown('claim_answers', 'answered_count'),
    commercial: shown('claim_answers_by_payer', 'answered_count', 'commercial'),
  }
}

describe('visits that are not claims', () => {
  it('are not told where they are of few patients: claims give way to visits', async () => {
    const { visits, ...claims } = await shownOf(4)
    expect(visits).toBeGreaterThanOrEqual(months.length)
    expect(claims).toEqual({ sent: 0, answered: 0, commercial: 0 })
  })

  it('may be told where they are of enough patients, or there are none', async () => {
    for (const selfPay of [15, 0]) {
      const { visits, sent, commercial } = await shownOf(selfPay)
      expect([sent, commercial]).toEqual([visits, visits])
    }
  })
})
