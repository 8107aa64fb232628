import fc from 'fast-check'
import type { AgingRow } from '../../scripts/private/contracts/aging.ts'
import { agingBuckets, responsibilities } from '../../scripts/private/contracts/vocabularies.ts'
import { blankable, dateAt, names, type Frame } from './arbitraryFrame.ts'
import { daysBetween, lastDayOf, monthOf, monthRange, shiftMonth } from './civilDates.ts'

/** Month-end aging reports of most months, some preceded by one of the 15th; reports of open invoices; or none at all. */
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
    arbitraryInvoices(frame),
  )
}

/** Invoices, each in the report of every month's end at which it is open, by its age; some owed by payer and patient both. */
function arbitraryInvoices(frame: Frame): fc.Arbitrary<AgingRow[]> {
  const invoice = fc.record({
    service: fc.integer({ min: -90, max: frame.span }),
    months: fc.integer({ min: 1, max: 7 }),
    sides: fc.constantFrom<readonly AgingRow['responsibility'][]>(
      ['insurance'],
      ['patient'],
      responsibilities,
    ),
    payer_class: blankable(fc.constantFrom(...names.payer)),
    provider: blankable(fc.constantFrom(...names.provider)),
    location: blankable(fc.constantFrom(...names.location)),
    cents: fc.integer({ min: 1, max: 90_000 }),
    credit: blankable(fc.integer({ min: -9_000, max: 0 }), 4),
    isAged: fc.boolean(),
  })
  return fc.array(invoice, { minLength: 20, maxLength: 60, size: 'max' }).map((invoices) =>
    invoices.flatMap(({ service, months, sides, isAged, cents, credit, ...shared }, index) => {
      const service_date = dateAt(frame, service)
      const first = monthOf(service_date)
      return monthRange(first, shiftMonth(first, months - 1)).flatMap((month) =>
        sides.map((responsibility): AgingRow => {
          const as_of = lastDayOf(month)
          const age = daysBetween(service_date, as_of)
          return {
            ...shared,
            as_of,
            responsibility,
            payer: null,
            bucket: bucketOf(age),
            // Paid off bit by bit.
            debit_balance: Math.ceil(cents / (1 + daysBetween(lastDayOf(first), as_of))),
            credit_balance: credit,
            unapplied: null,
            accounts: null,
            open_accounts: null,
            invoice_id: `I${String(index)}`,
            service_date,
            age_days: isAged ? age : null,
          }
        }),
      )
    }),
  )
}

function bucketOf(days: number): AgingRow['bucket'] {
  const ages = [
    [30, '0-30'],
    [60, '31-60'],
    [90, '61-90'],
    [120, '91-120'],
  ] as const
  return ages.find(([most]) => days <= most)?.[1] ?? '121+'
}
