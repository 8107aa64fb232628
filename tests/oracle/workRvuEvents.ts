import type { Charge } from '../../scripts/private/contracts/charges.ts'
import { chargeKeys, chargesOf } from './chargeEvents.ts'
import { monthOf } from './civilDates.ts'
import type { Event } from './event.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'

/** What Medicare pays for a line with a modifier, of what it pays without; others change nothing. */
const shares: Readonly<Record<string, number>> = { 50: 1.5, 51: 0.5, 52: 0.5, 62: 0.625, 80: 0.16, TC: 0 }

/** Work RVUs in hundredths by month of service and rendering provider (K32), of lines of which they are known. */
export function workRvuEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  return chargesOf(rows, options).flatMap((charge) => {
    const worth = worthOf(charge, rows.wrvu_table)
    if (worth === null) return []
    const lowers = charge.charge_amount < 0 || (charge.units ?? 0) < 0
    const { provider } = chargeKeys(charge)
    const hundredths = Math.round(100 * worth)
    return [
      {
        month: monthOf(charge.service_date),
        keys: provider === undefined ? {} : { provider },
        sums: { hundredths: lowers ? 0 - hundredths : hundredths },
      },
    ]
  })
}

/** Work RVUs of a line before its sign: its own, else by the schedule of its year; null where neither says. */
function worthOf(charge: Charge, schedule: LedgerRows['wrvu_table']): number | null {
  if (charge.wrvu !== null) return Math.abs(charge.wrvu)
  const plainText = (text: string | null): string => (text ?? '').trim().toUpperCase()
  const listed = schedule.filter(
    ({ year, cpt }) =>
      year === Number(charge.service_date.slice(0, 4)) && plainText(cpt) === plainText(charge.cpt),
  )
  const marks = plainText(charge.modifiers).split(/[^A-Z0-9]+/)
  const units = Math.abs(charge.units ?? 1)
  const ofMark = listed.filter(
    ({ modifier }) => plainText(modifier) !== '' && marks.includes(plainText(modifier)),
  )
  if (ofMark.length > 0) return units * Math.min(...ofMark.map(({ wrvu }) => wrvu))
  const plain = listed.filter(({ modifier }) => plainText(modifier) === '')
  if (plain.length === 0) return null
  const share = marks.reduce((product, mark) => product * (shares[mark] ?? 1), 1)
  return units * Math.min(...plain.map(({ wrvu }) => wrvu)) * share
}
