import { definePreset } from './preset.ts'

/**
 * eClinicalWorks' log of waiting times: a row for each status that a booking took. What it says of the time in a status is
 * not read: the next row says it better.
 */
export const ecwWaitLog = definePreset({
  id: 'ecw_wait_log',
  system: 'eClinicalWorks',
  report: 'wait-time log',
  fingerprint: {
    all: ['Appointment Provider Name', 'Patient Acct No', 'Appointment Date', 'Log Time', 'Time in Status'],
  },
  parts: [
    {
      name: 'status changes',
      dataset: 'wait_log',
      columns: {
        patient_key: 'Patient Acct No',
        appt_date: 'Appointment Date',
        start_time: 'Appointment Start Time',
        provider: 'Appointment Provider Name',
        status: 'Status',
        logged_at: 'Log Time',
      },
    },
  ],
})
