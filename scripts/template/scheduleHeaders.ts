import type { DataTabHeaders } from './dataHeaders.ts'

/** The tabs of bookings and of the notes of their visits. */
export const bookingHeaders: readonly DataTabHeaders[] = [
  {
    name: 'Schedule',
    dataset: 'appointments',
    purpose:
      'One row per booked appointment, past and future. Paste the schedule export below what is there. If it tells when the note was signed, add a column "Note Signed On": a blank there is an unsigned note.',
    headers: {
      appt_id: 'Appointment ID',
      encounter_id: 'Encounter ID',
      patient_key: 'Patient ID',
      appt_date: 'Appointment Date',
      start_time: 'Start Time',
      duration_min: 'Duration (min)',
      provider: 'Provider',
      location: 'Location',
      visit_type: 'Visit Type',
      status: 'Status',
      payer: 'Payer',
      booked_at: 'Booked On',
      cancelled_at: 'Cancelled On',
      cancelled_by: 'Cancelled By',
      checked_in_at: 'Checked In',
      roomed_at: 'Roomed',
      checked_out_at: 'Checked Out',
      is_new_patient: 'New Patient',
      is_telehealth: 'Telehealth',
      is_test: 'Test Patient',
      slot_id: 'Slot ID',
    },
  },
  {
    name: 'Encounters',
    dataset: 'encounters',
    purpose:
      'One row per encounter with the state of its note, if the record keeps that apart from the schedule. All of them, signed or not: a list of unsigned notes alone would read as if none were signed.',
    headers: {
      encounter_id: 'Encounter ID',
      appt_id: 'Appointment ID',
      patient_key: 'Patient ID',
      service_date: 'Service Date',
      provider: 'Provider',
      visit_status: 'Visit Status',
      note_signed: 'Locked',
      note_signed_at: 'Note Signed On',
      charge_count: 'Charge Count',
      is_test: 'Test Patient',
    },
  },
]

/** The tabs of what can be booked. */
export const slotHeaders: readonly DataTabHeaders[] = [
  {
    name: 'Slots',
    dataset: 'slots',
    purpose: 'One row per bookable slot of each provider, if the system can export them.',
    headers: {
      slot_id: 'Slot ID',
      slot_date: 'Slot Date',
      start_time: 'Start Time',
      provider: 'Provider',
      location: 'Location',
      is_available: 'Available',
    },
  },
  {
    name: 'Templates',
    dataset: 'templates',
    purpose:
      'If there is no list of slots: one row per session of each provider and weekday. A row with a date stands in for the weekday on that day; blocked throughout it closes the day.',
    headers: {
      provider: 'Provider',
      weekday: 'Weekday',
      template_date: 'Date',
      start_time: 'Start',
      end_time: 'End',
      blocked_min: 'Blocked Minutes',
      slot_min: 'Slot Minutes',
      location: 'Location',
      effective_from: 'Effective From',
    },
  },
  {
    name: 'Access samples',
    dataset: 'access_samples',
    purpose:
      'One row per look at the schedule: the same weekday and hour every week, the third open slot of each provider and visit type.',
    headers: {
      sample_date: 'Noted On',
      provider: 'Provider',
      visit_type: 'Visit Type',
      next_date: 'Next Open',
      third_next_date: '3rd Next Open',
    },
  },
]
