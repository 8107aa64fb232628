import { definePreset } from './preset.ts'

/** Tebra's (Kareo's) appointments, by the field names of its service description (`GetAppointments`). */
export const kareoAppointments = definePreset({
  id: 'kareo_appointments',
  system: 'Tebra (Kareo)',
  report: 'appointments',
  fingerprint: {
    all: ['ID', 'ConfirmationStatus', 'StartDate', 'EndDate', 'ResourceName1', 'AppointmentReason1'],
  },
  parts: [
    {
      name: 'appointments',
      dataset: 'appointments',
      columns: {
        appt_id: 'ID',
        patient_key: 'PatientID',
        appt_date: 'StartDate',
        start_time: 'StartDate',
        end_time: 'EndDate',
        duration_min: 'AppointmentDuration',
        provider: 'ResourceName1',
        location: 'ServiceLocationName',
        visit_type: 'AppointmentReason1',
        status: 'ConfirmationStatus',
        booked_at: 'CreatedDate',
        is_test: 'PatientFullName',
      },
    },
  ],
  caveats: ['a booking of several people counts for the first resource and the first reason alone'],
})
