import { describe, expect, it } from 'vitest'
import { takeInTab } from '../mess/takeIn.ts'
import {
  openemrAppointmentsReport,
  openemrHeaders,
  openemrRows,
  openemrShortReport,
} from './reports/openemrAppointmentsReport.ts'
import { pivotSchedulingHeaders, pivotSchedulingReport } from './reports/pivotSchedulingReport.ts'
import { cells, type SampleReport } from './reports/sampleReport.ts'
import { takenSample } from './takenReport.ts'

async function bookings(report: SampleReport) {
  const { ledger, result } = await takenSample(report)
  expect(result.rejects).toEqual([])
  return ledger.appended('appointments')
}

describe("OpenEMR's appointments", () => {
  it('have a status of a sign and a word; two at one time are two, and test patients are left out', async () => {
    const rows = await bookings(openemrAppointmentsReport)
    const told = rows.map((row) => [row.provider, row.appt_date, row.start_time, row.visit_group, row.status])
    expect(told).toEqual([
      ['Birch, Ada M', '2026-10-02', '09:30', 'established', 'completed'],
      ['Birch, Ada M', '2026-10-02', '09:30', 'new', 'completed'],
      ['Moss, Cy', '2026-10-02', '14:00', 'established', 'no_show'],
      ['Moss, Cy', '2026-10-02', '14:15', 'established', 'cancelled'],
      ['Moss, Cy', '2026-10-02', '14:30', 'established', 'cancelled_late'],
      ['Moss, Cy', '2026-10-02', '14:45', 'established', 'checked_in'],
      ['Moss, Cy', '2026-10-02', '15:00', 'established', 'left_unseen'],
      ['Moss, Cy', '2026-11-20', '15:00', 'established', 'scheduled'],
    ])
  })

  it('nothing of a patient is read', async () => {
    const rows = await bookings(openemrAppointmentsReport)
    expect(JSON.stringify(rows)).not.toMatch(/Invented|Main St|1970/)
  })

  it('without the address in their rows are the same bookings: the header has it all the same', async () => {
    const full = await bookings(openemrAppointmentsReport)
    expect(await bookings(openemrShortReport)).toEqual(full)
    const { result } = await takenSample(openemrShortReport)
    expect(result.health.tabs.map(({ rows }) => [rows.read, rows.included, rows.outOfScope])).toContainEqual([
      9, 8, 1,
    ])
  })

  it('some with and some without the address are refused: a type is no status', async () => {
    const short = openemrRows.map((row) => row.toSpliced(4, 1))
    const longLast = await takeInTab('appts', [
      openemrHeaders,
      ...short,
      ...short,
      ...openemrRows.slice(0, 1),
    ])
    expect(longLast.refused).toEqual([expect.stringContaining('column G (status): 1 row holds a value')])
    const shortLast = await takeInTab('appts', [openemrHeaders, ...openemrRows, ...short.slice(0, 1)])
    expect(shortLast.rejected).toEqual(['H11 status: blank, and required'])
  })

  it('what is wrong is named where the sheet has it, also where rows are shorter', async () => {
    const short = openemrRows.map((row) => row.toSpliced(4, 1))
    const odd = (short[0] ?? []).with(6, 'perhaps')
    const { refused } = await takeInTab('appts', [openemrHeaders, ...short, odd])
    expect(refused).toEqual([
      expect.stringContaining('column G (status): 1 row holds a value that no map knows'),
    ])
  })

  it('a schedule of the same headers and others is no report of OpenEMR, and keeps its numbers', async () => {
    const own = [...openemrHeaders, 'Appt ID']
    const row = 'Birch,Ada M|2026-10-02|09:30:00|Invented Person||1970-01-01|Office Visit|Completed|007'
    const schedule = await takeInTab('Schedule', [own, ...cells([row])])
    expect((await schedule.rows('appointments')).map(({ appt_id }) => appt_id)).toEqual(['007'])
  })
})

describe("PIVOT's scheduling template", () => {
  it('gives bookings with their times and lengths; a cancellation on the day is late; a provider without a name has a number', async () => {
    const rows = await bookings(pivotSchedulingReport)
    expect(
      rows.map((row) => [
        ...[row.appt_id, row.patient_key, row.appt_date, row.start_time, row.duration_min],
        ...[row.provider, row.location, row.visit_group, row.status],
        ...[row.booked_at, row.cancelled_at, row.checked_in_at, row.checked_out_at],
      ]),
    ).toEqual([
      [
        ...[
          '00501',
          '0077',
          '2026-10-02',
          '09:30',
          20,
          'Birch, Ada',
          'Northside',
          'established',
          'completed',
        ],
        ...['2026-09-20 00:00:00', null, '2026-10-02 09:20:00', '2026-10-02 10:05:00'],
      ],
      [
        ...['00502', '0078', '2026-10-02', '10:00', 40, 'Birch, Ada', 'Northside', 'new', 'no_show'],
        ...['2026-09-20 00:00:00', null, null, null],
      ],
      [
        ...[
          '00503',
          '0079',
          '2026-10-02',
          '11:00',
          20,
          'Birch, Ada',
          'Northside',
          'established',
          'cancelled',
        ],
        ...['2026-09-20 00:00:00', '2026-09-28 00:00:00', null, null],
      ],
      [
        ...['00504', '0080', '2026-10-02', '11:20', 20, '1000000004', 'Northside', 'established'],
        ...['cancelled_late', '2026-09-20 00:00:00', '2026-10-02 00:00:00', null, null],
      ],
    ])
  })

  it('reads none of the columns that it does not need', async () => {
    const rows = await bookings(pivotSchedulingReport)
    expect(JSON.stringify(rows)).not.toMatch(/Reed|Invented/)
    expect(new Set(pivotSchedulingHeaders).size).toBe(34)
  })
})
