import { expect, it } from 'vitest'
import { openLedger } from '../../../../scripts/private/ledger/openLedger.ts'
import { defaultSettings, type Settings } from '../../../../scripts/private/settings.ts'
import { inputs, type InputName } from '../../../../src/cubes/inputs.ts'
import { metrics } from '../../../../src/metrics/metrics.ts'
import { stageRows, type StagedRow } from '../../../helpers/ledgerRows.ts'
import { atEndOfOctober, booking, charge, claim, payLine, transaction } from '../../../oracle/sampleRows.ts'

/** The tabs that say something, and the day by which their rows count, if any. */
const countedBy = {
  appointments: 'appt_date',
  charges: 'post_date',
  transactions: 'post_date',
  payroll: 'period_end',
  claims: 'submitted_date',
  staff: null,
  providers: null,
  positions: null,
} as const

type Tab = keyof typeof countedBy

async function lackingOf(
  rows: Partial<Record<Tab | 'aging', readonly StagedRow[]>>,
  settings: Partial<Settings> = {},
): Promise<readonly InputName[]> {
  const ledger = await openLedger({ threads: 1 })
  for (const [dataset, staged] of Object.entries(rows) as [Tab | 'aging', readonly StagedRow[]][]) {
    await stageRows(ledger, dataset, staged)
  }
  await ledger.settle()
  await ledger.cubes({ ...atEndOfOctober, settings: { ...defaultSettings, ...settings } })
  const lacking = await ledger.lackingInputs()
  await ledger.close()
  return lacking
}

const cancelled = booking({ status: 'cancelled', cancelled_at: null })
const silent = booking({
  booked_at: null,
  visit_group: null,
  is_new_patient: null,
  is_telehealth: null,
  payer_class: null,
})
const loose = { charge_id: null, claim_id: null, encounter_id: null }
const arrived = { checked_in_at: '2026-10-05 08:50:00' }
const unworked = claim({ outcome: 'denied', denial_category: 'coding', touches: null })
const provider = { provider_id: 'A', display_name: 'Ada Brook', clinical_fte: 0.8 }
const employee = (fields: StagedRow) => ({ employee_id: '001', role_group: 'front_desk', ...fields })
const position = (fields: StagedRow = {}) => ({
  position_id: '1',
  role_group: 'front_desk',
  fte: 1,
  opened: '2026-05-01',
  ...fields,
})
const adjustment = transaction({ type: 'adjustment', adj_category: 'contractual' })

/** For each input but the lines themselves (billingTotals.test.ts) and what the aging report says (below), rows that could give it and do not, and rows that do. */
const cases: Record<
  Exclude<InputName, 'billing_lines' | 'owed_by'>,
  readonly [tab: Tab, without: StagedRow, given: StagedRow]
> = {
  booking_day: ['appointments', silent, booking()],
  start_times: ['appointments', { ...silent, start_time: null }, booking()],
  cancelling_time: ['appointments', cancelled, booking({ status: 'cancelled_late' })],
  new_patients: ['appointments', silent, { ...silent, is_new_patient: false }],
  telehealth: ['appointments', silent, { ...silent, visit_group: 'new' }],
  visit_payers: ['appointments', silent, { ...silent, payer_class: 'medicare' }],
  patient_numbers: ['appointments', { ...silent, patient_key: null }, booking()],
  charge_payers: ['charges', charge({ payer_class: null }), charge({ payer_class: 'medicare' })],
  charges_of_payments: ['transactions', transaction(loose), transaction({ ...loose, claim_id: 'C1' })],
  service_days_of_payments: [
    'transactions',
    transaction({ ...loose, type: 'patient_payment' }),
    transaction({ ...loose, type: 'patient_payment', service_date: '2026-10-05' }),
  ],
  adjustment_reasons: ['transactions', { ...adjustment, adj_category: 'unknown' }, adjustment],
  booked_lengths: [
    'appointments',
    booking({ status: 'no_show', duration_min: null }),
    booking({ status: 'no_show', duration_min: 20 }),
  ],
  rooming_times: ['appointments', booking(), booking({ ...arrived, roomed_at: '2026-10-05 09:10:00' })],
  leaving_times: [
    'appointments',
    booking(arrived),
    booking({ ...arrived, checked_out_at: '2026-10-05 09:40:00' }),
  ],
  note_states: ['appointments', booking({ note_signed: 'unknown' }), booking({ note_signed: 'unsigned' })],
  signing_days: [
    'appointments',
    booking({ note_signed: 'signed' }),
    booking({ note_signed: 'signed', note_signed_at: '2026-10-06 08:00:00' }),
  ],
  procedure_codes: ['charges', charge({ cpt: null }), charge({ cpt: '99213' })],
  work_rvus: ['charges', charge(), charge({ wrvu: 1.3 })],
  clearinghouse_states: [
    'claims',
    claim({ clearinghouse_status: null }),
    claim({ clearinghouse_status: 'accepted' }),
  ],
  claim_touches: ['claims', claim({ touches: null }), claim({ touches: 0 })],
  denial_work: ['claims', unworked, { ...unworked, appeal_date: '2026-10-20' }],
  denial_resolutions: [
    'claims',
    { ...unworked, resolution: 'unknown' },
    { ...unworked, resolution: 'overturned' },
  ],
  first_answers: ['claims', claim({ first_remit_date: null }), claim()],
  hours: ['payroll', payLine({ hours: null }), payLine()],
  hours_or_weeks: ['payroll', payLine({ hours: null }), payLine()],
  clinical_ftes: ['providers', { ...provider, clinical_fte: null }, provider],
  hire_days: ['staff', employee({ hire_date: null }), employee({ hire_date: '2024-01-08' })],
  leaving_days: ['staff', employee({ term_date: null }), employee({ term_date: '2026-06-30' })],
  leave_balances: ['staff', employee({ pto_balance_hours: null }), employee({ pto_balance_hours: 0 })],
  opening_days: ['positions', position({ opened: null }), position()],
}

it.each(Object.entries(cases))(
  '%s is lacking where no row that counts gives it',
  async (input, [tab, without, given]) => {
    expect(await lackingOf({ [tab]: [without] })).toContain(input)
    const day = countedBy[tab]
    if (day !== null) {
      const tooLate = { ...given, ...fresh[tab], [day]: '2026-11-05' }
      expect(await lackingOf({ [tab]: [without, tooLate] })).toContain(input)
    }
    // Of clinical FTE, one that is missing is as bad as all.
    const others = input === 'clinical_ftes' ? [] : [without]
    expect(await lackingOf({ [tab]: [...others, { ...given, ...fresh[tab] }] })).not.toContain(input)
  },
)

it('who owes is lacking where a line of the aging report does not say it, if balances are that report’s', async () => {
  const line = { as_of: '2026-09-30', bucket: '0-30', debit_balance: 5 }
  const said = { ...line, responsibility: 'patient' }
  const aging_report = { accounts_receivable: 'aging_report' } as const
  expect(await lackingOf({ aging: [said, line] }, aging_report)).toContain('owed_by')
  expect(await lackingOf({ aging: [said] }, aging_report)).not.toContain('owed_by')
  expect(await lackingOf({ aging: [line] })).not.toContain('owed_by')
})

/** So that the second row is not taken for a newer copy of the first. */
const fresh: Record<Tab, StagedRow> = {
  appointments: { patient_key: 'P2' },
  charges: { charge_id: 'other' },
  transactions: { txn_id: 'other' },
  claims: { claim_id: 'other' },
  payroll: { employee_id: '002' },
  staff: { employee_id: '002' },
  providers: { provider_id: 'B' },
  positions: { position_id: '2' },
}

it('what no row could give is not lacking: without cancellations their time is nobody’s to say', async () => {
  expect(await lackingOf({})).toEqual([])
  expect(await lackingOf({ appointments: [booking()] })).not.toContain('cancelling_time')
  expect(await lackingOf({ transactions: [transaction()] })).not.toContain('adjustment_reasons')
  const pending = claim({ outcome: 'pending', first_remit_date: null })
  expect(await lackingOf({ claims: [pending] })).not.toContain('first_answers')
})

it('every input is one that some metric needs, of a tab that feeds it', () => {
  const needed = new Set(metrics.flatMap(({ needs = [] }) => needs))
  expect(needed).toEqual(new Set(Object.keys(inputs)))
  const strange = metrics.filter(({ needs = [], tabs }) =>
    needs.some((name) => !tabs.includes(inputs[name].tab)),
  )
  expect(strange.map(({ id }) => id)).toEqual([])
})
