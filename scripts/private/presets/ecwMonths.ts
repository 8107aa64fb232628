import { definePreset } from './preset.ts'

/**
 * eClinicalWorks' monthly summary: a row per provider, site, month and procedure, already added up. `Payment` is read, and
 * its two parts are compared with it.
 */
export const ecwMonths = definePreset({
  id: 'ecw_months',
  system: 'eClinicalWorks',
  report: 'monthly summary',
  fingerprint: {
    all: ['Month', 'Billed Charge', 'Payer Payment', 'Patient Payment', 'Change in A/R', 'Claim Count'],
  },
  parts: [
    {
      name: 'month totals',
      dataset: 'billing_summary',
      columns: {
        month: 'Month',
        provider: 'Appointment / Servicing Provider',
        location: 'Location',
        cpt: 'CPT Code',
        charges: 'Billed Charge',
        payments: 'Payment',
        insurance_payments: 'Payer Payment',
        patient_payments: 'Patient Payment',
        contractual: 'Contractual Adjustment',
        withheld: 'Payer Withheld',
        write_offs: 'Writeoff Adjustment',
        refunds: 'Refund',
        change_in_ar: 'Change in A/R',
        patients: 'Patient Count',
        claims: 'Claim Count',
        units: 'Units',
      },
    },
  ],
  wholes: [{ header: 'Payment', of: ['Payer Payment', 'Patient Payment'] }],
  caveats: [
    'month totals count for the whole practice only, and only where there are no charges and payments line by line',
    'what payers withhold counts as an adjustment whose reason is unknown',
  ],
})
