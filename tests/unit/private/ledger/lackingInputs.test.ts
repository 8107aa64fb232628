import { expect, it } from 'vitest'
import { openLedger } from '../../../../scripts/private/ledger/openLedger.ts'
import { inputs, type InputName } from '../../../../src/cubes/inputs.ts'
import { metrics } from '../../../../src/metrics/metrics.ts'
import { stageRows, type StagedRow } from '../../../helpers/ledgerRows.ts'
import { atEndOfOctober, booking, charge, claim, payLine, transaction } from '../../../oracle/sampleRows.ts'

type Tab = 'appointments' | 'charges' | 'transactions' | 'claims' | 'payroll'

async function lackingOf(rows: Partial<Record<Tab, readonly StagedRow[]>>): Promise<readonly InputName[]> {
  const ledger = await openLedger({ threads: 1 })
  for (const [dataset, staged] of Object.entries(rows) as [Tab, readonly StagedRow[]][]) {
    await stageRows(ledger, dataset, staged)
  }
  await ledger.settle()
  await ledger.cubes(atEndOfOctober)
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
const adjustment = transaction({ type: 'adjustment', adj_category: 'contractual' })

/** For each input, rows that could give it and do not, and rows that do. */
const cases: Record<InputName, readonly [tab: Tab, without: StagedRow, given: StagedRow]> = {
  booking_day: ['appointments', silent, booking()],
  cancelling_time: ['appointments', cancelled, booking({ status: 'cancelled_late' })],
  new_patients: ['appointments', silent, { ...silent, is_new_patient: false }],
  telehealth: ['appointments', silent, { ...silent, visit_group: 'new' }],
  visit_payers: ['appointments', silent, { ...silent, payer_class: 'medicare' }],
  charge_payers: ['charges', charge({ payer_class: null }), charge({ payer_class: 'medicare' })],
  charges_of_payments: ['transactions', transaction(loose), transaction({ ...loose, claim_id: 'C1' })],
  adjustment_reasons: ['transactions', { ...adjustment, adj_category: 'unknown' }, adjustment],
  first_answers: ['claims', claim({ first_remit_date: null }), claim()],
  hours: ['payroll', payLine({ hours: null }), payLine()],
}

it.each(Object.entries(cases))(
  '%s is lacking where no row that counts gives it',
  async (input, [tab, without, given]) => {
    expect(await lackingOf({ [tab]: [without] })).toContain(input)
    const tooLate = { ...given, [countedBy[tab]]: '2026-11-05' }
    expect(await lackingOf({ [tab]: [without, { ...tooLate, ...fresh[tab] }] })).toContain(input)
    expect(await lackingOf({ [tab]: [without, { ...given, ...fresh[tab] }] })).not.toContain(input)
  },
)

/** The day that decides whether a row counts yet. */
const countedBy: Record<Tab, string> = {
  appointments: 'appt_date',
  charges: 'post_date',
  transactions: 'post_date',
  claims: 'submitted_date',
  payroll: 'period_end',
}

/** So that the second row is not taken for a newer copy of the first. */
const fresh: Record<Tab, StagedRow> = {
  appointments: { patient_key: 'P2' },
  charges: { charge_id: 'other' },
  transactions: { txn_id: 'other' },
  claims: { claim_id: 'other' },
  payroll: { employee_id: '002' },
}

it('what no row could give is not lacking: without cancellations their time is nobody’s to say', async () => {
  expect(await lackingOf({})).toEqual([])
  expect(await lackingOf({ appointments: [booking()] })).not.toContain('cancelling_time')
  expect(await lackingOf({ transactions: [transaction()] })).not.toContain('adjustment_reasons')
  expect(await lackingOf({ claims: [claim({ outcome: 'pending', first_remit_date: null })] })).toEqual([])
})

it('every input is one that some metric needs, of a tab that feeds it', () => {
  const needed = new Set(metrics.flatMap(({ needs = [] }) => needs))
  expect(needed).toEqual(new Set(Object.keys(inputs)))
  const strange = metrics.filter(({ needs = [], tabs }) =>
    needs.some((name) => !tabs.includes(inputs[name].tab)),
  )
  expect(strange.map(({ id }) => id)).toEqual([])
})
