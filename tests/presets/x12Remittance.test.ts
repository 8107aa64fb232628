import { describe, expect, it } from 'vitest'
import { remittanceTab } from '../../scripts/private/sources/x12/remittanceTab.ts'
import { parseX12 } from '../../scripts/private/sources/x12/readX12.ts'
import type { Row } from '../../scripts/private/sources/source.ts'
import { allRows } from '../helpers/allRows.ts'
import { paymentOf, x12Text } from '../helpers/x12Text.ts'
import { everything } from './reports/x12RemittanceReport.ts'
import { takenReport } from './takenReport.ts'

async function rowsOf(...texts: string[]): Promise<readonly Row[]> {
  const files = texts.map((text, index) => parseX12(text, `era-${String(index + 1)}.835`))
  const { tab } = remittanceTab(files)
  if (!tab) throw new Error('remittances give a tab')
  return allRows(tab)
}

/** The account of the tab. */
function remittances({ result }: Awaited<ReturnType<typeof takenReport>>) {
  return result.health.tabs.find(({ tab }) => tab === 'Remittances')?.rows
}

describe('remittances (X12 835)', () => {
  it('become payments, adjustments, denials, transfers and money of no claim', async () => {
    const { ledger, result } = await takenReport('Remittances', await rowsOf(x12Text([everything])))
    const told = ledger
      .appended('transactions')
      .map(({ claim_id, charge_id, type, amount, adj_category, carc, service_date }) => [
        claim_id ?? null,
        charge_id ?? null,
        type,
        amount,
        adj_category ?? null,
        carc ?? null,
        service_date ?? null,
      ])
    expect(told).toEqual([
      ['C-1', 'L-1', 'insurance_payment', -8000, null, null, '2026-09-14'],
      ['C-1', 'L-1', 'transfer', 0, null, 'PR-3', '2026-09-14'],
      ['C-1', 'L-1', 'adjustment', -3000, 'contractual', 'CO-45', '2026-09-14'],
      ['C-1', 'L-1', 'adjustment', -2000, 'contractual', 'CO-A2', '2026-09-14'],
      ['C-2', null, 'adjustment', -6000, 'contractual', 'CO-45', '2026-09-15'],
      ['C-2', null, 'denial', 0, null, 'CO-197', '2026-09-15'],
      ['C-3', null, 'insurance_payment', -1200, null, null, '2026-09-16'],
      ['C-4', null, 'payment_reversal', 4000, null, null, '2026-08-01'],
      ['C-4', null, 'adjustment', 5000, 'contractual', 'CO-45', '2026-08-01'],
      ['C-5', null, 'denial', 0, null, 'CO-97', '2026-09-17'],
      [null, null, 'takeback', 1000, null, 'WO', null],
      [null, null, 'takeback', -1000, null, 'FB', null],
      [null, null, 'interest', 150, null, 'L6', null],
      [null, null, 'other_income', 4850, null, 'LS', null],
    ])
    const common = ledger
      .appended('transactions')
      .map(({ post_date, payer, method, check_ref }) => [post_date, payer, method, check_ref])
    expect(new Set(common.map((one) => JSON.stringify(one)))).toEqual(
      new Set([JSON.stringify(['2026-10-05', 'Acme', 'ACH', 'EFT90001'])]),
    )
    expect(result.rejects).toEqual([])
    expect(result.unmapped).toEqual([])
  })

  it('count once when they were downloaded twice, and each by itself when they are two', async () => {
    const again = await takenReport('Remittances', await rowsOf(x12Text([everything]), x12Text([everything])))
    expect(remittances(again)).toMatchObject({ read: 28, included: 14, duplicates: 14 })
    const other = [...paymentOf('102', 'EFT90002'), ...everything.slice(6)]
    const two = await takenReport('Remittances', await rowsOf(x12Text([everything]), x12Text([other])))
    expect(remittances(two)).toMatchObject({ read: 28, included: 28, duplicates: 0 })
  })

  it('keep their signs, though all of a file is taken back', async () => {
    const start = everything.findIndex((one) => one.startsWith('CLP*C-4'))
    const reversal = [...paymentOf('-40'), ...everything.slice(start, start + 3)]
    const { ledger } = await takenReport('Remittances', await rowsOf(x12Text([reversal])))
    expect(ledger.appended('transactions').map(({ type, amount }) => [type, amount])).toEqual([
      ['payment_reversal', 4000],
      ['adjustment', 5000],
    ])
  })

  it('of an earlier payer are said to be left out, to the cent', () => {
    const { warnings } = remittanceTab([parseX12(x12Text([everything]), 'era.835')])
    expect(warnings).toEqual([expect.stringContaining('$88.00 that earlier payers had settled')])
  })
})
