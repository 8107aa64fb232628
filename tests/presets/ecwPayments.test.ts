import { describe, expect, it } from 'vitest'
import { ecwPaymentHeaders as headers, ecwPaymentRow as row } from './reports/ecwPaymentsReport.ts'
import { takenReport } from './takenReport.ts'

describe("eClinicalWorks' payment detail", () => {
  it('has a payment, a patient payment, an adjustment and what was withheld side by side; posting counts, and the deposit', async () => {
    const { ledger } = await takenReport('payments.csv', [headers, row])
    const told = ledger
      .appended('transactions')
      .map(({ type, amount, adj_category, post_date, deposit_date, claim_id }) => [
        type,
        amount,
        adj_category ?? null,
        post_date,
        deposit_date,
        claim_id,
      ])
    expect(told).toEqual([
      ['insurance_payment', -8000, null, '2026-10-20', '2026-10-21', '88'],
      ['adjustment', -1500, 'contractual', '2026-10-20', '2026-10-21', '88'],
      ['adjustment', -1500, 'unknown', '2026-10-20', '2026-10-21', '88'],
    ])
  })

  it('two equal adjustments of one line are two, also where the payment has no check', async () => {
    const noCheck = row.map((cell, index) => (headers[index] === 'Payment Check No' ? '' : cell))
    const { ledger } = await takenReport('payments.csv', [headers, noCheck])
    const references = ledger.appended('transactions').map(({ check_ref }) => check_ref)
    expect(new Set(references).size).toBe(3)
  })
})
