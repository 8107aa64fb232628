import { counted } from '../../words/counted.ts'
import { tabLabel } from '../recognise/tabLabel.ts'
import type { Tab } from '../sources/source.ts'
import { signNames, sumOfCounts, type AmountSigns, type SaidSigns } from './signedAmounts.ts'

/** Fewer rows may all be taken back. */
const fewRows = 20
/** Of such a share of the rows nobody need be asked. */
const clearShare = 0.9

/**
 * What was concluded of the signs of a source and nobody said: told with every run, with the pin that confirms it, unless amounts
 * stand as the contract has them (payments and adjustments negative) or nearly all of many rows agree. `tab` is the source's first, `all` are its tabs.
 */
export function signsTold(tab: Tab, all: readonly AmountSigns[]): string[] {
  const told = (['payments', 'adjustments'] as const).flatMap((name: keyof SaidSigns) => {
    const open = all.filter((one) => !one.isSaid(signNames[name]))
    const { positive, negative } = sumOfCounts(open.map((one) => one.countOf(signNames[name])))
    const rows = positive + negative
    const isClear = rows >= fewRows && positive >= clearShare * rows
    return positive === 0 || positive < negative || isClear ? [] : [{ name, positive, rows }]
  })
  if (told.length === 0) return []
  const words = told.map(
    ({ name, positive, rows }) => `${name} (${String(positive)} of ${counted(rows, 'row')})`,
  )
  const more = all.length > 1 ? ` and ${counted(all.length - 1, 'more tab')} with its columns` : ''
  const pins = told.map(({ name }) => `${name}: positive`).join(', ')
  return [
    `Tab ${tabLabel(tab)}${more}: positive amounts are read as plain ${words.join(' and ')}, which lower A/R; negative ones take back. If that is right, say so under "tabs" in the config: signs: { ${pins} }.`,
  ]
}
