import { cells, split, type SampleReport } from './sampleReport.ts'

/** Headers as they stand in the documented report. */
export const athenaHeaders = split(
  'patientid, apptdate, apptstarttime, apptday, apptcancelreason, apptslotstatus, apptstatus, appttype, apptscheduledate, apptscheduletime, appt schdlng prvdr, appt schdlng prvdrfullnme, appt schdlng prvdrid, rndrng prvdr, apptid, apptendtime, svcdeptid, enterpriseid, apptcancelleddate, patient firstname, patient lastname, patientdob',
)

/** athenahealth's appointments: a visit, a slot that nobody took, a cancellation. */
export const athenaScheduleReport: SampleReport = {
  file: 'athena-appointments.csv',
  preset: 'athena_schedule',
  content: [
    athenaHeaders,
    ...cells([
      '77|10/02/2026|09:30|Fri||f - Filled|3 - Checked Out|New Patient|09/20/2026|08:15|NORTH_Birch_A|BIRCH ADA|12|NORTH_Birch_A|501|10:00|4|1||Invented|Person|01/01/1970',
      '|10/02/2026|10:30|Fri||o - Open Slot||Any 15|||NORTH_Birch_A|BIRCH ADA|12||502|10:45|4|1||||',
      '78|10/02/2026|11:30|Fri|SICK|x - Cancelled|x - Cancelled|Any 15|09/20/2026||NORTH_Birch_A|BIRCH ADA|12||503|11:45|4|1|10/01/2026|||',
    ]),
  ],
}
