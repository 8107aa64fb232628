import { describe, expect, it } from 'vitest'
import {
  kareoChargeHeaders as headers,
  kareoChargeLine as line,
  paidCharge as paid,
} from './reports/kareoChargesReport.ts'
import { takenReport } from './takenReport.ts'

describe("Tebra's charges, one wide row a line", () => {
  it('are charges, and what each payer and the patient paid and had taken off, each on its own day', async () => {
    const { ledger } = await takenReport('charges.csv', [headers, line(paid)])
    expect(ledger.appended('charges')).toMatchObject([
      {
        charge_id: '9001',
        encounter_id: '501',
        patient_key: '77',
        service_date: '2026-10-02',
        post_date: '2026-10-03',
        charge_amount: 20000,
        cpt: '99213',
      },
    ])
    const told = ledger
      .appended('transactions')
      .map((row) => [row.txn_id, row.type, row.post_date, row.amount, row.payer])
    expect(told).toEqual([
      ['9001 primary payments', 'insurance_payment', '2026-10-20', -8000, 'Acme'],
      ['9001 primary contract adjustments', 'adjustment', '2026-10-20', -4000, 'Acme'],
      ['9001 primary further adjustments', 'adjustment', '2026-10-20', -4000, 'Acme'],
      ['9001 secondary payments', 'insurance_payment', '2026-11-05', -3000, 'Medicare'],
      ['9001 patient payments', 'patient_payment', '2026-10-02', -2000, undefined],
    ])
  })

  it('what a payer adjusted without paying counts on the day of its answer', async () => {
    const denied = {
      ...paid,
      PrimaryInsurancePaymentPostingDate: '',
      PrimaryInsuranceAdjudicationDate: '10/25/2026',
      PrimaryInsuranceInsurancePayment: '0.00',
    }
    const { ledger } = await takenReport('charges.csv', [headers, line(denied)])
    const adjusted = ledger.appended('transactions').filter(({ type }) => type === 'adjustment')
    expect(adjusted.map(({ post_date }) => post_date)).toEqual(['2026-10-25', '2026-10-25'])
  })

  it('an amount that cannot be read is rejected where it stands in the sheet, and never 0', async () => {
    const { result } = await takenReport('charges.csv', [
      headers,
      ...Array.from({ length: 40 }, (_, index) => line({ ...paid, ID: String(index) })),
      line({ ...paid, ID: '9999', PatientPaymentAmount: 'see note' }),
    ])
    expect(result.rejects).toMatchObject([{ row: 42, column: 'AD', field: 'amount' }])
  })

  it('an amount without a day is rejected: nothing is guessed', async () => {
    const { result } = await takenReport('charges.csv', [
      headers,
      ...Array.from({ length: 40 }, (_, index) => line({ ...paid, ID: String(index) })),
      line({ ...paid, ID: '9999', PatientPaymentPostingDate: '' }),
    ])
    expect(result.rejects).toMatchObject([{ row: 42, field: 'post_date', rule: 'blank, and required' }])
  })

  it('every part accounts for every row', async () => {
    const { result } = await takenReport('charges.csv', [
      headers,
      line(paid),
      line({ ...paid, ID: '9002', PatientPaymentAmount: '' }),
    ])
    const parts = result.health.tabs.map(({ tab, rows }) => [tab, rows.read, rows.included, rows.blank])
    expect(parts).toContainEqual(['charges (charges)', 2, 2, 0])
    expect(parts).toContainEqual(['charges (patient payments)', 2, 1, 1])
    // No column of a third payer, no part.
    expect(parts.some(([tab]) => String(tab).includes('tertiary'))).toBe(false)
  })

  it('says with every run what it cannot say exactly', async () => {
    const { result } = await takenReport('charges.csv', [headers, line(paid)])
    expect(result.health.warnings.filter((one) => one.includes('Tebra (Kareo)'))).toHaveLength(2)
  })

  it('a column that is needed and missing, or there twice, refuses the report by its name', async () => {
    const without = headers.filter((header) => header !== 'PatientPaymentPostingDate')
    await expect(takenReport('charges.csv', [without])).rejects.toThrow(
      /no column for post_date of its patient payments/,
    )
    await expect(takenReport('charges.csv', [[...headers, 'TotalCharges']])).rejects.toThrow(
      /columns M and AF are both called "TotalCharges"/,
    )
  })
})
