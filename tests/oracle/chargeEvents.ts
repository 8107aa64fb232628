import type { Charge } from '../../scripts/private/contracts/charges.ts'
import { daysBetween, lastDayOf, monthOf } from './civilDates.ts'
import { tally, type Event, type Keys } from './event.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'
import { monthTotalsOf, nobody } from './monthTotals.ts'

/** Charge lines of real patients posted up to the as-of date. */
export function chargesOf(rows: LedgerRows, { asOf }: OracleOptions): Charge[] {
  return rows.charges.filter((charge) => charge.is_test !== true && charge.post_date <= asOf)
}

/** Rendering provider, site and payer class of a charge; blanks are named. */
export function chargeKeys(charge: Charge): Keys {
  return {
    provider: charge.rendering_provider ?? 'None given',
    location: charge.location ?? 'None given',
    payer: charge.payer_class ?? 'none_given',
  }
}

/**
 * One event per charge line by posting month (K01, K08, K18); a void lowers the month it is posted in. Without any line,
 * one per month total.
 */
export function chargeEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  const totals = monthTotalsOf(rows, options).map(({ month, charges }) => ({
    month,
    keys: nobody,
    sums: { charges, lines: 0, within3Days: 0 },
  }))
  const lines = chargesOf(rows, options).map((charge) => {
    const lag = lagOf(charge)
    return {
      month: monthOf(charge.post_date),
      keys: chargeKeys(charge),
      sums: {
        charges: charge.charge_amount,
        lines: tally(lag !== null),
        within3Days: tally(lag !== null && lag <= 3),
      },
    }
  })
  return [...lines, ...totals]
}

/** Office visits of new patients by level (K34): real charge lines of 99202 to 99205. */
export function newVisitEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  return levels(rows, options, [99202, 99205]).map(({ month, level }) => ({
    month,
    keys: { new_visit_level: level },
    sums: { lines: 1 },
  }))
}

/** Office visits of established patients by level (K34): real charge lines of 99211 to 99215. */
export function establishedVisitEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  return levels(rows, options, [99211, 99215]).map(({ month, level }) => ({
    month,
    keys: { established_visit_level: level },
    sums: { lines: 1 },
  }))
}

function levels(
  rows: LedgerRows,
  options: OracleOptions,
  [least, most]: readonly [number, number],
): { month: string; level: string }[] {
  return chargesOf(rows, options).flatMap((charge) => {
    const level = Number(charge.cpt?.trim())
    if (lagOf(charge) === null || !(level >= least && level <= most)) return []
    return [{ month: monthOf(charge.post_date), level: String(level) }]
  })
}

/** Days from service to posting (K18); 61 is "more than 60". */
export function chargeLagEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  return chargesOf(rows, options).flatMap((charge) => {
    const lag = lagOf(charge)
    if (lag === null) return []
    const keys = { ...chargeKeys(charge), lag_days: Math.min(lag, 61) }
    return [{ month: monthOf(charge.post_date), keys, sums: { lines: 1 } }]
  })
}

/** Null for voids, lines of $0 and lines posted before the service. */
function lagOf(charge: Charge): number | null {
  if (charge.is_void === true || charge.charge_amount <= 0) return null
  const days = daysBetween(charge.service_date, charge.post_date)
  return days < 0 ? null : days
}

/** The month's last day, or the as-of date in the month that is still running. */
export function endOf(month: string, { asOf }: OracleOptions): string {
  return month === monthOf(asOf) ? asOf : lastDayOf(month)
}
