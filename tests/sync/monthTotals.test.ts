import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { syncFolder, temporaryFolder } from '../helpers/syncFolder.ts'
import { inventedConfig } from './inventedPractice.ts'

const months = ['May', 'June', 'July', 'August', 'September']

const headers =
  'Appointment / Servicing Provider,Location,Month,CPT Code,Billed Charge,Payment,Payer Payment,Patient Payment,Contractual Adjustment,Payer Withheld,Writeoff Adjustment,Refund,Patient Count,Claim Count,Units,Change in A/R'

/** A practice that can export only eClinicalWorks' monthly summary, with so many patients and claims behind each row, and aging. */
async function practiceWith(people: string): Promise<string> {
  const folder = await temporaryFolder()
  const summary = months.flatMap((month) =>
    ['99213', '99214'].map(
      (cpt) =>
        `Ada Birch,North,${month}_2026,${cpt},1000.00,600.00,550.00,50.00,250.00,0,0,0,${people},100,150.00`,
    ),
  )
  const aging = months.map(
    (_, index) => `2026-0${String(5 + index)}-28,Insurance,0-30,${String(5000 + 300 * index)}.00,400`,
  )
  await writeFile(join(folder, 'summary.csv'), [headers, ...summary].join('\n'))
  await writeFile(
    join(folder, 'aging.csv'),
    ['As Of,Responsibility,Age Bucket,Debit Balance,Accounts', ...aging].join('\n'),
  )
  return folder
}

describe('a practice that can export only totals', () => {
  it('has collections, adjustments, A/R and the roll-forward of the whole practice, to the cent', async () => {
    const synced = await syncFolder(await practiceWith('80,90'), inventedConfig(''))
    const september = (cube: string) =>
      synced.cube(cube).find(({ month }) => String(month).startsWith('2026-09'))
    expect(september('charges')).toMatchObject({ charge_cents: 200_000 })
    expect(september('transactions')).toMatchObject({ net_payment_cents: 120_000, adjustment_cents: 50_000 })
    expect(september('receivables')).toMatchObject({ balance_cents: 620_000 })
    expect(september('reconciliation')).toMatchObject({ difference_cents: 0 })
  })

  it('shows nothing of months that few may be behind', async () => {
    for (const people of [',', '4,4', '0,0']) {
      const synced = await syncFolder(await practiceWith(people), inventedConfig(''))
      for (const [cube, measure] of [
        ['charges', 'charge_cents'],
        ['transactions', 'net_payment_cents'],
        ['transactions', 'adjustment_cents'],
        ['reconciliation', 'charge_cents'],
        ['reconciliation', 'difference_cents'],
      ] as const) {
        expect(
          synced.cube(cube).filter((row) => typeof row[measure] === 'number' && row[measure] !== 0),
        ).toEqual([])
      }
    }
  })
})
