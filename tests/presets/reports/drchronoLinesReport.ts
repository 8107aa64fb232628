import { cells, split, type SampleReport } from './sampleReport.ts'

/** DrChrono's line items: paid by two payers and the patient, and one that nobody paid yet. */
export const drchronoLinesReport: SampleReport = {
  file: 'drchrono-lines.csv',
  preset: 'drchrono_lines',
  content: [
    split(
      'id, appointment, patient, code, quantity, billed, allowed, ins1_paid, ins2_paid, ins3_paid, pt_paid, posted_date, service_date, billing_status, ins1_name',
    ),
    ...cells([
      '501|A1|77|99213|1|200.00|120.00|80.00|10.00|0.00|30.00|2026-10-05|2026-10-02|Paid in Full|Acme',
      '502|A2|78|99214|1|250.00|||||0.00|2026-10-06|2026-10-03|In Process Payer|Medicare',
    ]),
  ],
}
