import { describe, expect, it } from 'vitest'
import { defaultConfig } from '../../scripts/private/config/config.ts'
import { openLedger } from '../../scripts/private/ledger/openLedger.ts'
import { folderSource } from '../../scripts/private/sources/folderSource.ts'
import { intake } from '../../scripts/private/validate/intake.ts'
import { caughtSyncError } from '../helpers/caughtSyncError.ts'
import { spreadsheetFolder } from '../helpers/spreadsheetFolder.ts'
import { paymentOf, x12Text } from '../helpers/x12Text.ts'

const charges = [
  'Charge ID,Claim ID,Patient ID,Date of Service,Posting Date,Rendering Provider,Location,CPT,Units,Charge Amount,Primary Payer',
  'L-1,C-1,7,2026-09-14,2026-09-15,Birch,Northside,99213,1,150.00,Acme',
  'L-2,C-2,8,2026-09-15,2026-09-16,Alder,Northside,99214,1,200.00,Acme',
].join('\n')

const remittance = x12Text([
  [
    ...paymentOf('180'),
    'CLP*C-1*1*150*80*20*12*P1',
    'SVC*HC:99213*150*80**1',
    'DTM*472*20260914',
    'CAS*PR*3*20',
    'CAS*CO*45*50',
    'CLP*C-2*1*200*100**12*P2',
    'CAS*CO*45*100',
  ],
])

/** Reads a folder as a sync does, and hands its ledger over. */
async function takeIn(files: Readonly<Record<string, string>>) {
  const ledger = await openLedger({ threads: 1 })
  const source = folderSource(await spreadsheetFolder(files))
  const found = await intake(source, ledger, { config: defaultConfig, asOf: '2026-10-31' })
  return { ledger, found }
}

describe('remittances in a folder', () => {
  it('pay the charges that the billing system exported, by claim', async () => {
    const { ledger, found } = await takeIn({
      'charges.csv': charges,
      'a.835': remittance,
      'b.txt': remittance,
    })
    const rows = await ledger.rows('transactions')
    expect(rows.map(({ claim_id, type, amount }) => [claim_id, type, amount])).toEqual([
      ['C-1', 'insurance_payment', -8000],
      ['C-1', 'transfer', 0],
      ['C-1', 'adjustment', -5000],
      ['C-2', 'insurance_payment', -10_000],
      ['C-2', 'adjustment', -10_000],
    ])
    // The second file is the first one again, under another name.
    expect(found.health.tabs.find(({ tab }) => tab === 'Remittances')?.rows).toMatchObject({
      read: 10,
      included: 5,
    })
    const cubes = await ledger.cubes({ asOf: '2026-10-31', settings: found.settings })
    const paid = cubes.find(({ cube }) => cube.name === 'transactions_by_provider')
    expect(paid?.columns).toMatchObject({ provider: ['Alder', 'Birch'], net_payment_cents: [10_000, 8000] })
    await ledger.close()
  })

  it('beside an export of the same payments are refused: they would count twice', async () => {
    const payments = [
      'Transaction ID,Claim ID,Transaction Type,Posting Date,Amount,Check Number',
      'T1,C-1,Insurance payment,2026-10-06,-80.00,',
      'T2,C-1,Contractual,2026-10-06,-50.00,',
      'T3,,Insurance payment,2026-10-06,-100.00,EFT90001',
      'T4,C-1,Patient payment,2026-10-07,-20.00,',
    ].join('\n')
    const files = { 'charges.csv': charges, 'payments.csv': payments, 'a.835': remittance }
    const refusal = await caughtSyncError(() => takeIn(files))
    expect(refusal.message).toMatch(
      /"payments.csv" and .*3 amounts are in both, for the same claims or checks/,
    )
    expect(refusal.message).not.toMatch(/C-1|EFT/)
    const own = payments.split('\n').filter((line, index) => index === 0 || line.startsWith('T4'))
    await expect(takeIn({ ...files, 'payments.csv': own.join('\n') })).resolves.toBeDefined()
  })

  it('refuse the run where two of one payer, trace and day differ: the part they share would count once', async () => {
    const first = ['CLP*C-1*1*150*80**12*P1', 'CAS*CO*45*70']
    const second = ['CLP*C-2*1*200*100**12*P2', 'CAS*CO*45*100']
    const files = {
      'a.835': x12Text([[...paymentOf('80'), ...first]]),
      'b.835': x12Text([[...paymentOf('180'), ...first, ...second]]),
    }
    const refusal = await caughtSyncError(() => takeIn({ 'charges.csv': charges, ...files }))
    expect(refusal.message).toMatch(
      /"b.835", segment 3 \(ST\): it has the payer, trace number and day of the remittance at segment 3 of "a.835", and other contents/,
    )
    expect(refusal.message).not.toMatch(/C-1|EFT/)
  })

  it('refuse the run, all at once, where they do not balance or were cut off', async () => {
    const files = {
      'charges.csv': charges,
      'a.835': remittance.replace('CLP*C-1*1*150*', 'CLP*C-1*1*151*'),
      'b.edi': remittance.slice(0, 300),
    }
    const refusal = await caughtSyncError(() => takeIn(files))
    const told = [refusal, ...refusal.others].map(({ message }) => message)
    expect(told.some((one) => one.includes('"a.835", segment 10 (CLP)') && one.includes('$1.00'))).toBe(true)
    expect(told.some((one) => one.includes('"b.edi"'))).toBe(true)
  })
})
