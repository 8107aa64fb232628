import { SyncError } from '../../errors/SyncError.ts'
import { counted } from '../../words/counted.ts'
import { tabLabel } from '../recognise/tabLabel.ts'
import type { Tab } from '../sources/source.ts'
import { signNames, sumOfCounts, type AmountSigns, type SaidSigns, type SignCount } from './signedAmounts.ts'

/** Fewer rows may all be reversals. */
const fewRows = 3

/** So many times as many rows must have one sign as have the other, for several tabs to show it together. */
const clearTimes = 2

/**
 * Holds a tab's signs against those of the other tabs with its columns (`signsBeside.md`): one system writes its files
 * alike. A tab that stands otherwise is refused; one of too few rows is read as the others are, which is told.
 */
export function signsBeside(
  tab: Tab,
  signs: AmountSigns,
  others: readonly AmountSigns[],
): { readonly refusals: SyncError[]; readonly warnings: string[] } {
  const refusals: SyncError[] = []
  const warnings: string[] = []
  for (const name of ['payments', 'adjustments'] as const) {
    const group = signNames[name]
    const own = signs.countOf(group)
    const beside = sumOfCounts(others.filter((one) => !one.isSaid(group)).map((one) => one.countOf(group)))
    const theirs = clearSign(beside)
    if (signs.isSaid(group) || rowsOf(own) === 0 || theirs === null || theirs === signs.writtenAs(group))
      continue
    const counts = `${counted(own.positive, 'amount')} above zero, ${counted(own.negative, 'amount')} below`
    const what = `Tab ${tabLabel(tab)}: most ${name} stand as ${wordOf(-theirs)} amounts (${counts}), and as ${wordOf(theirs)} ones in the other tabs with its columns`
    if (rowsOf(own) >= fewRows) {
      refusals.push(new SyncError(`${what}, so that they would raise A/R in one of them.`, hintOf(name)))
    } else {
      signs.lean(group, theirs)
      warnings.push(`${what}; they are so few that they count as taken back.`)
    }
  }
  return { refusals, warnings }
}

/** The sign that by far the most rows have, enough of them to say so. */
function clearSign(count: SignCount): 1 | -1 | null {
  const { positive, negative } = count
  if (rowsOf(count) < fewRows) return null
  if (Math.max(positive, negative) < clearTimes * Math.min(positive, negative)) return null
  return positive > negative ? 1 : -1
}

function rowsOf({ positive, negative }: SignCount): number {
  return positive + negative
}

function hintOf(name: keyof SaidSigns): string {
  return `Look how plain ${name} stand in each. If both are right, say it in the entry of each under "tabs" in the config: signs: { ${name}: positive } or signs: { ${name}: negative }. Else export the one again as the others were.`
}

function wordOf(sign: number): 'positive' | 'negative' {
  return sign < 0 ? 'negative' : 'positive'
}
