import { defineContract, type RowOf } from './contract.ts'
import {
  claimOutcomes,
  clearinghouseStates,
  denialCategories,
  denialResolutions,
  payerClasses,
} from './vocabularies.ts'

/** One row per claim, as it stands today; a claim sent again under its number is the same claim. */
export const claims = defineContract({
  dataset: 'claims',
  grain: 'one row per claim',
  keys: [['claim_id']],
  control: 'charge_amount',
  fields: {
    claim_id: { kind: 'id', required: true, privacy: 'indirect', aliases: ['claim', 'claim no', 'claim number', 'claimid', 'claim #', 'claim control number'], description: 'Claim.' },
    patient_key: { kind: 'id', required: false, privacy: 'indirect', aliases: ['patient id', 'patientid', 'patient acct no', 'mrn', 'patient account', 'patient account number', 'chart no'], description: 'Patient key; private side only.' },
    service_date: { kind: 'date', required: false, privacy: 'indirect', aliases: ['date of service', 'dos', 'from date', 'service start date', 'first dos'], description: 'First day of service.' },
    submitted_date: { kind: 'date', required: true, privacy: 'none', aliases: ['claim date', 'submitted', 'date submitted', 'submission date', 'first submitted', 'first bill date', 'billed date', 'date billed', 'sent date', 'original submission date'], description: 'Day on which the claim was first sent.' },
    clearinghouse_status: { kind: 'choice', required: false, privacy: 'none', values: clearinghouseStates, aliases: ['clearinghouse', 'scrub status', 'edit status', 'submission status'], description: 'What the clearinghouse said to the first submission; a rejected claim never reached the payer.' },
    first_remit_date: { kind: 'date', required: false, privacy: 'none', aliases: ['first remit', 'first remittance date', 'first response date', 'first era date', 'remit date', 'adjudicated', 'adjudication date', 'first eob date'], description: "Day of the payer's first answer." },
    outcome: { kind: 'choice', required: true, privacy: 'none', values: claimOutcomes, unmapped: 'refuse', aliases: ['first outcome', 'initial outcome', 'first pass outcome', 'adjudication result', 'first response', 'claim status', 'initial claim status'], description: "The payer's first answer: paid in full as contracted, partial, denied, or pending where there is none. What became of a denial is told by the resolution." },
    charge_amount: { kind: 'money', required: true, privacy: 'none', aliases: ['charges', 'total charges', 'billed', 'billed amount', 'claim amount', 'total charge', 'charge', 'claim charges'], description: 'Charges of the claim in cents.' },
    paid_amount: { kind: 'money', required: false, privacy: 'none', aliases: ['paid', 'payer paid', 'payment', 'insurance paid', 'paid amt'], description: 'Paid by the payer so far, in cents.' },
    payer: { kind: 'text', required: false, privacy: 'none', aliases: ['payer name', 'insurance', 'primary payer name', 'primary insurance', 'primary payer'], description: 'Payer of the claim, as written.' },
    payer_class: { kind: 'choice', required: false, privacy: 'none', values: payerClasses, resolve: 'payer', aliases: ['payer class', 'financial class'], description: 'Payer class (filled from payer through the payers tab).' },
    denial_category: { kind: 'choice', required: false, privacy: 'none', values: denialCategories, unmapped: 'unmapped', aliases: ['denial reason', 'denial code', 'denial type', 'denial reason code', 'carc', 'carc code', 'denial'], description: 'Why it was denied: a word of the list or the code of the remittance.' },
    appeal_date: { kind: 'date', required: false, privacy: 'none', aliases: ['appealed', 'appeal sent', 'date appealed', 'appealed on'], description: 'Day on which the denial was appealed.' },
    resolved_date: { kind: 'date', required: false, privacy: 'none', aliases: ['resolved', 'resolution date', 'date resolved', 'closed date', 'closed on'], description: 'Day on which the denial was resolved.' },
    resolution: { kind: 'choice', required: false, privacy: 'none', values: denialResolutions, unmapped: 'unmapped', aliases: ['denial resolution', 'denial outcome', 'final outcome', 'appeal outcome'], description: 'What became of the denial; blank is nothing yet.' },
    touches: { kind: 'integer', required: false, privacy: 'none', aliases: ['manual touches', 'touch count', 'work count', 'times worked', 'follow ups', 'follow-ups'], description: 'How often somebody worked on the claim by hand.' },
    last_modified: { kind: 'timestamp', required: false, privacy: 'indirect', aliases: ['last modified', 'last modified date', 'lastmodifieddate', 'modified', 'modified date', 'date modified', 'modified on', 'last updated', 'last update', 'updated', 'updated at', 'updated on', 'last changed'], description: 'When the row was changed last; of two rows with one identity the later counts.' },
    is_test: { kind: 'marker', required: false, privacy: 'direct', aliases: ['patient name', 'patientname', 'patient', 'test patient'], description: 'Test patient (the name is dropped).' },
  },
})

export type Claim = RowOf<typeof claims>
