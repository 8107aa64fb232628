import { definePreset, type PresetPart } from './preset.ts'

const line = { charge_id: 'id', service_date: 'service_date', post_date: 'posted_date' } as const

/**
 * DrChrono's line items, by the names of its interface: a wide row for each charge line, with what each payer and the patient paid
 * so far.
 */
export const drchronoLines = definePreset({
  id: 'drchrono_lines',
  system: 'DrChrono',
  report: 'line items',
  fingerprint: { all: ['code', 'billed', 'ins1_paid', 'pt_paid', 'posted_date', 'service_date'] },
  parts: [
    {
      name: 'charges',
      dataset: 'charges',
      columns: {
        ...line,
        encounter_id: 'appointment',
        patient_key: 'patient',
        rendering_provider: ['doctor_name', 'doctor'],
        cpt: 'code',
        units: ['quantity', 'units'],
        charge_amount: 'billed',
        payer: 'ins1_name',
      },
    },
    paid('first payer', 'ins1_paid', 'insurance_payment'),
    paid('second payer', 'ins2_paid', 'insurance_payment'),
    paid('third payer', 'ins3_paid', 'insurance_payment'),
    paid('patient', 'pt_paid', 'patient_payment'),
  ],
  caveats: [
    'its payments have no day of their own and count in the month in which the line was posted, so collections by month are approximate',
    'its adjustments are not in it; without them balances are too high',
  ],
})

function paid(name: string, amount: string, type: string): PresetPart {
  return {
    name: `${name} payments`,
    dataset: 'transactions',
    columns: { ...line, amount },
    constants: { type },
    onlyWith: 'amount',
    numbered: { field: 'txn_id', headers: ['id'] },
  }
}
