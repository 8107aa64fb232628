import { cells, split, type SampleReport } from './sampleReport.ts'

/** Headers as they stand in the documented report. */
export const openemrHeaders = split('Provider, Date, Time, Patient, Address, DOB, Type, Status')

/** Each thing that may become of a booking, two at one time, and a test patient. */
export const openemrRows = cells([
  'Birch,Ada M|2026-10-02|09:30:00|Invented Person|1 Main St, Suite 2|1970-01-01|Office Visit|> Checked out',
  'Birch,Ada M|2026-10-02|09:30:00|Invented Other||1970-01-02|New Patient|$ Coding done',
  'Moss,Cy |2026-10-02|14:00:00|Invented Third||1970-01-03|Office Visit|? No show',
  'Moss,Cy |2026-10-02|14:15:00|Invented Fourth||1970-01-04|Office Visit|x Canceled',
  'Moss,Cy |2026-10-02|14:30:00|Invented Fifth||1970-01-05|Office Visit|% Canceled < 24h',
  'Moss,Cy |2026-10-02|14:45:00|Invented Sixth||1970-01-06|Office Visit|~ Arrived late',
  'Moss,Cy |2026-10-02|15:00:00|Invented Seventh||1970-01-07|Office Visit|! Left w/o visit',
  'Moss,Cy |2026-11-20|15:00:00|Invented Eighth||1970-01-08|Office Visit|- None',
  'Moss,Cy |2026-11-20|15:15:00|Test Patient||1970-01-09|Office Visit|- None',
])

/** OpenEMR's appointments. */
export const openemrAppointmentsReport: SampleReport = {
  file: 'openemr-appts.csv',
  preset: 'openemr_appointments',
  content: [openemrHeaders, ...openemrRows],
}

/** The same without "Show Patient Address": the header stays, the rows are a cell shorter. */
export const openemrShortReport: SampleReport = {
  file: 'openemr-appts-without-address.csv',
  preset: 'openemr_appointments_without_address',
  content: [openemrHeaders, ...openemrRows.map((row) => row.toSpliced(4, 1))],
}
