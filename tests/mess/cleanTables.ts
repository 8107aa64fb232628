import fc from 'fast-check'
import type { Dataset } from '../../scripts/private/contracts/dataset.ts'
import type { Cell } from '../../scripts/private/sources/source.ts'

/** What a column holds: decides in which other notations its cells may be written. */
export type ColumnKind = 'id' | 'date' | 'time' | 'money' | 'provider' | 'word' | 'text' | 'hours'

export interface CleanColumn {
  readonly field: string
  readonly header: string
  readonly kind: ColumnKind
}

/** A clean row: its cells as a workbook holds them, and what must come out, by field. */
export interface CleanRow {
  readonly cells: Readonly<Record<string, Cell>>
  readonly expected: Readonly<Record<string, string | number>>
}

/** An invented clean table. */
export interface CleanTable {
  readonly dataset: Dataset
  readonly tab: string
  /** The money that is accounted for, or null. */
  readonly control: string | null
  /** A field of plain words where totals have their label. */
  readonly label: string
  readonly id: string
  readonly columns: readonly CleanColumn[]
  readonly rows: readonly CleanRow[]
}

interface Line {
  readonly id: number
  readonly serial: number
  readonly minutes: number
  readonly cents: number
  readonly pick: number
}

const line: fc.Arbitrary<Line> = fc.record({
  id: fc.integer({ min: 1, max: 999_999 }),
  serial: fc.integer({ min: 43_000, max: 46_300 }),
  minutes: fc.integer({ min: 420, max: 1080 }),
  cents: fc.integer({ min: 1, max: 5_000_000 }),
  pick: fc.nat(),
})

const lines = fc.uniqueArray(line, { selector: ({ id }) => id, minLength: 1, maxLength: 12 })

/** The name under which every provider of the invented rows stands. */
export const providerName = 'Anna Smith, MD'

/** The providers tab that goes with every table. */
export const providersTab: readonly (readonly Cell[])[] = [
  ['Provider ID', 'Name', 'NPI'],
  ['7', providerName, '1234567893'],
  ['8', 'Bob Jones, NP', '1987654321'],
]

/** Day of a spreadsheet's serial number. */
export function dayOf(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10)
}

const columns = (...list: readonly (readonly [string, string, ColumnKind])[]): CleanColumn[] =>
  list.map(([field, header, kind]) => ({ field, header, kind }))

function one<T>(values: readonly T[], pick: number): T {
  const value = values[pick % values.length]
  if (value === undefined) throw new Error('nothing to pick from')
  return value
}

const appointments = lines.map((all): CleanTable => {
  const statuses = [
    ['Completed', 'completed'],
    ['N/S', 'no_show'],
    ['CANC', 'cancelled'],
  ] as const
  return {
    dataset: 'appointments',
    tab: 'Schedule',
    control: null,
    label: 'provider',
    id: 'appt_id',
    columns: columns(
      ['appt_id', 'Appt ID', 'id'],
      ['appt_date', 'Appt Date', 'date'],
      ['start_time', 'Appt Time', 'time'],
      ['provider', 'Provider', 'provider'],
      ['status', 'Status', 'word'],
    ),
    rows: all.map(({ id, serial, minutes, pick }) => {
      const [written, status] = one(statuses, pick)
      const start = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
      return {
        cells: { appt_id: id, appt_date: serial, start_time: start, provider: providerName, status: written },
        expected: {
          appt_id: String(id),
          appt_date: dayOf(serial),
          start_time: start,
          provider: providerName,
          status,
        },
      }
    }),
  }
})

const charges = lines.map((all): CleanTable => ({
  dataset: 'charges',
  tab: 'Charges',
  control: 'charge_amount',
  label: 'rendering_provider',
  id: 'charge_id',
  columns: columns(
    ['charge_id', 'Charge ID', 'id'],
    ['service_date', 'Date of Service', 'date'],
    ['post_date', 'Post Date', 'date'],
    ['rendering_provider', 'Rendering Provider', 'provider'],
    ['cpt', 'CPT Code', 'id'],
    ['charge_amount', 'Charge Amount', 'money'],
  ),
  rows: all.map(({ id, serial, cents, pick }) => {
    const cpt = one(['99213', '99214', '0001F', '36415'], pick)
    const posted = serial + (pick % 9)
    return {
      cells: {
        charge_id: id,
        service_date: serial,
        post_date: posted,
        rendering_provider: providerName,
        cpt,
        charge_amount: cents / 100,
      },
      expected: {
        charge_id: String(id),
        service_date: dayOf(serial),
        post_date: dayOf(posted),
        rendering_provider: providerName,
        cpt,
        charge_amount: cents,
      },
    }
  }),
}))

const transactions = lines.map((all): CleanTable => {
  const types = [
    ['Insurance Payment', 'insurance_payment'],
    ['Copay', 'patient_payment'],
  ] as const
  return {
    dataset: 'transactions',
    tab: 'Transactions',
    control: 'amount',
    label: 'provider',
    id: 'txn_id',
    columns: columns(
      ['txn_id', 'Transaction ID', 'id'],
      ['post_date', 'Posting Date', 'date'],
      ['type', 'Transaction Type', 'word'],
      ['provider', 'Provider', 'provider'],
      ['amount', 'Amount', 'money'],
    ),
    rows: all.map(({ id, serial, cents, pick }) => {
      const [written, type] = one(types, pick)
      return {
        cells: {
          txn_id: id,
          post_date: serial,
          type: written,
          provider: providerName,
          amount: cents / 100,
        },
        // Money in lowers what is owed.
        expected: {
          txn_id: String(id),
          post_date: dayOf(serial),
          type,
          provider: providerName,
          amount: -cents,
        },
      }
    }),
  }
})

const payroll = lines.map((all): CleanTable => {
  const codes = [
    ['Regular', 'regular'],
    ['O/T', 'overtime'],
  ] as const
  return {
    dataset: 'payroll',
    tab: 'Payroll',
    control: 'amount',
    label: 'location',
    id: 'employee_id',
    columns: columns(
      ['employee_id', 'Employee ID', 'id'],
      ['location', 'Location', 'text'],
      ['period_start', 'Period Start', 'date'],
      ['period_end', 'Period End', 'date'],
      ['pay_date', 'Pay Date', 'date'],
      ['check_seq', 'Check Seq', 'id'],
      ['earning_code', 'Earning Code', 'word'],
      ['hours', 'Hours', 'hours'],
      ['amount', 'Gross Amount', 'money'],
    ),
    rows: all.map(({ id, serial, minutes, cents, pick }) => {
      const [written, earning] = one(codes, pick)
      return {
        cells: {
          employee_id: id,
          location: 'Harbor',
          period_start: serial,
          period_end: serial + 13,
          pay_date: serial + 19,
          check_seq: 1,
          earning_code: written,
          hours: minutes / 10,
          amount: cents / 100,
        },
        expected: {
          employee_id: String(id),
          location: 'Harbor',
          period_start: dayOf(serial),
          period_end: dayOf(serial + 13),
          pay_date: dayOf(serial + 19),
          check_seq: '1',
          earning_code: earning,
          hours: minutes * 10,
          amount: cents,
        },
      }
    }),
  }
})

/** A clean table of one of four kinds. */
export const cleanTable: fc.Arbitrary<CleanTable> = fc.oneof(appointments, charges, transactions, payroll)
