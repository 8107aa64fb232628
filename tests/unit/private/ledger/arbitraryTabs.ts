import fc from 'fast-check'
import {
  adjustmentCategories,
  appointmentStatuses,
  earningCodes,
  expenseCategories,
  payerClasses,
  roleGroups,
  transactionTypes,
  visitGroups,
} from '../../../../scripts/private/contracts/vocabularies.ts'
import type { StagedRow } from '../../../helpers/ledgerRows.ts'
import type { Tabs } from './cubeRows.ts'

const dayMs = 86_400_000
const firstDay = Date.UTC(2026, 0, 1)

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 4, nil: null })
const date = fc.nat(400).map((day) => new Date(firstDay + day * dayMs).toISOString().slice(0, 10))
const time = fc.nat(23).map((hour) => `${String(hour).padStart(2, '0')}:15`)
const cents = fc.integer({ min: -5_000, max: 40_000 })
const provider = fc.constantFrom('Dr. Reyes', 'Dr. Patel', 'Ng, NP')
const location = maybe(fc.constantFrom('Main', 'West'))
const payer_class = maybe(fc.constantFrom(...payerClasses))
/** Few numbers, so that they collide and match. */
const number = maybe(fc.nat(25).map(String))
const flag = maybe(fc.boolean())

const charge = fc.record({
  charge_id: number,
  claim_id: number,
  encounter_id: number,
  patient_key: number,
  service_date: date,
  post_date: date,
  rendering_provider: maybe(provider),
  location,
  payer_class,
  charge_amount: cents,
  cpt: fc.constantFrom('99213', '99214'),
  is_void: flag,
  is_test: fc.constantFrom(null, null, false, true),
})

const transaction = fc.record({
  txn_id: number,
  charge_id: number,
  claim_id: number,
  encounter_id: number,
  type: fc.constantFrom(...transactionTypes),
  post_date: date,
  service_date: maybe(date),
  provider: maybe(provider),
  location,
  payer_class,
  adj_category: maybe(fc.constantFrom(...adjustmentCategories)),
  amount: cents,
})

const billing = fc.record({
  line_id: number,
  charge_id: number,
  patient_key: number,
  type: fc.constantFrom('charge', 'insurance_payment', 'adjustment'),
  service_date: date,
  post_date: date,
  provider: maybe(provider),
  location,
  payer_class,
  adj_category: maybe(fc.constantFrom(...adjustmentCategories)),
  amount: cents,
})

const appointment = fc.record({
  appt_id: number,
  patient_key: number,
  appt_date: date,
  start_time: maybe(time),
  provider,
  location,
  payer_class,
  visit_group: maybe(fc.constantFrom(...visitGroups)),
  status: fc.constantFrom(...appointmentStatuses),
  booked_at: maybe(date.map((day) => `${day} 10:00:00`)),
  cancelled_at: maybe(date.map((day) => `${day} 11:30:00`)),
  is_new_patient: flag,
  is_telehealth: flag,
})

const payroll = fc.record({
  employee_id: fc.nat(9).map(String),
  role_group: maybe(fc.constantFrom(...roleGroups)),
  location,
  period_start: date,
  period_end: date,
  pay_date: date,
  earning_code: fc.constantFrom(...earningCodes),
  hours: maybe(fc.integer({ min: 0, max: 9_000 })),
  amount: maybe(cents),
  employer_taxes: maybe(cents),
  is_owner: flag,
})

const expense = fc.record({
  vendor: fc.constantFrom('Acme', 'Bolt'),
  invoice_no: number,
  invoice_date: date,
  paid_date: maybe(date),
  category: fc.constantFrom(...expenseCategories),
  amount: cents,
  is_owner_expense: flag,
})

const task = fc.record({ task: fc.nat(30).map(String), due: date, done: maybe(date) })

const rows = (row: fc.Arbitrary<StagedRow>, maxLength: number) => fc.array(row, { maxLength, size: 'max' })

/** Tabs of a random practice: numbers collide, amounts of either sign, blanks everywhere. */
export const arbitraryTabs: fc.Arbitrary<Tabs> = fc.record({
  charges: rows(charge, 80),
  transactions: rows(transaction, 120),
  billing: rows(billing, 20),
  appointments: rows(appointment, 80),
  payroll: rows(payroll, 30),
  expenses: rows(expense, 30),
  compliance_tasks: rows(task, 20),
})
