import { lineKinds, type BillingLines } from '../../scripts/private/ledger/ledger.ts'
import { addMonths } from '../../src/periods/month.ts'
import { openItems, type OpenItem } from './openItems.ts'
import type { Entry } from './entry.ts'

const cut = ['provider', 'location', 'payer'] as const
const categories = ['charity', 'contractual', 'none']

/** The books' lines as the ledger gives them to the audit. */
export function linesOf(entries: readonly Entry[], last: string): BillingLines {
  const lines = openItems(entries).flatMap((item, place) =>
    item.entries.map((entry) => ({ item, place, entry })),
  )
  const own = entries.flatMap(({ served, posted }) => [served ?? posted, posted]).sort()
  const monthNames: string[] = []
  for (let month = own[0] ?? last; month <= last || month <= (own.at(-1) ?? ''); month = addMonths(month, 1))
    monthNames.push(month)
  const column = (read: (line: { item: OpenItem; place: number; entry: Entry }) => number) =>
    Int32Array.from(lines, read)
  const values = cut.map((dimension) => {
    const names = [...new Set(entries.map(({ at }) => String(at[dimension])))].sort()
    return { names, codes: column(({ entry }) => names.indexOf(String(entry.at[dimension]))) }
  })
  const olderThan = (months: number) =>
    column(({ item }) => {
      const at = monthNames.indexOf(addMonths(item.served, months))
      return at < 0 ? monthNames.length : at
    })
  return {
    monthNames,
    kind: column(({ entry }) => lineKinds.indexOf(entry.what)),
    part: column(({ entry }) => (entry.part === undefined ? 0 : entry.part === 'sameDay' ? 2 : 1)),
    served: column(({ entry }) => (entry.served === null ? -1 : monthNames.indexOf(entry.served))),
    posted: column(({ entry }) => monthNames.indexOf(entry.posted)),
    cut: [...cut, 'adjustment_category'],
    values: [
      ...values,
      { names: categories, codes: column(({ entry }) => categories.indexOf(categoryOf(entry))) },
    ],
    item: { cut, values },
    older: [1, 2, 3, 4].map(olderThan),
    patients: column(({ item: { patients } }) =>
      patients === null ? monthNames.length : patients === '' ? -1 : monthNames.indexOf(patients),
    ),
    person: column(({ entry, place }) => (entry.person < 0 ? -1 - place : entry.person)),
    sourceRows: column(() => 1),
    cents: Float64Array.from(lines, ({ entry }) => entry.cents),
    isRolled: true,
  }
}

function categoryOf({ what }: Entry): string {
  if (what === 'contractual') return what
  return what === 'other' ? 'charity' : 'none'
}
