import { ecwBooking } from './ecwBooking.ts'
import { definePreset } from './preset.ts'

/** eClinicalWorks' "Encounters by Provider & Location": bookings with arrival, departure and the note's day. */
export const ecwEncounters = definePreset({
  id: 'ecw_encounters',
  system: 'eClinicalWorks',
  report: 'encounters by provider and location',
  fingerprint: {
    all: [
      'Appointment Provider Name',
      'Resource Provider Name',
      'Appointment Date',
      'Visit Status',
      'Appointment Arrived Time',
    ],
  },
  parts: [
    {
      name: 'appointments',
      dataset: 'appointments',
      columns: {
        ...ecwBooking,
        checked_in_at: 'Appointment Arrived Time',
        checked_out_at: 'Appointment Checked Out Time',
        note_signed_at: 'Note Done Date',
      },
    },
  ],
})
