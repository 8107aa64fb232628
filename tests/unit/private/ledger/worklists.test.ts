import { describe, expect, it } from 'vitest'
import type { Dataset } from '../../../../scripts/private/contracts/dataset.ts'
import type { LedgerWorklist } from '../../../../scripts/private/ledger/ledger.ts'
import { openLedger } from '../../../../scripts/private/ledger/openLedger.ts'
import { defaultSettings, type Settings } from '../../../../scripts/private/settings.ts'
import { worklistLimit, type WorklistId } from '../../../../scripts/private/worklists/worklist.ts'
import { stageRows, type StagedRow } from '../../../helpers/ledgerRows.ts'
import type { Tabs } from './cubeRows.ts'

const asOf = '2026-10-31'

const booking = {
  patient_key: 'P1',
  appt_date: '2026-10-05',
  start_time: '09:00',
  provider: 'Ada Birch',
  location: 'North',
  payer: 'Acme PPO',
  payer_class: 'commercial',
  status: 'completed',
}
const charge = {
  patient_key: 'P1',
  service_date: '2026-10-05',
  post_date: '2026-10-05',
  rendering_provider: 'Ada Birch',
  payer_class: 'commercial',
  charge_amount: 10_000,
}
/** Posted on the as-of date, so that visits are due by it; of nobody, so that it charges no visit. */
const lastPosted = { ...charge, charge_id: 'last', patient_key: 'nobody', post_date: asOf }
/** Two visits with their charges, so that patients are seen to be numbered alike. */
const agreeing = {
  appointments: [
    { ...booking, appt_id: 'x1', patient_key: 'X1' },
    { ...booking, appt_id: 'x2', patient_key: 'X2' },
  ],
  charges: [
    { ...charge, charge_id: 'x1', patient_key: 'X1' },
    { ...charge, charge_id: 'x2', patient_key: 'X2' },
    lastPosted,
  ],
}

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
      ['unsigned_notes', 0],
      ['unworked_denials', 0],
      ['old_balances', 0],
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

describe('denials nobody worked', () => {
  const denial = { type: 'denial', post_date: '2026-10-10', amount: 0, charge_id: '1', carc: 'CO-197' }
  const line = { ...charge, charge_id: '1', claim_id: 'K1', encounter_id: 'E1', payer: 'Acme PPO' }
  const unworked = async (transactions: StagedRow[], charges: StagedRow[] = [line]) =>
    rowsOf(await listOf('unworked_denials', { charges, transactions }))

  it('are on a charge with an open balance', async () => {
    expect(await unworked([denial])).toEqual([
      {
        row: 2,
        balance_cents: 10_000,
        days: 21,
        denied_on: '2026-10-10',
        reason_code: 'CO-197',
        payer: 'Acme PPO',
        provider: 'Ada Birch',
        location: null,
        service_date: '2026-10-05',
        charge_id: '1',
        claim_id: 'K1',
        encounter_id: 'E1',
        patient_key: 'P1',
      },
    ])
    const paid = { type: 'patient_payment', post_date: '2026-10-08', charge_id: '1', amount: -10_000 }
    expect(await unworked([denial, paid])).toEqual([])
    expect(await unworked([denial, { ...paid, amount: -4000 }])).toMatchObject([{ balance_cents: 6000 }])
    expect(await unworked([{ ...denial, charge_id: 'lost' }])).toEqual([])
  })

  it('are not those that anything was posted to since', async () => {
    const later = { charge_id: '1', post_date: '2026-10-11', amount: 0 }
    for (const type of ['transfer', 'insurance_payment', 'adjustment', 'patient_payment']) {
      expect(await unworked([denial, { ...later, type }])).toEqual([])
      // What came with the denial is no work on it.
      expect(await unworked([denial, { ...later, type, post_date: denial.post_date }])).toHaveLength(1)
    }
    expect(await unworked([denial, { ...later, type: 'transfer', charge_id: 'else' }])).toHaveLength(1)
  })

  it('denied again are listed once, by the last', async () => {
    const again = { ...denial, post_date: '2026-10-20', carc: '29' }
    expect(await unworked([denial, again])).toMatchObject([{ row: 3, reason_code: '29', days: 11 }])
    expect(await unworked([denial, { ...denial, carc: '45' }])).toMatchObject([{ row: 2 }])
  })

  it('show the most money first, and no prose', async () => {
    const big = { ...line, charge_id: '2', charge_amount: 50_000 }
    const prose = { ...denial, charge_id: '2', carc: 'Patient Roe was not covered' }
    const rows = await unworked([denial, prose], [line, big])
    expect(rows.map(({ balance_cents, reason_code }) => [balance_cents, reason_code])).toEqual([
      [50_000, null],
      [10_000, 'CO-197'],
    ])
    expect(await unworked([{ ...denial, carc: '12345' }])).toMatchObject([{ reason_code: null }])
  })

  it('cannot be told where the transactions hold no denials, which the list says', async () => {
    const transactions = [{ type: 'transfer', post_date: asOf, amount: 0 }]
    const list = await listOf('unworked_denials', { charges: [line], transactions })
    expect(list.explanation).toBe('Nothing is listed: the transactions hold no denials.')
  })
})

describe('balances over 90 days', () => {
  const old = { ...charge, charge_id: '1', service_date: '2026-08-01', post_date: '2026-08-02' }

  it('are counted from the day of service, and split at 120 days', async () => {
    const charges = [
      { ...old, charge_id: '1', service_date: '2026-08-02', charge_amount: 1 },
      { ...old, charge_id: '2', service_date: '2026-08-01', charge_amount: 20 },
      { ...old, charge_id: '3', service_date: '2026-07-03', charge_amount: 300 },
      { ...old, charge_id: '4', service_date: '2026-07-02', charge_amount: 4000 },
    ]
    const list = await listOf('old_balances', { charges })
    expect(rowsOf(list).map(({ row, days, age_bucket }) => [row, days, age_bucket])).toEqual([
      [5, 121, '121+'],
      [4, 120, '91-120'],
      [3, 91, '91-120'],
    ])
    expect(list.explanation).toContain('$43.20 in all')
  })

  it('are the payer’s until it has decided, and then the patient’s', async () => {
    const charges = [
      { ...old, charge_id: '1' },
      { ...old, charge_id: '2' },
      { ...old, charge_id: '3', payer_class: 'self_pay', charge_amount: 9000 },
    ]
    const transactions = [
      { type: 'insurance_payment', post_date: '2026-09-01', charge_id: '2', amount: -2000 },
    ]
    const rows = rowsOf(await listOf('old_balances', { charges, transactions }))
    expect(
      rows.map((row) => [row.charge_id, row.balance_cents, row.responsibility, row.last_posted]),
    ).toEqual([
      ['1', 10_000, 'insurance', '2026-08-02'],
      ['3', 9000, 'patient', '2026-08-02'],
      ['2', 8000, 'patient', '2026-09-01'],
    ])
  })

  it('leave credits and paid charges out, and keep money taken back that names no charge', async () => {
    const charges = [old, { ...old, charge_id: '2' }]
    const transactions = [
      { type: 'patient_payment', post_date: '2026-09-01', charge_id: '1', amount: -10_000 },
      { type: 'patient_payment', post_date: '2026-09-01', charge_id: '2', amount: -15_000 },
      { type: 'takeback', post_date: '2026-06-01', amount: 700, payer: 'Acme PPO' },
    ]
    const list = await listOf('old_balances', { charges, transactions })
    expect(list.rows.map(({ tab, row }) => [tab, row])).toEqual([[2, 4]])
    expect(rowsOf(list)).toMatchObject([{ balance_cents: 700, payer: 'Acme PPO', charge_id: null }])
  })

  it('say where they need not agree with the dashboard', async () => {
    const tabs = { charges: [old] }
    expect((await listOf('old_balances', tabs)).explanation).toContain('No payment names its charge')
    const reported = await lists(tabs, { accounts_receivable: 'aging_report' })
    expect(reported[0]?.explanation).toContain('The dashboard shows the aging report instead')
  })
})

/** Rows as records: their number in the tab, and values by key. */
function rowsOf({ columns, rows }: LedgerWorklist): Record<string, unknown>[] {
  return rows.map(({ row, values }) => ({
    row,
    ...Object.fromEntries(columns.map(({ key }, index) => [key, values[index]])),
  }))
}

async function listOf(id: WorklistId, tabs: Tabs): Promise<LedgerWorklist> {
  const list = (await lists(tabs)).find((one) => one.id === id)
  if (!list) throw new Error(`no such list: ${id}`)
  return list
}

/** The worklists of a small ledger, one tab per dataset, numbered from 1; rows from 2. */
async function lists(tabs: Tabs, settings: Partial<Settings> = {}): Promise<readonly LedgerWorklist[]> {
  const ledger = await openLedger({ threads: 1 })
  try {
    for (const [index, [dataset, rows]] of Object.entries(tabs).entries()) {
      await stageRows(ledger, dataset as Dataset, rows, { tab: index + 1 })
    }
    await ledger.settle()
    await ledger.cubes({ asOf, settings: { ...defaultSettings, ...settings } })
    return await ledger.worklists()
  } finally {
    await ledger.close()
  }
}
