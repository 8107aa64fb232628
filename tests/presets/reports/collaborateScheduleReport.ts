import { cells, split, type SampleReport } from './sampleReport.ts'

/** Headers as they stand in the documented report. */
export const collaborateHeaders = split(
  'Appointment ID, Facility ID, Patient Account, Practice ID, Provider ID, Appointment Date, Start Time, Checked In?, Complaint?, Deleted?, Has Charges?, No Show?, Comment, Patient Related?',
)

/** CollaborateMD's appointments: one for each thing that may have become of it. */
export const collaborateScheduleReport: SampleReport = {
  file: 'collaboratemd-appointments.csv',
  preset: 'collaboratemd_appointments',
  content: [
    collaborateHeaders,
    ...cells([
      '9|1|77|1|12|10/02/2026|09:30|Yes|No|No|Yes|No||Yes',
      '10|1|78|1|12|10/02/2026|09:30|Yes|No|No|No|No||Yes',
      '11|1|79|1|12|10/02/2026|09:30|No|No|Yes|No|Yes||Yes',
      '12|1|80|1|12|10/02/2026|09:30|No|No|No|No|Yes||Yes',
      '13|1|81|1|12|10/02/2026|09:30|No|No|No|No|No||Yes',
    ]),
  ],
}
