import { defineContract, type RowOf } from './contract.ts'
import { appointmentStatuses } from './vocabularies.ts'

/** One row per booking and change of its status; fills the times that the schedule does not have itself. */
export const waitLog = defineContract({
  dataset: 'wait_log',
  grain: 'one row per booking and status change',
  // The same change told twice says nothing new.
  keys: [['patient_key', 'provider', 'appt_date', 'start_time', 'status', 'logged_at']],
  control: null,
  oneOf: [['logged_at']],
  fields: {
    patient_key: { kind: 'id', required: true, privacy: 'indirect', aliases: ['patient id', 'patientid', 'patient acct no', 'patient account', 'patient account number', 'mrn', 'chart no'], description: 'Patient key; private side only.' },
    appt_date: { kind: 'date', required: true, privacy: 'indirect', aliases: ['appointment date', 'apptdate', 'appt date', 'visit date'], description: 'Day of the appointment.' },
    start_time: { kind: 'time', required: true, privacy: 'indirect', aliases: ['appointment start time', 'apptstarttime', 'appt time', 'appointment time', 'start time'], description: 'Booked start, local; with patient, day and provider it tells the booking.' },
    provider: { kind: 'text', required: true, privacy: 'none', resolve: 'provider', aliases: ['appointment provider name', 'appt provider full name', 'provider name', 'scheduling provider'], description: 'Scheduling provider, as the providers tab names them.' },
    status: { kind: 'choice', required: false, privacy: 'none', values: [...appointmentStatuses, 'unknown'], map: 'status', unmapped: 'unmapped', aliases: ['appointment status', 'appt status', 'visit status', 'status changed to'], description: 'What the booking became: checked in, roomed and completed give its times.' },
    logged_at: { kind: 'timestamp', required: false, privacy: 'indirect', aliases: ['log time', 'log date/time', 'status changed at', 'changed at', 'status time'], description: 'When; a time alone is one of the appointment’s day, 00:00 is not recorded.' },
  },
})

export type StatusChange = RowOf<typeof waitLog>
