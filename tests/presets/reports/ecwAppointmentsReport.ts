import { cells, split, type SampleReport } from './sampleReport.ts'

/** Headers as they stand in the documented report. */
export const ecwListHeaders = split(
  'Appointment Date, Appointment Start Time, Visit Type, Visit Status, Case Label, Patient Name, Patient First Name, Patient Last Name, Appointment Facility Name, Appointment Provider Name, Resource Provider Name, Patient Acct No, Patient DOB, Primary Insurance Name',
)

/** eClinicalWorks' list of appointments: one that is waiting, and a test patient's. */
export const ecwAppointmentsReport: SampleReport = {
  file: 'ecw-appointments.csv',
  preset: 'ecw_appointments',
  content: [
    ecwListHeaders,
    ...cells([
      '10/02/2026|09:30|OV : Office Visit|PEN_CHKIN||Invented Person|Invented|Person|Northside|Birch, Ada,|Nurse 1|77|01/01/1970|Acme',
      '10/02/2026|09:45|OV : Office Visit|PEN||Test Patient|Test|Patient|Northside|Birch, Ada,|Nurse 1|78|01/01/1970|Acme',
    ]),
  ],
}
