import { definePreset } from './preset.ts'

/**
 * CollaborateMD's appointments: a yes or no for each thing that may have become of a booking, and no status. What is
 * said first of these counts: deleted, missed, cancelled, then billed or checked in.
 */
export const collaborateSchedule = definePreset({
  id: 'collaboratemd_appointments',
  system: 'CollaborateMD',
  report: 'appointments, a yes or no for each status',
  fingerprint: { all: ['Appointment ID', 'Provider ID', 'Checked In?', 'Deleted?', 'Has Charges?'] },
  parts: [
    {
      name: 'appointments',
      dataset: 'appointments',
      columns: {
        appt_id: 'Appointment ID',
        patient_key: 'Patient Account',
        appt_date: ['Appointment Date', 'Date'],
        start_time: ['Start Time', 'Appointment Time', 'Time'],
        duration_min: ['Duration', 'Length'],
        end_time: ['End Time', 'Appointment End Time'],
        provider: ['Provider Name', 'Provider ID'],
        location: ['Facility Name', 'Facility ID'],
        visit_type: ['Appointment Type', 'Type'],
      },
      flags: {
        field: 'status',
        columns: [
          { header: 'Deleted?', means: 'cancelled' },
          { header: 'No Show?', means: 'no_show' },
          { header: 'Cancelled?', means: 'cancelled' },
          { header: 'Canceled?', means: 'cancelled' },
          { header: 'Has Charges?', means: 'completed' },
          { header: 'Checked Out?', means: 'completed' },
          { header: 'Checked In?', means: 'checked_in' },
          { header: 'Confirmed?', means: 'confirmed' },
        ],
      },
      constants: { status: 'scheduled' },
    },
  ],
  caveats: [
    'a booking without a yes counts as scheduled, and as missed by nobody unless the report has a column "No Show?"',
  ],
})
