import { cells, split, type SampleReport } from './sampleReport.ts'

/** Headers as they stand in the documented report. */
export const tebraHeaders = split(
  'ID, CreatedDate, LastModifiedDate, PracticeName, Type, ConfirmationStatus, ServiceLocationName, PatientID, PatientFullName, PatientCaseName, PatientCasePayerScenario, AuthorizationNumber, StartDate, EndDate, AllDay, Recurring, AppointmentDuration, AppointmentReason1, AppointmentReason2, ResourceName1, ResourceName2, Notes',
)

/** Tebra's appointments, by the names of its service description. */
export const kareoAppointmentsReport: SampleReport = {
  file: 'tebra-appointments.csv',
  preset: 'kareo_appointments',
  content: [
    tebraHeaders,
    ...cells([
      '9|9/1/2026 10:00:00 AM|9/2/2026 10:00:00 AM|X|P|Check-out|Northside|77|Invented Person||||10/02/2026 09:30:00 AM|10/02/2026 10:00:00 AM|False|False|30|Office Visit||Ada Birch||',
    ]),
  ],
}
