import type { PresetPart } from './preset.ts'

/** What eClinicalWorks' schedules have in common. The provider seen is the appointment's; the resource is a room, a nurse or a template. */
export const ecwBooking = {
  patient_key: ['Patient Acct No', 'Patient ID'],
  appt_date: 'Appointment Date',
  start_time: 'Appointment Start Time',
  end_time: 'Appointment End Time',
  provider: 'Appointment Provider Name',
  location: 'Appointment Facility Name',
  visit_type: 'Visit Type',
  status: 'Visit Status',
  is_test: 'Patient Name',
} as const satisfies PresetPart['columns']
