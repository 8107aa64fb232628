import type { Row } from '../../../scripts/private/sources/source.ts'
import { split, type SampleReport } from './sampleReport.ts'

/** Headers of the template: what it requires, what it recommends, what may be there. */
export const pivotSchedulingHeaders = [
  ...split('Appt ID, Practice Name, Location Name, Department Name, Cost Center, Appt Provider ID'),
  ...split('Appt Provider First Name, Appt Provider Middle Name, Appt Provider Last Name'),
  ...split('Appt Provider Full Name, Appt Provider NPI, Appt Provider Credentials'),
  ...split('Appt Provider Primary Specialty, Referring Provider ID, Referring Provider First Name'),
  ...split('Referring Provider Middle Name, Referring Provider Last Name, Referring Provider Full Name'),
  ...split('Referring Provider Credentials, Referring Provider NPI, Referring Provider Primary Specialty'),
  ...split('Patient Identifier, Appt Type, Created Date, Appt Date, Cancel Date, Cancel Reason'),
  ...split('Appt Time, Scheduled Length, Appt Status, Check In Date, Check In Time'),
  ...split('Check Out Date, Check Out Time'),
]

/** A booking with the cells that a test names, by Ada Birch in the north; the rest is blank. */
export function pivotBooking(cells: Readonly<Record<string, string>>): Row {
  const all: Readonly<Record<string, string>> = {
    'Practice Name': 'Invented Practice',
    'Location Name': 'Northside',
    'Department Name': 'Family medicine',
    'Cost Center': '100',
    'Appt Provider First Name': 'Ada',
    'Appt Provider Last Name': 'Birch',
    'Appt Provider Full Name': 'Birch, Ada',
    'Appt Provider NPI': '1000000004',
    'Referring Provider Full Name': 'Reed, Bo',
    'Appt Type': 'Office Visit',
    'Created Date': '09/20/2026',
    'Appt Date': '10/02/2026',
    ...cells,
  }
  return pivotSchedulingHeaders.map((header) => all[header] ?? null)
}

/** PIVOT's scheduling: a visit with its times, somebody who did not come, two cancellations, one of them late. */
export const pivotSchedulingReport: SampleReport = {
  file: 'PIVOT_Scheduling_Invented_202610.txt',
  preset: 'pivot_scheduling',
  content: [
    pivotSchedulingHeaders,
    pivotBooking({
      'Appt ID': '00501',
      'Patient Identifier': '0077',
      'Appt Time': '09:30',
      'Scheduled Length': '20.00',
      'Appt Status': 'Completed',
      'Check In Date': '10/02/2026',
      'Check In Time': '09:20',
      'Check Out Date': '10/02/2026',
      'Check Out Time': '10:05',
    }),
    pivotBooking({
      'Appt ID': '00502',
      'Patient Identifier': '0078',
      'Appt Time': '10:00',
      'Scheduled Length': '40.00',
      'Appt Status': 'No Show',
      'Appt Type': 'New Patient',
    }),
    pivotBooking({
      'Appt ID': '00503',
      'Patient Identifier': '0079',
      'Appt Time': '11:00',
      'Scheduled Length': '20.00',
      'Appt Status': 'Canceled',
      'Cancel Date': '09/28/2026',
      'Cancel Reason': 'Patient',
    }),
    pivotBooking({
      'Appt ID': '00504',
      'Patient Identifier': '0080',
      'Appt Time': '11:20',
      'Scheduled Length': '20.00',
      'Appt Status': 'Canceled',
      'Cancel Date': '10/02/2026',
      'Cancel Reason': 'Patient',
      'Appt Provider Full Name': '',
    }),
  ],
}
