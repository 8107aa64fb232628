import { describe, expect, it } from 'vitest'
import type { StagedRow } from '../../../helpers/ledgerRows.ts'
import { agreeing, booking, charge, listOf, rowsOf } from './worklistRows.ts'

describe('charges without a visit', () => {
  const lone = { ...charge, charge_id: '9', patient_key: 'P9', encounter_id: 'E9', payer: 'Acme PPO' }
  const listed = async (charges: StagedRow[], appointments: StagedRow[] = []) =>
    rowsOf(
      await listOf('charges_without_visit', {
        appointments: [...agreeing.appointments, ...appointments],
        charges: [...agreeing.charges.slice(0, 2), ...charges],
      }),
    )

  it('are of patients who did not come that day, all charges of the day in one row', async () => {
    expect(await listed([lone, { ...lone, charge_id: '10', charge_amount: 2500 }])).toEqual([
      {
        row: 4,
        charge_cents: 12_500,
        days: 26,
        service_date: '2026-10-05',
        booking: 'none',
        provider: 'Ada Birch',
        location: null,
        payer: 'Acme PPO',
        charge_id: '9',
        claim_id: null,
        encounter_id: 'E9',
        patient_key: 'P9',
      },
    ])
  })

  it('are not those of a visit of that day with anybody, or of one that the encounter names', async () => {
    const visit = { ...booking, appt_id: 'v9', patient_key: 'P9', provider: 'Ben Cole' }
    expect(await listed([lone], [visit])).toEqual([])
    const later = { ...visit, appt_date: '2026-10-07' }
    expect(await listed([lone], [later])).toHaveLength(1)
    expect(await listed([{ ...lone, encounter_id: 'v9' }], [later])).toEqual([])
    // The same number of another patient is another number.
    expect(await listed([{ ...lone, encounter_id: 'x1' }])).toHaveLength(1)
  })

  it('say what the schedule has of the patient on that day', async () => {
    const said = async (...statuses: string[]) => {
      const rows = statuses.map((status, index) => {
        return { ...booking, appt_id: `v${String(index)}`, patient_key: 'P9', status }
      })
      return (await listed([lone], rows)).map((row) => row.booking)
    }
    expect(await said('no_show')).toEqual(['no-show'])
    expect(await said('cancelled', 'no_show')).toEqual(['no-show'])
    expect(await said('no_show', 'scheduled')).toEqual(['no outcome yet'])
    expect(await said('left_unseen')).toEqual(['left unseen'])
    expect(await said('rescheduled')).toEqual(['cancelled or moved'])
  })

  it('are not voided, of the last days, or of months that the schedule does not cover', async () => {
    const voided = { ...lone, charge_id: '10', charge_amount: -10_000, is_void: true }
    expect(await listed([lone, voided])).toEqual([])
    const late = { ...booking, appt_id: 'late', patient_key: 'X1', appt_date: '2026-10-29' }
    const paid = { ...charge, charge_id: 'late', patient_key: 'X1', service_date: '2026-10-29' }
    const on = async (day: string) => (await listed([{ ...lone, service_date: day }, paid], [late])).length
    expect([await on('2026-10-27'), await on('2026-10-28')]).toEqual([1, 0])
    expect(await on('2026-09-20')).toBe(0)
  })

  it('are not listed where the tabs do not number patients alike', async () => {
    const others = ['A', 'B', 'C'].map((key) => ({ ...lone, charge_id: key, patient_key: key }))
    const tabs = {
      appointments: agreeing.appointments,
      charges: [...agreeing.charges.slice(0, 2), ...others],
    }
    const list = await listOf('charges_without_visit', tabs)
    expect(list.total).toBe(0)
    expect(list.explanation).toContain('only 2 of 5 charged days have a visit')
  })
})

describe('claims over 60 days', () => {
  const claim = {
    claim_id: 'K1',
    patient_key: 'P1',
    service_date: '2026-08-20',
    submitted_date: '2026-08-31',
    outcome: 'pending',
    charge_amount: 30_000,
    payer: 'ACME  P.P.O',
  }
  const payer = { payer_id: 'P1', name: 'Acme Health', class: 'commercial', aliases: 'Acme; Acme ppo' }
  const listed = async (claims: StagedRow[], payers: StagedRow[] = []) =>
    rowsOf(await listOf('open_claims', { claims, payers }))
  const stateOf = async (fields: StagedRow) =>
    (await listed([{ ...claim, ...fields }])).map(({ state }) => state)

  it('are sent more than 60 days ago', async () => {
    expect(await listed([claim, { ...claim, claim_id: 'K2', submitted_date: '2026-09-01' }])).toEqual([
      {
        row: 2,
        charge_cents: 30_000,
        days: 61,
        submitted_date: '2026-08-31',
        state: 'no answer',
        denial_category: null,
        file_by: null,
        days_left: null,
        payer: 'ACME  P.P.O',
        service_date: '2026-08-20',
        claim_id: 'K1',
        patient_key: 'P1',
      },
    ])
  })

  it('are not answered yet, rejected, or denied and not resolved', async () => {
    expect(await stateOf({ outcome: 'paid' })).toEqual([])
    expect(await stateOf({ outcome: 'paid', first_remit_date: '2026-11-02' })).toEqual(['no answer'])
    expect(await stateOf({ outcome: 'denied', first_remit_date: '2026-09-20' })).toEqual(['denied'])
    expect(await stateOf({ outcome: 'denied', denial_category: 'not_a_denial' })).toEqual([])
    expect(await stateOf({ outcome: 'denied', resolution: 'overturned' })).toEqual([])
    expect(await stateOf({ outcome: 'denied', resolution: 'unknown' })).toEqual(['denied'])
    const toCome = { outcome: 'denied', resolution: 'written_off', resolved_date: '2026-11-01' }
    expect(await stateOf(toCome)).toEqual(['denied'])
    expect(await stateOf({ outcome: 'denied', clearinghouse_status: 'rejected' })).toEqual(['rejected'])
    expect(await stateOf({ is_test: true })).toEqual([])
  })

  it('are listed first where 30 days or less are left to file, however new', async () => {
    const fresh = { ...claim, claim_id: 'K2', submitted_date: '2026-10-20', charge_amount: 100 }
    const withLimit = async (timely_filing_days: number) =>
      (await listed([claim, fresh], [{ ...payer, timely_filing_days }])).map(
        ({ claim_id, file_by, days_left }) => [claim_id, file_by, days_left],
      )
    // From 20 August: 72 days to the as-of date.
    expect(await withLimit(102)).toEqual([
      ['K1', '2026-11-30', 30],
      ['K2', '2026-11-30', 30],
    ])
    expect(await withLimit(103)).toEqual([['K1', '2026-12-01', 31]])
    expect(await withLimit(72)).toEqual([
      ['K1', '2026-10-31', 0],
      ['K2', '2026-10-31', 0],
    ])
    // What is too late is only old.
    expect(await withLimit(71)).toEqual([['K1', '2026-10-30', -1]])
  })

  it('say whether limits are checked, and how much is charged', async () => {
    const told = async (payers: StagedRow[]) =>
      (await listOf('open_claims', { claims: [claim], payers })).explanation
    expect(await told([])).toContain('$300.00 of charges in all. Filing limits are not checked')
    expect(await told([{ ...payer, timely_filing_days: 90 }])).toContain(
      'The limit is that of the payers tab',
    )
  })
})
