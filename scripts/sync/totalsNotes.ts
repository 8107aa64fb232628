import { formatMoney } from '../../src/format/formatMoney.ts'
import { formatPeriod } from '../../src/format/formatPeriod.ts'
import type { TotalsCheck, TotalsMonth } from '../private/ledger/ledger.ts'

/** So many months are told one by one, the latest; a longer list is read by nobody. */
const mostTold = 5

/** Three lines count as one person, and sums of fewer than five people are not told. */
const leastRows = 15

/**
 * What the manager is told of month totals of billing, for owners alone: whether they count, by how many cents they differ
 * from the lines of the same months, and which rows of theirs do not add up. Empty where there are none.
 */
export function totalsNotes({ isOnly, months, replacedRows, balances }: TotalsCheck): string[] {
  const told = isOnly ? onlyTotals(months) : besideLines(months)
  return [
    ...told,
    ...(replacedRows > 0
      ? [
          `Month totals of billing: ${rowsOf(replacedRows)} replaced by a later tab that tells the same month; only the later counts.`,
        ]
      : []),
    ...(balances.unbalanced > 0
      ? [
          `Month totals of billing: charges less payments and adjustments are not the change in A/R that the report states in ${String(balances.unbalanced)} of ${rowsOf(balances.stated)}, by ${formatMoney(balances.cents, 'exact')} together.`,
        ]
      : []),
  ]
}

function onlyTotals(months: readonly TotalsMonth[]): string[] {
  if (months.length === 0) return []
  const partial = months.filter(({ isWhole }) => !isWhole).length
  return [
    ...(partial > 0
      ? [
          `Month totals of billing: ${monthsOf(partial)} without any charge, payment or adjustment filled in; such a month does not count. Write 0 where there was none.`,
        ]
      : []),
    `Billing is known by month totals alone (${spanOf(months)}): they count for the whole practice, and A/R is the aging report's. What needs charges and payments line by line is not available, and each such number says so.`,
  ]
}

function besideLines(months: readonly TotalsMonth[]): string[] {
  if (months.length === 0) return []
  const both = months.filter(({ hasLines }) => hasLines)
  const alone = months.filter(({ hasLines }) => !hasLines)
  const differing = both.filter((month) => differencesOf(month).length > 0)
  const listed = differing.slice(-mostTold)
  const others = differing.length - listed.length
  const agreeing = both.length - differing.length
  return [
    'Month totals of billing do not count: there are charges or payments line by line. They are compared with the lines.',
    ...(agreeing > 0
      ? [`Month totals agree with the lines to the cent in ${monthsOf(agreeing)} of ${String(both.length)}.`]
      : []),
    ...listed.map(differenceNote),
    ...(others > 0 ? [`Month totals differ from the lines in ${monthsOf(others)} before those, too.`] : []),
    ...(alone.length > 0
      ? [
          `Month totals tell ${monthsOf(alone.length)} that no line is of (${spanOf(alone)}): nothing counts there until charges and payments of those months are added.`,
        ]
      : []),
  ]
}

const amounts = [
  ['charges', 'charges'],
  ['netPayments', 'payments less refunds'],
  ['adjustments', 'adjustments'],
] as const

function differencesOf(month: TotalsMonth): { readonly name: string; readonly cents: number }[] {
  return amounts.flatMap(([field, name]) => {
    const cents = month[field]
    return cents === null || cents === 0 ? [] : [{ name, cents }]
  })
}

/** Cents where enough people are behind the totals; else that there is a difference, and in what. */
function differenceNote(month: TotalsMonth): string {
  const parts = differencesOf(month).map(({ name, cents }) => {
    if (month.statedRows < leastRows) return name
    return `${name} by ${formatMoney(Math.abs(cents), 'exact')} ${cents > 0 ? 'more' : 'less'}`
  })
  const when = formatPeriod({ from: month.month, to: month.month })
  return `Month totals of ${when} differ from the lines: ${new Intl.ListFormat('en').format(parts)}.`
}

function spanOf(months: readonly TotalsMonth[]): string {
  const [first, last] = [months[0]?.month, months.at(-1)?.month]
  return first === undefined || last === undefined ? '' : formatPeriod({ from: first, to: last })
}

function monthsOf(count: number): string {
  return count === 1 ? '1 month' : `${String(count)} months`
}

function rowsOf(count: number): string {
  return count === 1 ? '1 row' : `${String(count)} rows`
}
