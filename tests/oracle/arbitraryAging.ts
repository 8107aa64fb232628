import fc from 'fast-check'
import type { AgingRow } from '../../scripts/private/contracts/aging.ts'
import { agingBuckets, responsibilities } from '../../scripts/private/contracts/vocabularies.ts'
import { blankable, dateAt, names, type Frame } from './arbitraryFrame.ts'
import { lastDayOf, monthOf } from './civilDates.ts'

/** Month-end aging reports of most months, some preceded by one of the 15th; or none at all. */
export function arbitraryAging(frame: Frame): fc.Arbitrary<AgingRow[]> {
  const row = fc
    .record({
      offset: fc.nat({ max: frame.span + 10 }),
      isEarly: fc.nat({ max: 5 }).map((draw) => draw === 3),
      row: fc.record({
        responsibility: fc.constantFrom(...responsibilities),
        payer: fc.constant(null),
        payer_class: blankable(fc.constantFrom(...names.payer)),
        provider: blankable(fc.constantFrom(...names.provider)),
        location: blankable(fc.constantFrom(...names.location)),
        bucket: fc.constantFrom(...agingBuckets),
        debit_balance: fc.nat({ max: 90_000 }),
        credit_balance: blankable(fc.integer({ min: -9_000, max: 0 }), 2),
        unapplied: blankable(fc.integer({ min: -9_000, max: 9_000 }), 2),
        accounts: fc.constant(null),
        open_accounts: fc.constant(null),
        invoice_id: fc.constant(null),
        service_date: fc.constant(null),
        age_days: fc.constant(null),
      }),
    })
    .map(({ offset, isEarly, row: fields }): AgingRow => {
      const month = monthOf(dateAt(frame, offset))
      return { ...fields, as_of: isEarly ? `${month}-15` : lastDayOf(month) }
    })
  const keyOf = ({ as_of, payer_class, provider, location, responsibility, bucket }: AgingRow): string =>
    JSON.stringify([as_of, payer_class, provider, location, responsibility, bucket])
  return fc.oneof(
    fc.constant<AgingRow[]>([]),
    fc.uniqueArray(row, { minLength: 20, maxLength: 60, size: 'max', selector: keyOf }),
  )
}
