import { definePreset } from './preset.ts'

/** The scheduling tab of the PIVOT extract template: one row a booking, its moments as a day and a time. */
export const pivotScheduling = definePreset({
  id: 'pivot_scheduling',
  system: 'PIVOT',
  report: 'template, scheduling',
  fingerprint: {
    all: ['Appt ID', 'Appt Provider Full Name', 'Appt Date', 'Appt Status', 'Scheduled Length'],
  },
  parts: [
    {
      name: 'appointments',
      dataset: 'appointments',
      columns: {
        appt_id: 'Appt ID',
        patient_key: 'Patient Identifier',
        appt_date: 'Appt Date',
        start_time: 'Appt Time',
        duration_min: 'Scheduled Length',
        provider: ['Appt Provider Full Name', 'Appt Provider NPI'],
        location: ['Location Name', 'Department Name', 'Practice Name'],
        visit_type: 'Appt Type',
        status: 'Appt Status',
        booked_at: 'Created Date',
        cancelled_at: 'Cancel Date',
        checked_in_at: ['Check In Date/Time', 'Check In Time'],
        checked_out_at: ['Check Out Date/Time', 'Check Out Time'],
      },
    },
  ],
})
