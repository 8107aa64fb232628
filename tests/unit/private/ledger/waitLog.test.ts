import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StagedRow } from '../../../helpers/ledgerRows.ts'
import { arbitraryLedger } from '../../../oracle/arbitraryLedger.ts'
import { logTie } from '../../../oracle/loggedTimes.ts'
import { booking } from '../../../oracle/sampleRows.ts'
import { rowsOf, withCubes } from './cubeRows.ts'

/** A change of P1's booking with Ada Brook at 9:00 on 5 October 2026. */
function change(status: string, time: string | null, fields: StagedRow = {}): StagedRow {
  return {
    patient_key: 'P1',
    provider: 'Ada Brook',
    appt_date: '2026-10-05',
    start_time: '09:00',
    status,
    logged_at: time === null ? null : `2026-10-05 ${time}:00`,
    ...fields,
  }
}

/** Steps of waiting and of the visit's length (999 is not known), and what of the log fits the schedule. */
async function waitOf(appointments: readonly StagedRow[], wait_log: readonly StagedRow[]) {
  return withCubes({ tabs: { appointments, wait_log } }, async (ledger, cubes) => {
    const stepsOf = (field: string) =>
      cubes
        .filter(({ cube }) => cube.name === `appointments_by_${field}`)
        .flatMap((table) => rowsOf(table).map((row) => row[field]))
    const told = { wait: stepsOf('wait_minutes'), cycle: stepsOf('cycle_minutes') }
    return { ...told, ...(await ledger.loggedTimes()) }
  })
}

const whole = [change('checked_in', '08:55'), change('roomed', '09:12'), change('completed', '09:40')]

describe('the log of status changes', () => {
  it('gives a booking without times its arrival, room and leaving', async () => {
    const told = { wait: [15], cycle: [45], changes: 3, unmatched: 0, untimely: 0, differing: 0 }
    expect(await waitOf([booking()], whole)).toEqual(told)
    expect(await waitOf([booking()], whole.toReversed())).toEqual(told)
  })

  it.each([
    ['patient', { patient_key: 'P2' }],
    ['day', { appt_date: '2026-10-06' }],
    ['start', { start_time: '09:15' }],
    ['provider', { provider: 'Ben Cole' }],
  ])('never by less than patient, day, start and provider: another %s is told', async (_, fields) => {
    const others = whole.map((one) => ({ ...one, ...fields }))
    expect(await waitOf([booking()], others)).toMatchObject({ wait: [999], changes: 3, unmatched: 3 })
  })

  it('gives way to the times of the schedule, and says where they differ by a minute or more', async () => {
    const own = booking({ checked_in_at: '2026-10-05 08:55:10', roomed_at: '2026-10-05 09:31:00' })
    expect(await waitOf([own], whole)).toMatchObject({ wait: [35], cycle: [45], differing: 1 })
    const same = booking({ checked_in_at: '2026-10-05 08:55:10' })
    expect(await waitOf([same], whole)).toMatchObject({ wait: [15], differing: 0 })
  })

  it('tells what was logged before the arrival or on another day, and takes no time from it', async () => {
    const odd = [
      change('roomed', '08:50'),
      change('completed', '09:40', { logged_at: '2026-10-06 09:40:00' }),
      change('checked_in', '08:55'),
    ]
    expect(await waitOf([booking()], odd)).toMatchObject({ wait: [999], cycle: [999], untimely: 2 })
  })

  it('takes the first arrival, the first room after it and the last leaving; what is not recorded says nothing', async () => {
    const again = [
      ...whole,
      change('checked_in', '09:30'),
      change('roomed', '08:54'),
      change('roomed', '09:20'),
      change('completed', '08:56'),
      change('completed', null),
      change('scheduled', '07:00'),
      change('unknown', '09:13'),
    ]
    expect(await waitOf([booking()], again)).toMatchObject({ wait: [15], cycle: [45], untimely: 1 })
  })

  it('gives the inputs that the schedule lacks', async () => {
    const lacking = (wait_log: readonly StagedRow[]) =>
      withCubes({ tabs: { appointments: [booking()], wait_log } }, (ledger) => ledger.lackingInputs())
    expect(await lacking([])).toEqual(expect.arrayContaining(['rooming_times', 'leaving_times']))
    const given = await lacking(whole)
    expect(given.filter((name) => name.endsWith('ing_times'))).toEqual([])
  })

  it('ties with random schedules as a plain computation says', async () => {
    const practices = fc
      .sample(arbitraryLedger, { seed: 7, numRuns: 60 })
      .filter(({ rows }) => rows.wait_log.length > 0)
    const sums = { changes: 0, unmatched: 0, untimely: 0, differing: 0 }
    for (const { rows, options } of practices) {
      const { appointments, wait_log } = rows
      const question = { tabs: { appointments, wait_log } as Record<string, readonly StagedRow[]> }
      const found = await withCubes({ ...question, asOf: options.asOf }, (ledger) => ledger.loggedTimes())
      expect(found).toEqual(logTie(rows, options))
      for (const name of Object.keys(sums) as (keyof typeof sums)[]) sums[name] += found[name]
    }
    expect(Math.min(...Object.values(sums))).toBeGreaterThan(20)
  })
})
