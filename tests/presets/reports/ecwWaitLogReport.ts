import { cells, split, type SampleReport } from './sampleReport.ts'

/** Headers as they stand in the documented report. */
export const ecwWaitLogHeaders = split(
  'Appointment Facility Name, Appointment Provider Name, Resource Provider Name, Appointment Date, Appointment Start Time, Patient Acct No, Visit Type, Log Time, Status, Time in Status',
)

/** eClinicalWorks' wait-time log: a visit, told twice in part, and a change whose time was not recorded. */
export const ecwWaitLogReport: SampleReport = {
  file: 'ecw-wait-times.csv',
  preset: 'ecw_wait_log',
  content: [
    ecwWaitLogHeaders,
    ...cells([
      'Northside |Birch, Ada,|Nurse 1|10/02/2026|09:29:59.999|77|OV : Office Visit|09:19:59.999|ARR|00:12',
      'Northside |Birch, Ada,|Nurse 1|10/02/2026|09:30|77|OV : Office Visit|09:32|In Room|00:28',
      'Northside |Birch, Ada,|Nurse 1|10/02/2026|09:30|77|OV : Office Visit|10/02/2026 10:00 AM|CHK|',
      'Northside |Birch, Ada,|Nurse 1|10/02/2026|09:30|77|OV : Office Visit|10/02/2026 10:00 AM|CHK|',
      'Northside |Birch, Ada,|Nurse 1|10/02/2026|11:00|78|OV : Office Visit|00:00|PEN|',
    ]),
  ],
}
