import { definePreset, type PresetPart } from './preset.ts'

const line = {
  charge_id: 'ID',
  encounter_id: 'EncounterID',
  service_date: 'ServiceStartDate',
} as const

/** Numbers that tell the amounts of one line apart, and are the same in the next export. */
const numbered = { field: 'txn_id', headers: ['ID'] } as const

/**
 * Tebra's (Kareo's) charge lines: one wide row a line, what each payer and the patient paid beside it.
 * Field names as its service description has them (`GetCharges`).
 */
export const kareoCharges = definePreset({
  id: 'kareo_charges',
  system: 'Tebra (Kareo)',
  report: 'charges, one wide row a line',
  fingerprint: {
    all: [
      'ID',
      'EncounterID',
      'ServiceStartDate',
      'PostingDate',
      'ProcedureCode',
      'TotalCharges',
      'Receipts',
    ],
  },
  parts: [
    {
      name: 'charges',
      dataset: 'charges',
      columns: {
        ...line,
        patient_key: 'PatientID',
        post_date: 'PostingDate',
        rendering_provider: 'RenderingProviderName',
        location: 'ServiceLocationName',
        cpt: 'ProcedureCode',
        modifiers: 'ProcedureModifier1',
        units: 'Units',
        charge_amount: 'TotalCharges',
        payer: ['PrimaryInsuranceCompanyName', 'PrimaryInsurancePlanName'],
        is_test: 'PatientName',
      },
    },
    ...(['Primary', 'Secondary', 'Tertiary'] as const).flatMap(insurance),
    {
      name: 'patient payments',
      dataset: 'transactions',
      columns: { ...line, post_date: 'PatientPaymentPostingDate', amount: 'PatientPaymentAmount' },
      constants: { type: 'patient_payment' },
      onlyWith: 'amount',
      numbered,
    },
    {
      name: 'other adjustments',
      dataset: 'transactions',
      columns: { ...line, post_date: 'PostingDate', amount: 'OtherAdjustment' },
      constants: { type: 'adjustment', adj_category: 'unknown' },
      onlyWith: 'amount',
      numbered,
    },
  ],
  wholes: [
    {
      header: 'Receipts',
      of: [
        'PrimaryInsuranceInsurancePayment',
        'SecondaryInsuranceInsurancePayment',
        'TertiaryInsuranceInsurancePayment',
        'PatientPaymentAmount',
      ],
    },
  ],
  caveats: [
    'Payments of several days to one line stand in one column with one posting date, so collections by month are approximate',
    'other adjustments have no date of their own and count in the month in which the charge was posted',
  ],
})

/** What one payer paid and adjusted, on the day it was posted; where nothing was paid, on the day of its answer. */
function insurance(rank: 'Primary' | 'Secondary' | 'Tertiary'): PresetPart[] {
  const named = (rest: string): string => `${rank}Insurance${rest}`
  const columns = {
    ...line,
    post_date: [named('PaymentPostingDate'), named('AdjudicationDate')],
    payer: [named('CompanyName'), named('PlanName'), named('CompanyPlanName')],
  } as const
  const name = rank.toLowerCase()
  const part = (
    what: string,
    { amount, reason, type }: { amount: string; reason?: string; type: string },
  ): PresetPart => ({
    name: `${name} ${what}`,
    dataset: 'transactions',
    columns: {
      ...columns,
      amount: named(amount),
      ...(reason === undefined ? {} : { adj_category: named(reason) }),
    },
    constants: { type },
    onlyWith: 'amount',
    numbered,
  })
  return [
    part('payments', { amount: 'InsurancePayment', type: 'insurance_payment' }),
    part('contract adjustments', {
      amount: 'InsuranceContractAdjustment',
      reason: 'InsuranceContractAdjustmentReason',
      type: 'adjustment',
    }),
    part('further adjustments', {
      amount: 'InsuranceSecondaryAdjustment',
      reason: 'InsuranceSecondaryAdjustmentReason',
      type: 'adjustment',
    }),
  ]
}
