import { daysBetween } from './civilDates.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'
import { openItemsOf, type OpenItem } from './openItems.ts'
import { netPayment } from './transactionEvents.ts'
import type { ListedRow } from './worklistRows.ts'

const patientsOwn: readonly string[] = ['patient_payment', 'refund_patient', 'nsf_reversal']

/** Every item with more taken than charged (K12), the most money first, then the longest unchanged. */
export function creditBalances(rows: LedgerRows, options: OracleOptions): readonly ListedRow[] {
  const order = new Map<object, number>(
    [...rows.charges, ...rows.transactions].map((row, index) => [row, index]),
  )
  const place = ({ source }: ListedRow): number => order.get(source) ?? 0
  const more = (key: string, a: ListedRow, b: ListedRow): number =>
    Number(b.values[key]) - Number(a.values[key])
  return openItemsOf(rows, options)
    .flatMap((item) => creditOf(item, options.asOf))
    .sort((a, b) => more('credit_cents', a, b) || more('days', a, b) || place(a) - place(b))
}

function creditOf({ source, keys, serviceDate, movements }: OpenItem, asOf: string): ListedRow[] {
  const credit = 0 - movements.reduce((sum, { cents }) => sum + cents, 0)
  if (credit <= 0) return []
  const last = movements.reduce((latest, { postDate }) => (postDate > latest ? postDate : latest), '')
  const isCharge = 'charge_amount' in source
  const { charge_id, claim_id, encounter_id, location } = source
  return [
    {
      source,
      values: {
        credit_cents: credit,
        days: daysBetween(last, asOf),
        owed_to: owedTo(movements, credit),
        reason: isCharge ? 'more than charged' : 'no charge named',
        payer: source.payer ?? (keys.payer === 'none_given' ? null : String(keys.payer)),
        provider: isCharge ? source.rendering_provider : source.provider,
        location,
        service_date: serviceDate,
        last_posted: last,
        charge_id,
        claim_id,
        encounter_id,
        patient_key: isCharge ? source.patient_key : null,
      },
    },
  ]
}

/** Whose money it is: the patient's as far as theirs reaches; nobody's where all of it is adjustments. */
export function owedTo(movements: OpenItem['movements'], credit: number): string {
  let patients = 0
  let payers = 0
  for (const { posting } of movements) {
    if (posting === null) continue
    const paid = netPayment(posting.transaction)
    if (patientsOwn.includes(posting.transaction.type)) patients += paid
    else payers += paid
  }
  if (patients + payers <= 0) return 'nobody'
  const theirs = payers < 0 ? patients + payers : patients
  if (theirs >= credit) return 'patient'
  return theirs <= 0 ? 'payer' : 'patient and payer'
}
