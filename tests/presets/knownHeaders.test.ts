import { describe, expect, it } from 'vitest'
import { takeInTab, takeInTabs } from '../mess/takeIn.ts'
import { athenaChargesReport, depositsReport } from './reports/knownHeadersReports.ts'
import { pivotTransactionsReport } from './reports/pivotBillingReports.ts'
import type { SampleReport } from './reports/sampleReport.ts'
import { takenSample } from './takenReport.ts'

const rowsOf = ({ content }: SampleReport) => (typeof content === 'string' ? [] : content)

describe("athenahealth's headers of charges", () => {
  it('are known; the provider is the code, and the NPI where there is no code', async () => {
    const { ledger, result } = await takenSample(athenaChargesReport)
    expect(result.rejects).toEqual([])
    expect(
      ledger
        .appended('charges')
        .map((row) => [row.charge_id, row.claim_id, row.cpt, row.rendering_provider, row.charge_amount]),
    ).toEqual([
      ['C1', '501', '99213', 'NORTH_Birch_A', 20000],
      ['C2', '502', '99214', 'NORTH_Birch_A', 25000],
    ])
    const withoutCode = rowsOf(athenaChargesReport).map((row) => row.toSpliced(7, 1))
    const taken = await takeInTab('Charges', withoutCode)
    expect((await taken.rows('charges')).map((row) => row.rendering_provider)).toEqual([
      '1000000004',
      '1000000004',
    ])
  })
})

describe('deposits with recoups', () => {
  it('are left out with a word, so that no payment counts twice beside the transactions that they are of', async () => {
    const taken = await takeInTabs({
      Deposits: rowsOf(depositsReport),
      Billing: rowsOf(pivotTransactionsReport),
    })
    expect(taken.refused).toEqual([])
    expect(taken.warnings).toContainEqual(expect.stringMatching(/^Tab "Deposits".*was left out/))
    expect(await taken.rows('transactions')).toHaveLength(7)
  })

  it('refuse the run under a name that says payments: no kind of transaction is guessed', async () => {
    const { refused } = await takeInTab('Payments', rowsOf(depositsReport))
    expect(refused).toEqual([expect.stringContaining('tab "Payments" of test.xlsx')])
  })
})
