import { SyncError } from '../../errors/SyncError.ts'
import { counted } from '../../words/counted.ts'
import { tabLabel } from '../recognise/tabLabel.ts'
import type { Tab } from '../sources/source.ts'
import { groupOf, signNames, type AmountSigns, type SaidSigns } from './signedAmounts.ts'

/** Fewer rows of a month may all be taken back. */
const fewRows = 10
/** So many times as many rows of a month must contradict a tab as agree with it. */
const clearTimes = 9

interface Count {
  positive: number
  negative: number
  cents: number
  /** First row of either sign. */
  readonly first: { positive?: number; negative?: number }
}

/**
 * The signs of all amounts of a tab as they were read, by month of posting: what was learnt from its first rows is held
 * against the rest (`signsBeside.md`), without a pass of its own.
 */
export class SignsRead {
  readonly #months = new Map<string, Map<string, Count>>()

  /** Takes a row: its type, cents as written, day of posting (blank if it has none). */
  count(row: {
    readonly type: string
    readonly cents: number
    readonly posted: string | null
    number: number
  }): void {
    const group = groupOf(row.type)
    if (group === null || row.cents === 0) return
    const months = this.#months.get(group) ?? new Map<string, Count>()
    this.#months.set(group, months)
    const month = row.posted?.slice(0, 7) ?? ''
    const held = months.get(month) ?? { positive: 0, negative: 0, cents: 0, first: {} }
    months.set(month, held)
    const sign = row.cents > 0 ? 'positive' : 'negative'
    held[sign]++
    held.cents += row.cents
    held.first[sign] ??= row.number
  }

  /** Refuses a tab that stands otherwise than was learnt, as a whole or in a month. */
  refusals(tab: Tab, signs: AmountSigns): SyncError[] {
    return (['payments', 'adjustments'] as const).flatMap((name) => {
      const group = signNames[name]
      const byMonth = this.#months.get(group) ?? new Map<string, Count>()
      const months = [...byMonth.values()]
      const dated = [...byMonth].flatMap(([month, one]) => (month === '' ? [] : [one]))
      if (!signs.isLearnt(group) || months.length === 0) return []
      const written = signs.writtenAs(group)
      const [own, other] =
        written > 0 ? (['positive', 'negative'] as const) : (['negative', 'positive'] as const)
      const sum = (key: 'positive' | 'negative' | 'cents'): number =>
        months.reduce((all, one) => all + one[key], 0)
      const all = `${counted(sum('positive'), 'amount')} above zero, ${counted(sum('negative'), 'amount')} below`
      if (sum(other) > sum(own)) {
        const what = `the first rows show ${name} as ${own} amounts, and most of all rows stand as ${other} ones (${all})`
        return [refusalOf(tab, name, what)]
      }
      const blocks = dated.filter((one) => one[other] >= fewRows && one[other] >= clearTimes * one[own])
      const rows = blocks.reduce((count, one) => count + one[other], 0)
      const first = Math.min(...blocks.map((one) => one.first[other] ?? Infinity))
      if (blocks.length === 0) return []
      const what = `most ${name} stand as ${own} amounts (${all}), but in ${counted(blocks.length, 'month')} nearly all as ${other} ones (${counted(rows, 'row')}, the first is row ${String(tab.origin?.(first, null).row ?? first)})`
      return [refusalOf(tab, name, what)]
    })
  }
}

function refusalOf(tab: Tab, name: keyof SaidSigns, what: string): SyncError {
  return new SyncError(
    `Tab ${tabLabel(tab)}: ${what}, so that they would raise A/R there.`,
    `Look how plain ${name} stand in both. If a part of it was exported with another setting, export that again as the rest was. If all is right, say it in the tab's entry under "tabs" in the config: signs: { ${name}: positive } or signs: { ${name}: negative }.`,
  )
}
