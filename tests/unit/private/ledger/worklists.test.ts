import { describe, expect, it } from 'vitest'
import { openLedger } from '../../../../scripts/private/ledger/openLedger.ts'
import { worklistLimit } from '../../../../scripts/private/worklists/worklist.ts'
import type { StagedRow } from '../../../helpers/ledgerRows.ts'
import type { Tabs } from './cubeRows.ts'
import { asOf, booking, charge, lastPosted, agreeing, rowsOf, listOf, lists } from './worklistRows.ts'

describe('the ledger', () => {
  it('lists nothing before it has counted', async () => {
    const ledger = await openLedger({ threads: 1 })
    await expect(ledger.worklists()).rejects.toThrow('ledger failed: reading worklists before cubes')
    await ledger.settle()
    await expect(ledger.worklists()).rejects.toThrow('ledger failed: reading worklists before cubes')
    await ledger.close()
  })

  it('leaves out lists whose tabs are missing, and keeps those with nothing in them', async () => {
    const totals = async (tabs: Tabs) => (await lists(tabs)).map(({ id, total }) => [id, total])
    expect(await totals({})).toEqual([])
    expect(await totals({ appointments: [booking] })).toEqual([['unresolved_appointments', 0]])
    expect(await totals({ charges: [charge] })).toEqual([['old_balances', 0]])
    const billing = { charges: [charge], transactions: [{ type: 'transfer', post_date: asOf, amount: 0 }] }
    expect(await totals({ appointments: [{ ...booking, note_signed: 'signed' }], ...billing })).toEqual([
      ['unresolved_appointments', 0],
      ['visits_without_charge', 0],
      ['charges_without_visit', 0],
      ['unsigned_notes', 0],
      ['unworked_denials', 0],
      ['old_balances', 0],
      ['credit_balances', 0],
    ])
  })

  it('gives so many rows as people read, and says how many there are', async () => {
    const many = Array.from({ length: worklistLimit + 5 }, (_, index) => ({
      ...booking,
      appt_id: String(index),
      status: 'scheduled',
    }))
    const list = await listOf('unresolved_appointments', { appointments: many })
    expect(list.total).toBe(worklistLimit + 5)
    expect(list.rows).toHaveLength(worklistLimit)
    expect(list.rows.at(-1)?.row).toBe(worklistLimit + 1)
  })

  it('lists what combined billing tabs hold, by the row there', async () => {
    const line = { claim_id: 'K1', service_date: '2026-05-01', post_date: '2026-05-02' }
    const tabs = {
      billing: [
        { ...line, line_id: '1', type: 'charge', amount: 9000, patient_key: 'P7' },
        { ...line, line_id: '2', type: 'denial', amount: 0, post_date: '2026-06-01' },
      ],
    }
    expect(rowsOf(await listOf('old_balances', tabs))).toMatchObject([
      { row: 2, balance_cents: 9000, claim_id: 'K1', patient_key: 'P7' },
    ])
    expect(rowsOf(await listOf('unworked_denials', tabs))).toMatchObject([{ row: 3, balance_cents: 9000 }])
  })
})

describe('past appointments without an outcome', () => {
  it('are those still scheduled, confirmed, arrived or roomed, the oldest first', async () => {
    const statuses = ['scheduled', 'confirmed', 'checked_in', 'roomed', 'completed', 'no_show', 'cancelled']
    const appointments = [
      ...statuses,
      'cancelled_late',
      'rescheduled',
      'left_unseen',
      'blocked',
      'open_slot',
    ].map((status, index) => ({
      ...booking,
      appt_id: String(index),
      status,
      appt_date: `2026-10-${String(30 - index)}`,
    }))
    const rows = rowsOf(await listOf('unresolved_appointments', { appointments }))
    expect(rows.map(({ row, status, days }) => [row, status, days])).toEqual([
      [5, 'roomed', 4],
      [4, 'checked_in', 3],
      [3, 'confirmed', 2],
      [2, 'scheduled', 1],
    ])
  })

  it('are before the as-of date, and of real patients', async () => {
    const open = { ...booking, status: 'scheduled' }
    const appointments = [
      { ...open, appt_id: '1', appt_date: asOf },
      { ...open, appt_id: '2', appt_date: '2026-10-30' },
      { ...open, appt_id: '3', is_test: true },
    ]
    expect(rowsOf(await listOf('unresolved_appointments', { appointments }))).toMatchObject([
      { row: 3, days: 1, appt_date: '2026-10-30', patient_key: 'P1', payer: 'Acme PPO' },
    ])
  })
})

describe('visits without a charge', () => {
  const missing = async (appointments: StagedRow[], charges: StagedRow[]) => {
    const list = await listOf('visits_without_charge', {
      appointments: [...agreeing.appointments, ...appointments],
      charges: [...agreeing.charges, ...charges],
    })
    return rowsOf(list).map(({ appt_id }) => appt_id)
  }
  const visit = { ...booking, appt_id: '1' }

  it('are listed by the place of their booking, with what finds them again', async () => {
    const { appointments, charges } = agreeing
    const list = await listOf('visits_without_charge', { appointments: [...appointments, visit], charges })
    expect(list.rows.map(({ tab, row }) => [tab, row])).toEqual([[1, 4]])
    expect(rowsOf(list)).toEqual([
      {
        row: 4,
        days: 26,
        appt_date: '2026-10-05',
        start_time: '09:00',
        provider: 'Ada Birch',
        location: 'North',
        visit_group: null,
        payer: 'Acme PPO',
        appt_id: '1',
        patient_key: 'P1',
      },
    ])
  })

  it('have none of their day and patient', async () => {
    expect(await missing([visit], [charge])).toEqual([])
    expect(await missing([visit], [{ ...charge, service_date: '2026-10-06' }])).toEqual(['1'])
    expect(await missing([visit], [{ ...charge, patient_key: 'P2' }])).toEqual(['1'])
  })

  it('are charged by another provider only if the patient had one visit that day', async () => {
    const other = { ...charge, rendering_provider: 'Ben Cole' }
    const second = { ...visit, appt_id: '2', provider: 'Cy Dale' }
    expect(await missing([visit], [other])).toEqual([])
    expect(await missing([visit, second], [other])).toEqual(['1', '2'])
    expect(await missing([visit, second], [charge])).toEqual(['2'])
    expect(await missing([visit, second], [{ ...charge, rendering_provider: null }])).toEqual([])
    expect(await missing([visit, second], [{ ...charge, rendering_provider: 'Unmapped' }])).toEqual([])
  })

  it('are not charged by a line that was voided, and are by one of $0', async () => {
    const voided = { ...charge, charge_id: 'v', charge_amount: -10_000 }
    const line = { ...charge, charge_id: 'c' }
    expect(await missing([visit], [line, voided])).toEqual(['1'])
    expect(await missing([visit], [line, voided, { ...charge, charge_id: 'f', charge_amount: 0 }])).toEqual(
      [],
    )
  })

  it('are more than 3 days before the last posting, and not before the first', async () => {
    const at = (day: string) => missing([{ ...visit, appt_date: day }], [])
    expect(await at('2026-10-27')).toEqual(['1'])
    expect(await at('2026-10-28')).toEqual([])
    expect(await at('2026-10-06')).toEqual(['1'])
    expect(await at('2026-10-04')).toEqual([])
  })

  it('are completed, once a patient, provider and day', async () => {
    expect(await missing([{ ...visit, status: 'no_show' }], [])).toEqual([])
    expect(await missing([visit, { ...visit, appt_id: '2', start_time: '10:00' }], [])).toEqual(['1'])
  })

  it('are not listed where the two tabs number patients differently, which the list says', async () => {
    const appointments = ['A1', 'A2', 'A3'].map((patient_key) => ({ ...booking, patient_key }))
    const charges = [{ ...charge, charge_id: '1', patient_key: 'A1' }, lastPosted]
    const list = await listOf('visits_without_charge', { appointments, charges })
    expect([list.total, list.rows]).toEqual([0, []])
    expect(list.explanation).toBe(
      'Nothing is listed: only 1 of 3 visits have a charge under their patient number, so the schedule and the charges do not seem to number patients alike.',
    )
    const half = await listOf('visits_without_charge', { appointments: appointments.slice(0, 2), charges })
    expect(half.total).toBe(1)
  })

  it('without a patient number are counted in words', async () => {
    const unnumbered = { ...visit, patient_key: null }
    const { appointments, charges } = agreeing
    const list = await listOf('visits_without_charge', {
      appointments: [...appointments, unnumbered],
      charges,
    })
    expect(list.total).toBe(0)
    expect(list.explanation).toContain('1 visit without a patient number could not be checked.')
    const none = await listOf('visits_without_charge', { appointments: [unnumbered], charges })
    expect(none.explanation).toBe(
      'Nothing is listed: the visits have no patient numbers to find their charges by.',
    )
  })
})

describe('unsigned notes', () => {
  it('are of completed appointments more than 3 days ago, where the schedule tells of notes', async () => {
    const unsigned = { ...booking, note_signed: 'unsigned' }
    const appointments = [
      { ...unsigned, appt_id: '1', appt_date: '2026-10-27' },
      { ...unsigned, appt_id: '2', appt_date: '2026-10-28' },
      { ...unsigned, appt_id: '3', status: 'no_show' },
      { ...booking, appt_id: '4', note_signed: 'signed' },
      { ...booking, appt_id: '5', note_signed: 'unknown' },
      { ...booking, appt_id: '6' },
      { ...unsigned, appt_id: '7', appt_date: '2026-10-01' },
    ]
    const rows = rowsOf(await listOf('unsigned_notes', { appointments }))
    expect(rows.map(({ appt_id, days }) => [appt_id, days])).toEqual([
      ['7', 30],
      ['1', 4],
    ])
  })

  it('list every booking of a visit, because each has a note of its own', async () => {
    const appointments = ['09:00', '10:00'].map((start_time) => ({
      ...booking,
      appt_id: start_time,
      start_time,
      appt_date: '2026-10-01',
      note_signed: 'unsigned',
    }))
    expect(rowsOf(await listOf('unsigned_notes', { appointments }))).toHaveLength(2)
  })
})
