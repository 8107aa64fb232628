import { cells, split, type SampleReport } from './sampleReport.ts'

/** Headers as they stand in the documented report. */
export const ecwEncounterHeaders = split(
  'Appointment Facility Name, Appointment Provider Name, Resource Provider Name, Appointment Date, Appointment Start Time, Appointment End Time, Appointment Arrived Time, Appointment Checked Out Time, Visit Type, Visit Status, Chart Lock Status, Note Done Date, Patient Name, Patient DOB, Patient Gender, Patient ID',
)

/** eClinicalWorks' encounters: a visit with times, and somebody who did not come. */
export const ecwEncountersReport: SampleReport = {
  file: 'ecw-encounters.csv',
  preset: 'ecw_encounters',
  content: [
    ecwEncounterHeaders,
    ...cells([
      'Northside |Birch, Ada,|Nurse 1|10/02/2026|09:29:59.999|10:00|09:20|10:15|OV : Office Visit|CHK|Locked|10/03/2026|Invented Person|01/01/1970|F|77',
      'Northside |Birch, Ada,|Nurse 1|10/02/2026|11:00|11:15|00:00|00:00|OV : Office Visit|N/S|||Invented Other|01/01/1970|F|78',
    ]),
  ],
}
