import { definePreset } from './preset.ts'

/** The charges tab of the PIVOT extract template, where charges and transactions are two files. */
export const pivotCharges = definePreset({
  id: 'pivot_charges',
  system: 'PIVOT',
  report: 'template, charges',
  fingerprint: {
    all: ['Date of Service', 'Post Date', 'CPT-4 Code', 'Charge Amount', 'Work RVUs', 'Charge ID'],
    none: ['Transaction Type', 'Payment Amount'],
  },
  parts: [
    {
      name: 'charges',
      dataset: 'charges',
      columns: {
        charge_id: 'Charge ID',
        encounter_id: ['Invoice Number / Encounter ID', 'Invoice Number', 'Encounter ID'],
        patient_key: 'Patient MRN/Identifier',
        service_date: 'Date of Service',
        post_date: 'Post Date',
        rendering_provider: ['Rendering Provider Full Name', 'Rendering Provider NPI'],
        location: ['Billing Location Name', 'Department Name', 'Practice Name'],
        cpt: 'CPT-4 Code',
        modifiers: ['CPT Code Modifier 1', 'Modifier 1'],
        units: 'Units',
        charge_amount: 'Charge Amount',
        wrvu: 'Work RVUs',
        payer: ['Primary Payer Name', 'Primary Payer Plan'],
        payer_class: 'Primary Payer Financial Class',
      },
    },
  ],
})
