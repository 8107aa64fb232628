import { definePreset, type Preset } from './preset.ts'

const fingerprint = {
  all: ['Provider', 'Date', 'Time', 'Patient', 'DOB', 'Type', 'Status'],
  besides: ['Address'],
} as const

/**
 * OpenEMR's appointments as CSV: few columns with plain names, so that it is told by having these and no other. The status
 * is a title of OpenEMR's list, a sign and a word (`> Checked out`).
 */
export const openemrAppointments = definePreset({
  id: 'openemr_appointments',
  ...reportWith({ visit_type: 'Type', status: 'Status' }),
  fingerprint,
})

/**
 * The same without "Show Patient Address", as OpenEMR exports it unasked: the header has the address all the same, so
 * that each row stands one cell to the left of its names from there on, and nothing under the last one.
 */
export const openemrShortAppointments = definePreset({
  id: 'openemr_appointments_without_address',
  ...reportWith({ visit_type: 'DOB', status: 'Type' }),
  fingerprint: { ...fingerprint, all: [...fingerprint.all, 'Address'], blank: ['Status'] },
})

function reportWith(shifted: Readonly<Record<string, string>>): Omit<Preset, 'id' | 'fingerprint'> {
  return {
    system: 'OpenEMR',
    report: 'appointments',
    parts: [
      {
        name: 'appointments',
        dataset: 'appointments',
        columns: {
          appt_date: 'Date',
          start_time: 'Time',
          provider: 'Provider',
          is_test: 'Patient',
          ...shifted,
        },
      },
    ],
    caveats: ['it numbers neither bookings nor patients, so what counts patients needs another report'],
  }
}
