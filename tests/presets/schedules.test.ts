import { describe, expect, it } from 'vitest'
import { athenaScheduleReport } from './reports/athenaScheduleReport.ts'
import { collaborateHeaders, collaborateScheduleReport } from './reports/collaborateScheduleReport.ts'
import { ecwAppointmentsReport } from './reports/ecwAppointmentsReport.ts'
import { ecwEncounterHeaders, ecwEncountersReport } from './reports/ecwEncountersReport.ts'
import { ecwWaitLogHeaders, ecwWaitLogReport } from './reports/ecwWaitLogReport.ts'
import { kareoAppointmentsReport, tebraHeaders } from './reports/kareoAppointmentsReport.ts'
import { cells, type SampleReport } from './reports/sampleReport.ts'
import { takenReport, takenSample } from './takenReport.ts'

async function bookings(report: SampleReport) {
  const { ledger } = await takenSample(report)
  return ledger.appended('appointments')
}

describe('schedules as systems export them', () => {
  it('athenahealth: bookings, and slots that nobody took', async () => {
    const rows = await bookings(athenaScheduleReport)
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
    const rows = await bookings(ecwEncountersReport)
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
    const rows = await bookings(ecwAppointmentsReport)
    expect(rows.map((row) => [row.patient_key, row.status, row.payer, row.payer_class])).toEqual([
      ['77', 'checked_in', 'Acme', 'commercial'],
    ])
  })

  it('Tebra: day and time stand in one cell', async () => {
    const rows = await bookings(kareoAppointmentsReport)
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
    const rows = await bookings(collaborateScheduleReport)
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
    const { result } = await takenReport('collaborate.csv', [collaborateHeaders, ...rows, odd])
    expect(result.rejects).toMatchObject([{ row: 42, column: 'H', rule: 'not yes or no' }])
  })
})

describe('the length of a booking', () => {
  const encounters = (times: readonly string[]) => {
    const rows = times.map(
      (time, index) => `N|Birch|Birch|10/02/2026|${time}|||OV|CHK|||Person|||${String(index)}`,
    )
    return takenReport('encounters.csv', [ecwEncounterHeaders, ...cells(rows)])
  }

  it('is from its start to its end, where a report has an end and no length', async () => {
    const lengthsOf = async (report: SampleReport) =>
      (await bookings(report)).map(({ duration_min: length }) => length ?? null)
    expect(await lengthsOf(athenaScheduleReport)).toEqual([30, 15, 15])
    expect(await lengthsOf(ecwEncountersReport)).toEqual([30, 15])
    expect(await lengthsOf(ecwAppointmentsReport)).toEqual([null])
  })

  it('is the report’s own where it has one; an end with a day may be of the next, one that is much later says nothing', async () => {
    const row = (start: string, end: string, length: string) =>
      tebraHeaders.map(
        (header) =>
          ({
            ID: `${start}${end}`,
            ConfirmationStatus: 'Check-out',
            PatientID: '77',
            StartDate: start,
            EndDate: end,
            AppointmentDuration: length,
            ResourceName1: 'Ada Birch',
          })[header] ?? '',
      )
    const { ledger } = await takenReport('appointments.csv', [
      tebraHeaders,
      row('10/02/2026 09:30 AM', '10/02/2026 10:00 AM', '45'),
      row('10/02/2026 11:30 PM', '10/03/2026 12:15 AM', ''),
      row('10/02/2026 09:30 AM', '10/09/2026 09:30 AM', ''),
    ])
    expect(ledger.appended('appointments').map(({ duration_min }) => duration_min)).toEqual([45, 45, null])
  })

  it('goes past midnight where that is no more than eight hours; else the row is rejected', async () => {
    const good = Array.from({ length: 40 }, () => '09:30|10:00')
    const { ledger, result } = await encounters([
      ...good,
      '23:30|00:15',
      '09:30|09:30',
      '09:30|00:00',
      '09:30|09:00',
    ])
    const lengths = ledger.appended('appointments').map(({ duration_min }) => duration_min)
    expect(lengths.slice(40)).toEqual([45, null, null])
    expect(result.rejects).toMatchObject([{ row: 45, field: 'end_time', rule: 'ends before it starts' }])
  })
})

describe('eClinicalWorks’ wait-time log', () => {
  it('is a row for each change of status: noise is whole minutes, a time alone is the appointment’s day', async () => {
    const { ledger, result } = await takenSample(ecwWaitLogReport)
    const told = (await ledger.rows('wait_log')).map((row) => [
      row.patient_key,
      row.start_time,
      row.status,
      row.logged_at,
    ])
    expect(told).toEqual([
      ['77', '09:30', 'checked_in', '2026-10-02 09:20:00'],
      ['77', '09:30', 'roomed', '2026-10-02 09:32:00'],
      ['77', '09:30', 'completed', '2026-10-02 10:00:00'],
      ['78', '11:00', 'scheduled', null],
    ])
    const log = result.health.tabs.find(({ dataset }) => dataset === 'wait_log')
    expect(log?.rows).toMatchObject({ read: 5, included: 4, duplicates: 1 })
  })

  it('keeps a word that no map knows, and counts it; a row that tells no booking is rejected', async () => {
    const rows = cells([
      ...Array.from({ length: 40 }, () => 'N|Birch|Birch|10/02/2026|09:30|77|OV|09:20|On Mars|'),
      'N|Birch|Birch|10/02/2026|09:30||OV|09:20|ARR|',
    ])
    const { ledger, result } = await takenReport('log.csv', [ecwWaitLogHeaders, ...rows])
    expect(await ledger.rows('wait_log')).toMatchObject([{ status: 'unknown' }])
    expect(result.unmapped).toMatchObject([
      { dataset: 'wait_log', field: 'status', mapTab: 'map_status', rows: 40 },
    ])
    expect(result.rejects).toMatchObject([{ row: 42, column: 'F', rule: 'blank, and required' }])
  })

  it('without log times is no log', async () => {
    const headers = ecwWaitLogHeaders.filter((header) => header !== 'Log Time' && header !== 'Time in Status')
    const row = ['N', 'Birch', 'Birch', '10/02/2026', '09:30', '77', 'OV', 'ARR']
    await expect(takenReport('wait log.csv', [headers, row])).rejects.toThrow(/logged_at/)
  })
})
