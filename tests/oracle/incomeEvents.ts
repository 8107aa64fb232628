import { monthOf } from './civilDates.ts'
import type { Event } from './event.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'
import { postingsOf } from './transactionEvents.ts'

const outside: readonly string[] = ['capitation', 'interest', 'other_income']

/**
 * Money from outside patients' accounts by posting month (K28): what names no charge. Any posting says that the
 * month's books are there, so that a month without such money is 0.
 */
export function incomeEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  return postingsOf(rows, options).map(({ transaction, charge }) => ({
    month: monthOf(transaction.post_date),
    keys: {},
    sums: {
      otherIncome: charge === null && outside.includes(transaction.type) ? transaction.amount : 0,
      postings: 1,
    },
  }))
}
