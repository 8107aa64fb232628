import { definePreset } from './preset.ts'

/**
 * athenahealth's appointments of the report builder: abbreviated headers, open slots as rows, code and label in one cell
 * (`o - Open Slot`). What became of a booking is its status, of a slot that nobody took the slot's.
 */
export const athenaSchedule = definePreset({
  id: 'athena_schedule',
  system: 'athenahealth',
  report: 'appointments and open slots',
  fingerprint: { all: ['apptid', 'apptdate', 'apptslotstatus', 'appttype'] },
  parts: [
    {
      name: 'appointments',
      dataset: 'appointments',
      columns: {
        appt_id: 'apptid',
        patient_key: 'patientid',
        appt_date: 'apptdate',
        start_time: 'apptstarttime',
        end_time: 'apptendtime',
        provider: ['appt schdlng prvdrfullnme', 'appt schdlng prvdr'],
        location: ['svcdeptname', 'svcdeptid'],
        visit_type: 'appttype',
        status: ['apptstatus', 'apptslotstatus'],
        booked_at: 'apptscheduledate',
        cancelled_at: 'apptcancelleddate',
        is_test: ['patient lastname', 'patient firstname'],
      },
    },
  ],
})
