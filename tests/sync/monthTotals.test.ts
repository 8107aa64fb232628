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

/** A practice whose reports are a line a month: totals, and ages of balances that tie out with them. */
async function plainPractice(patients: string, accounts: string): Promise<string> {
  const folder = await temporaryFolder()
  const totals = months.map((_, index) => {
    const charges = 100_000 + 1000 * index
    return { charges, rest: charges - 100_000 }
  })
  const balances = totals.reduce<number[]>((all, { rest }) => [...all, (all.at(-1) ?? 208_000) + rest], [])
  await writeFile(
    join(folder, 'totals.csv'),
    [
      'Month,Charges,Payments,Adjustments,Patients',
      ...totals.map(
        ({ charges }, index) => `2026-0${String(5 + index)},${String(charges)},60000,40000,${patients}`,
      ),
    ].join('\n'),
  )
  await writeFile(
    join(folder, 'aging.csv'),
    [
      'As Of,Current,31-60,61-90,Over 90,Total,Accounts',
      ...balances.map(
        (balance, index) =>
          `2026-0${String(5 + index)}-28,${String(balance - 60_000)},30000,20000,10000,${String(balance)},${accounts}`,
      ),
    ].join('\n'),
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

  describe('a line a month and a line a month end', () => {
    it('has the same where they count patients and accounts', async () => {
      const synced = await syncFolder(await plainPractice('200', '400'), inventedConfig(''))
      const september = (cube: string) =>
        synced.cube(cube).find(({ month, months }) => month === '2026-09' && months === 1)
      expect(september('charges')).toMatchObject({ charge_cents: 10_400_000 })
      expect(september('transactions')).toMatchObject({
        net_payment_cents: 6_000_000,
        adjustment_cents: 4_000_000,
      })
      expect(september('receivables')).toMatchObject({ balance_cents: 21_800_000, over_90_cents: null })
      expect(september('reconciliation')).toMatchObject({ difference_cents: 0 })
      const days = await synced.value('days_in_ar', ['2026-09', '2026-09'])
      expect(days?.value).toBeCloseTo((218_000 / 309_000) * 91.25, 6)
    })

    it('has nothing of them where they do not, and is told what to add', async () => {
      const synced = await syncFolder(await plainPractice('', ''), inventedConfig(''))
      for (const [cube, measure] of [
        ['charges', 'charge_cents'],
        ['transactions', 'adjustment_cents'],
        ['receivables', 'balance_cents'],
        ['reconciliation', 'difference_cents'],
      ] as const)
        expect(synced.cube(cube).filter((row) => row[measure] !== null && row[measure] !== 0)).toEqual([])
      expect(synced.result.health.warnings.join('\n')).toMatch(/column: Patients to .*; Accounts to /)
    })
  })
})
