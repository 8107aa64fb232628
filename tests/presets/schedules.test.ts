import { describe, expect, it } from 'vitest'
import { takenReport } from './takenReport.ts'

/** Headers as they stand in a documented report, and rows of invented bookings. */
function split(text: string): string[] {
  return text.split(/, */)
}

const athena = split(
  'patientid, apptdate, apptstarttime, apptday, apptcancelreason, apptslotstatus, apptstatus, appttype, apptscheduledate, apptscheduletime, appt schdlng prvdr, appt schdlng prvdrfullnme, appt schdlng prvdrid, rndrng prvdr, apptid, apptendtime, svcdeptid, enterpriseid, apptcancelleddate, patient firstname, patient lastname, patientdob',
)
const encounters = split(
  'Appointment Facility Name, Appointment Provider Name, Resource Provider Name, Appointment Date, Appointment Start Time, Appointment End Time, Appointment Arrived Time, Appointment Checked Out Time, Visit Type, Visit Status, Chart Lock Status, Note Done Date, Patient Name, Patient DOB, Patient Gender, Patient ID',
)
const list = split(
  'Appointment Date, Appointment Start Time, Visit Type, Visit Status, Case Label, Patient Name, Patient First Name, Patient Last Name, Appointment Facility Name, Appointment Provider Name, Resource Provider Name, Patient Acct No, Patient DOB, Primary Insurance Name',
)
const tebra = split(
  'ID, CreatedDate, LastModifiedDate, PracticeName, Type, ConfirmationStatus, ServiceLocationName, PatientID, PatientFullName, PatientCaseName, PatientCasePayerScenario, AuthorizationNumber, StartDate, EndDate, AllDay, Recurring, AppointmentDuration, AppointmentReason1, AppointmentReason2, ResourceName1, ResourceName2, Notes',
)
const collaborate = split(
  'Appointment ID, Facility ID, Patient Account, Practice ID, Provider ID, Appointment Date, Start Time, Checked In?, Complaint?, Deleted?, Has Charges?, No Show?, Comment, Patient Related?',
)

async function bookings(file: string, headers: readonly string[], rows: readonly string[]) {
  const { ledger } = await takenReport(file, [headers, ...rows.map((row) => row.split('|'))])
  return ledger.appended('appointments')
}

describe('schedules as systems export them', () => {
  it('athenahealth: bookings, and slots that nobody took', async () => {
    const rows = await bookings('athena.csv', athena, [
      '77|10/02/2026|09:30|Fri||f - Filled|3 - Checked Out|New Patient|09/20/2026|08:15|NORTH_Birch_A|BIRCH ADA|12|NORTH_Birch_A|501|10:00|4|1||Invented|Person|01/01/1970',
      '|10/02/2026|10:30|Fri||o - Open Slot||Any 15|||NORTH_Birch_A|BIRCH ADA|12||502|10:45|4|1||||',
      '78|10/02/2026|11:30|Fri|SICK|x - Cancelled|x - Cancelled|Any 15|09/20/2026||NORTH_Birch_A|BIRCH ADA|12||503|11:45|4|1|10/01/2026|||',
    ])
    expect(
      rows.map((row) => [
        row.appt_id,
        row.status,
        row.start_time,
        row.provider,
        row.booked_at,
        row.cancelled_at,
      ]),
    ).toEqual([
      ['501', 'completed', '09:30', 'BIRCH ADA', '2026-09-20 00:00:00', null],
      ['502', 'open_slot', '10:30', 'BIRCH ADA', null, null],
      ['503', 'cancelled', '11:30', 'BIRCH ADA', '2026-09-20 00:00:00', '2026-10-01 00:00:00'],
    ])
  })

  it('eClinicalWorks, encounters: the provider is the appointment’s, times with noise are whole minutes, 00:00 is not recorded', async () => {
    const rows = await bookings('encounters.csv', encounters, [
      'Northside |Birch, Ada,|Nurse 1|10/02/2026|09:29:59.999|10:00|09:20|10:15|OV : Office Visit|CHK|Locked|10/03/2026|Invented Person|01/01/1970|F|77',
      'Northside |Birch, Ada,|Nurse 1|10/02/2026|11:00|11:15|00:00|00:00|OV : Office Visit|N/S|||Invented Other|01/01/1970|F|78',
    ])
    expect(
      rows.map((row) => [
        row.status,
        row.provider,
        row.start_time,
        row.checked_in_at,
        row.checked_out_at,
        row.location,
      ]),
    ).toEqual([
      ['completed', 'Birch, Ada', '09:30', '2026-10-02 09:20:00', '2026-10-02 10:15:00', 'Northside'],
      ['no_show', 'Birch, Ada', '11:00', null, null, 'Northside'],
    ])
  })

  it('eClinicalWorks, list: with the payer, and test patients left out', async () => {
    const rows = await bookings('list.csv', list, [
      '10/02/2026|09:30|OV : Office Visit|PEN_CHKIN||Invented Person|Invented|Person|Northside|Birch, Ada,|Nurse 1|77|01/01/1970|Acme',
      '10/02/2026|09:45|OV : Office Visit|PEN||Test Patient|Test|Patient|Northside|Birch, Ada,|Nurse 1|78|01/01/1970|Acme',
    ])
    expect(rows.map((row) => [row.patient_key, row.status, row.payer, row.payer_class])).toEqual([
      ['77', 'checked_in', 'Acme', 'commercial'],
    ])
  })

  it('Tebra: day and time stand in one cell', async () => {
    const rows = await bookings('appointments.csv', tebra, [
      '9|9/1/2026 10:00:00 AM|9/2/2026 10:00:00 AM|X|P|Check-out|Northside|77|Invented Person||||10/02/2026 09:30:00 AM|10/02/2026 10:00:00 AM|False|False|30|Office Visit||Ada Birch||',
    ])
    expect(rows).toMatchObject([
      {
        appt_id: '9',
        appt_date: '2026-10-02',
        start_time: '09:30',
        duration_min: 30,
        status: 'completed',
        provider: 'Ada Birch',
        booked_at: '2026-09-01 10:00:00',
      },
    ])
  })

  it('CollaborateMD: a yes or no for each status, of which the gravest counts', async () => {
    const row = (checkedIn: string, deleted: string, charges: string, missed: string) =>
      `9|1|77|1|12|10/02/2026|09:30|${checkedIn}|No|${deleted}|${charges}|${missed}||Yes`
    const rows = await bookings('collaborate.csv', collaborate, [
      row('Yes', 'No', 'Yes', 'No'),
      row('Yes', 'No', 'No', 'No'),
      row('No', 'Yes', 'No', 'Yes'),
      row('No', 'No', 'No', 'Yes'),
      row('No', 'No', 'No', 'No'),
    ])
    expect(rows.map(({ status }) => status)).toEqual([
      'completed',
      'checked_in',
      'cancelled',
      'no_show',
      'scheduled',
    ])
  })

  it('CollaborateMD: what is neither yes nor no is rejected, never taken for a no', async () => {
    const rows = Array.from({ length: 40 }, (_, index) =>
      `${index}|1|77|1|12|10/02/2026|09:30|Yes|No|No|No|No||Yes`.split('|'),
    )
    const odd = '99|1|77|1|12|10/02/2026|09:30|perhaps|No|No|No|No||Yes'.split('|')
    const { result } = await takenReport('collaborate.csv', [collaborate, ...rows, odd])
    expect(result.rejects).toMatchObject([{ row: 42, column: 'H', rule: 'not yes or no' }])
  })
})
