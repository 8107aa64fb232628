import { defineContract, type RowOf } from './contract.ts'
import { appointmentStatuses, noteStates } from './vocabularies.ts'

/** One row per encounter, with the state of its note; what it says wins over the schedule's own note columns. */
export const encounters = defineContract({
  dataset: 'encounters',
  grain: 'one row per encounter',
  keys: [['encounter_id']],
  control: null,
  oneOf: [['note_signed', 'note_signed_at']],
  fields: {
    encounter_id: { kind: 'id', required: true, privacy: 'indirect', aliases: ['encounter', 'encounter no', 'encounter number', 'encounterid', 'encounter #', 'visit id', 'visit number', 'note id'], description: 'Encounter; the number of its appointment where the system gives both the same.' },
    appt_id: { kind: 'id', required: false, privacy: 'indirect', aliases: ['appointment id', 'apptid', 'appt id', 'appt no'], description: 'Booking number of the appointment.' },
    patient_key: { kind: 'id', required: false, privacy: 'indirect', aliases: ['patient id', 'patientid', 'patient acct no', 'patient account', 'patient account number', 'mrn', 'chart no'], description: 'Patient key; private side only.' },
    service_date: { kind: 'date', required: true, privacy: 'indirect', aliases: ['date of service', 'dos', 'encounter date', 'visit date', 'appointment date', 'date'], description: 'Day of the encounter.' },
    provider: { kind: 'text', required: true, privacy: 'none', resolve: 'provider', aliases: ['provider name', 'encounter provider', 'rendering provider', 'appointment provider name', 'resource'], description: 'Provider, as the providers tab names them.' },
    visit_status: { kind: 'choice', required: false, privacy: 'none', values: [...appointmentStatuses, 'unknown'], map: 'status', unmapped: 'unmapped', aliases: ['encounter status', 'appointment status', 'appt status', 'status'], description: 'What became of the visit; one that did not take place has no note to sign.' },
    note_signed: { kind: 'choice', required: false, privacy: 'none', values: noteStates, unmapped: 'unmapped', aliases: ['locked', 'locked?', 'note locked', 'encounter locked', 'note signed?', 'notes signed', 'note status', 'chart signed', 'chart locked', 'encounter signed', 'lock status'], description: 'Whether the note is signed (locked); a date says that it is, a blank that it is not.' },
    note_signed_at: { kind: 'timestamp', required: false, privacy: 'indirect', aliases: ['note signed on', 'note signed date', 'note sign date', 'date note signed', 'note signed date/time', 'signed on', 'signed at', 'date signed', 'locked on', 'locked at', 'date locked', 'lock date'], description: 'When the note was signed; blank is not yet.' },
    charge_count: { kind: 'integer', required: false, privacy: 'none', aliases: ['charges', 'charge lines', 'number of charges'], description: 'Charge lines of the encounter; informative, charges are counted from their own tab.' },
    last_modified: { kind: 'timestamp', required: false, privacy: 'indirect', aliases: ['last modified', 'last modified date', 'lastmodifieddate', 'modified', 'modified date', 'date modified', 'modified on', 'last updated', 'last update', 'updated', 'updated at', 'updated on', 'last changed'], description: 'When the row was changed last; of two rows with one identity the later counts.' },
    is_test: { kind: 'marker', required: false, privacy: 'direct', aliases: ['patient name', 'patient full name', 'patient', 'test patient'], description: 'Test patient: yes, or a patient name with the word "test" (the name is dropped).' },
  },
})

export type Encounter = RowOf<typeof encounters>
