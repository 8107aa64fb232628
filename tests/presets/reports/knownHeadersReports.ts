import { cells, split, type SampleReport } from './sampleReport.ts'

/** A charge export with the headers of athenahealth's that are known, the provider as a code and as an NPI. */
export const athenaChargesReport: SampleReport = {
  file: 'charges.csv',
  preset: null,
  content: [
    split(
      'chargeid, claimid, patientid, enterpriseid, service date, post date, proccode, rndrng prvdr, rndrng prvdr npi no, amount',
    ),
    ...cells([
      'C1|501|77|1|10/02/2026|10/03/2026|99213|NORTH_Birch_A|1000000004|200.00',
      'C2|502|78|1|10/02/2026|10/03/2026|99214|NORTH_Birch_A|1000000004|250.00',
    ]),
  ],
}

/** Deposits with recoups: sums of batches, which name no kind of transaction, claim or charge. */
export const depositsReport: SampleReport = {
  file: 'deposits.csv',
  preset: null,
  content: [
    split(
      'Payment Batch ID, Remitter, Check Number, Check Date, Deposit Amount, Distributed to Line Items, On Account, Suspense, External Collections, Misc Income, Reversals, Recoup, Accounting Date',
    ),
    ...cells([
      'B1|Acme|4711|10/18/2026|100.00|120.00|0.00|0.00|0.00|0.00|0.00|-20.00|10/20/2026',
      'B2|Medicare|4712|10/19/2026|70.00|60.00|10.00|0.00|0.00|0.00|0.00|0.00|10/20/2026',
    ]),
  ],
}
