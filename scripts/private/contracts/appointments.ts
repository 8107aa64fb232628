import { defineContract, type RowOf } from './contract.ts'
import { appointmentStatuses, noteStates, payerClasses, visitGroups } from './vocabularies.ts'

/** One row per booking, or per open or blocked slot where the export lists those as rows. */
export const appointments = defineContract({
  dataset: 'appointments',
  grain: 'one row per booking (or open slot)',
  keys: [['provider', 'appt_id'], ['provider', 'patient_key', 'appt_date', 'start_time', 'booked_at']],
  control: null,
  fields: {
    appt_id: { kind: 'id', required: false, privacy: 'indirect', aliases: ['appointment id', 'apptid', 'appt id', 'appt no'], description: 'Booking number; unique per provider.' },
    encounter_id: { kind: 'id', required: false, privacy: 'indirect', aliases: ['encounter no', 'encounter number', 'encounterid', 'encounter'], description: 'Encounter of the appointment, as the encounters tab numbers them.' },
    patient_key: { kind: 'id', required: false, privacy: 'indirect', aliases: ['patient id', 'patientid', 'patient acct no', 'patient account', 'patient identifier', 'mrn', 'chart no'], description: 'Patient key; private side only.' },
    appt_date: { kind: 'date', required: true, privacy: 'indirect', aliases: ['appointment date', 'apptdate', 'date', 'visit date'], description: 'Day of the appointment.' },
    start_time: { kind: 'time', required: false, privacy: 'indirect', aliases: ['appointment start time', 'apptstarttime', 'appt time', 'appointment time', 'time', 'start time'], description: 'Booked start, local.' },
    duration_min: { kind: 'minutes', required: false, privacy: 'none', aliases: ['duration', 'scheduled length', 'appointment duration', 'length', 'minutes'], description: 'Booked length in minutes.' },
    end_time: { kind: 'timestamp', required: false, privacy: 'indirect', aliases: ['appointment end time', 'apptendtime', 'appt end time', 'end time', 'end date/time'], description: 'Booked end, local; gives the length where none is given.' },
    slot_id: { kind: 'id', required: false, privacy: 'none', aliases: ['slot'], description: 'Slot of the slots tab that the booking uses.' },
    provider: { kind: 'text', required: true, privacy: 'none', resolve: 'provider', aliases: ['appointment provider name', 'appt provider full name', 'provider name', 'resource provider name', 'appt schdlng prvdrfullnme', 'rendering provider', 'resource'], description: 'Scheduling provider, as the providers tab names them.' },
    location: { kind: 'text', required: false, privacy: 'none', aliases: ['appointment facility name', 'location name', 'site', 'facility', 'department', 'service location name', 'office'], description: 'Site.' },
    visit_type: { kind: 'text', required: false, privacy: 'none', aliases: ['appt type', 'appttype', 'type', 'appointment type', 'visit reason type'], description: 'Visit type as booked.' },
    visit_group: { kind: 'choice', required: false, privacy: 'none', values: visitGroups, map: 'visit_type', unmapped: 'unmapped', aliases: ['visit category'], description: 'Group of the visit type (filled from visit_type through the map).' },
    status: { kind: 'choice', required: true, privacy: 'none', values: appointmentStatuses, map: 'status', unmapped: 'refuse', aliases: ['appt status', 'apptstatus', 'visit status', 'appointment status', 'confirmation status', 'apptslotstatus'], description: 'What became of the booking.' },
    cancelled_by: { kind: 'choice', required: false, privacy: 'none', values: ['patient', 'practice'], aliases: ['canceled by', 'cancel by'], description: 'Who cancelled.' },
    booked_at: { kind: 'timestamp', required: false, privacy: 'indirect', aliases: ['booked', 'booked on', 'created date', 'apptscheduledate', 'scheduling date', 'date booked', 'created'], description: 'When it was booked.' },
    cancelled_at: { kind: 'timestamp', required: false, privacy: 'indirect', aliases: ['cancel date', 'canceled at', 'apptcancelleddate', 'cancelled', 'cancelled on', 'canceled on'], description: 'When it was cancelled.' },
    checked_in_at: { kind: 'timestamp', required: false, privacy: 'indirect', aliases: ['check in date/time', 'check in time', 'appointment arrived time', 'checked in', 'arrived'], description: 'Arrival.' },
    roomed_at: { kind: 'timestamp', required: false, privacy: 'indirect', aliases: ['roomed', 'in room'], description: 'Taken to a room.' },
    checked_out_at: { kind: 'timestamp', required: false, privacy: 'indirect', aliases: ['check out date/time', 'check out time', 'appointment checked out time', 'checked out'], description: 'Left.' },
    note_signed: { kind: 'choice', required: false, privacy: 'none', values: noteStates, unmapped: 'unmapped', aliases: ['note signed?', 'notes signed', 'note status', 'note locked', 'chart signed', 'chart locked', 'encounter signed'], description: 'Whether the note of the visit is signed; a date says that it is, a blank that it is not.' },
    note_signed_at: { kind: 'timestamp', required: false, privacy: 'indirect', aliases: ['note signed on', 'note signed date', 'note sign date', 'date note signed', 'note signed date/time', 'signed on', 'signed at', 'date signed'], description: 'When the note was signed; blank is not yet.' },
    is_new_patient: { kind: 'boolean', required: false, privacy: 'none', aliases: ['new patient', 'new patient?', 'new pt'], description: 'New to the practice; else from the visit group.' },
    is_telehealth: { kind: 'boolean', required: false, privacy: 'none', aliases: ['telehealth', 'telehealth?', 'video visit'], description: 'Telehealth; else from the visit group.' },
    last_modified: { kind: 'timestamp', required: false, privacy: 'indirect', aliases: ['last modified', 'last modified date', 'lastmodifieddate', 'modified', 'modified date', 'date modified', 'modified on', 'last updated', 'last update', 'updated', 'updated at', 'updated on', 'last changed'], description: 'When the row was changed last; of two rows with one identity the later counts.' },
    is_test: { kind: 'marker', required: false, privacy: 'direct', aliases: ['patient name', 'patient full name', 'patient', 'test patient'], description: 'Test patient: yes, or a patient name with the word "test" (the name is dropped).' },
    payer: { kind: 'text', required: false, privacy: 'none', aliases: ['primary insurance name', 'insurance', 'payer name', 'primary payer name', 'insurance name'], description: 'Payer as written; private side only.' },
    payer_class: { kind: 'choice', required: false, privacy: 'none', values: payerClasses, resolve: 'payer', aliases: ['payer class', 'financial class', 'primary payer financial class'], description: 'Payer class (filled from payer through the payers tab).' },
  },
})

export type Appointment = RowOf<typeof appointments>
