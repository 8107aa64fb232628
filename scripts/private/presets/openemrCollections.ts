import { definePreset } from './preset.ts'

/**
 * OpenEMR's collections report as CSV: a row for each open invoice. What identifies a patient (SSN, birthday, telephone) can stand in it
 * and is not read. Whether payers or patients owe is a choice in its form, which the file does not say.
 */
export const openemrCollections = definePreset({
  id: 'openemr_collections',
  system: 'OpenEMR',
  report: 'collections (open invoices)',
  fingerprint: { all: ['Invoice', 'DOS', 'Referrer', 'Provider', 'Charge', 'Adjust', 'Paid', 'Balance'] },
  parts: [
    {
      name: 'open invoices',
      dataset: 'aging',
      columns: {
        invoice_id: 'Invoice',
        service_date: 'DOS',
        payer: 'Insurance',
        age_days: 'Aging Days',
        debit_balance: 'Balance',
      },
      derived: { as_of: ['service_date', 'age_days'], bucket: ['service_date'] },
    },
  ],
  caveats: ['its providers are numbers, which are not read'],
})
