import { defineContract, type RowOf } from './contract.ts'
import { payerClasses } from './vocabularies.ts'

/**
 * One row per charge line; a void is a line of its own with a negative amount. athenahealth has a provider as a code and as an
 * NPI (`rndrng prvdr npi no`), whose alias is one word, so that the code wins where both are there.
 */
export const charges = defineContract({
  dataset: 'charges',
  grain: 'one row per charge line',
  keys: [['charge_id'], ['encounter_id', 'cpt', 'modifiers', 'service_date', 'charge_amount', 'post_date']],
  control: 'charge_amount',
  fields: {
    charge_id: { kind: 'id', required: false, privacy: 'indirect', aliases: ['charge no', 'line id', 'charge number', 'chargeid', 'charge line id'], description: 'Charge line.' },
    encounter_id: { kind: 'id', required: false, privacy: 'indirect', aliases: ['encounter', 'encounterid', 'visit id', 'invoice number / encounter id', 'invoice number', 'encounter number'], description: 'Encounter.' },
    claim_id: { kind: 'id', required: false, privacy: 'indirect', aliases: ['claim', 'claim no', 'claim number', 'claimid'], description: 'Claim.' },
    patient_key: { kind: 'id', required: false, privacy: 'indirect', aliases: ['patient id', 'patientid', 'patient acct no', 'patient mrn/identifier', 'mrn', 'patient account', 'chart no'], description: 'Patient key; private side only.' },
    service_date: { kind: 'date', required: true, privacy: 'indirect', aliases: ['date of service', 'dos', 'service start date', 'from date', 'servicestartdate'], description: 'Day of service.' },
    post_date: { kind: 'date', required: true, privacy: 'none', aliases: ['posting date', 'posted', 'date posted', 'postingdate', 'posted date', 'entry date'], description: 'Day entered in the ledger.' },
    rendering_provider: { kind: 'text', required: false, privacy: 'none', resolve: 'provider', aliases: ['provider', 'rendering provider name', 'provider name', 'servicing provider', 'renderingprovidername', 'rndrng prvdr', 'rndrngprvdrnpino'], description: 'Rendering provider, as the providers tab names them.' },
    location: { kind: 'text', required: false, privacy: 'none', aliases: ['site', 'facility', 'facility name', 'location name', 'service location name', 'service location', 'office'], description: 'Site.' },
    cpt: { kind: 'id', required: false, privacy: 'none', aliases: ['cpt code', 'cpt-4 code', 'procedure code', 'procedurecode', 'code', 'proccode'], description: 'Procedure code.' },
    modifiers: { kind: 'text', required: false, privacy: 'none', aliases: ['modifier', 'modifier1', 'mod', 'mods', 'modifier 1'], description: 'Modifiers.' },
    units: { kind: 'decimal', required: false, privacy: 'none', aliases: ['unit', 'qty', 'quantity'], description: 'Units.' },
    charge_amount: { kind: 'money', required: true, privacy: 'none', aliases: ['amount', 'charge', 'total charges', 'charges', 'billed charge', 'charge amt', 'billed', 'totalcharges'], description: 'Line total in cents.' },
    wrvu: { kind: 'decimal', required: false, privacy: 'none', aliases: ['work rvu', 'work rvus', 'wrvus', 'total work rvu'], description: 'Work RVUs of the line, units and modifiers counted; where blank the wRVU table decides.' },
    payer: { kind: 'text', required: false, privacy: 'none', aliases: ['primary payer name', 'payer name', 'insurance', 'primary insurance', 'primary insurance name'], description: 'Primary payer at the day of service, as written.' },
    payer_class: { kind: 'choice', required: false, privacy: 'none', values: payerClasses, resolve: 'payer', aliases: ['payer class', 'financial class', 'primary payer financial class'], description: 'Payer class (filled from payer through the payers tab).' },
    is_void: { kind: 'boolean', required: false, privacy: 'none', aliases: ['void', 'void?', 'voided', 'charge status', 'line status'], description: 'A void or its reversed line.' },
    last_modified: { kind: 'timestamp', required: false, privacy: 'indirect', aliases: ['last modified', 'last modified date', 'lastmodifieddate', 'modified', 'modified date', 'date modified', 'modified on', 'last updated', 'last update', 'updated', 'updated at', 'updated on', 'last changed'], description: 'When the row was changed last; of two rows with one identity the later counts.' },
    is_test: { kind: 'marker', required: false, privacy: 'direct', aliases: ['patient name', 'patientname', 'patient', 'test patient'], description: 'Test patient: yes, or a patient name with the word "test" (the name is dropped).' },
  },
})

export type Charge = RowOf<typeof charges>
