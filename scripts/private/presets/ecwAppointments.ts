import { ecwBooking } from './ecwBooking.ts'
import { definePreset } from './preset.ts'

/** eClinicalWorks' list of appointments, without times of arrival. */
export const ecwAppointments = definePreset({
  id: 'ecw_appointments',
  system: 'eClinicalWorks',
  report: 'list of appointments',
  fingerprint: {
    all: [
      'Appointment Provider Name',
      'Resource Provider Name',
      'Appointment Date',
      'Visit Status',
      'Case Label',
    ],
    none: ['Appointment Arrived Time'],
  },
  parts: [
    {
      name: 'appointments',
      dataset: 'appointments',
      columns: { ...ecwBooking, payer: 'Primary Insurance Name' },
    },
  ],
})
