import type { SyncError } from '../../errors/SyncError.ts'
import type { RecognisedTab } from '../recognise/recognition.ts'
import { headerKey } from '../recognise/normaliseHeader.ts'
import type { Tab } from '../sources/source.ts'
import { sampleSigns } from './rows/sampleSigns.ts'
import type { TabPlan } from './rows/tabPlan.ts'
import { signRefusals } from './signRefusals.ts'
import { signsBeside } from './signsBeside.ts'
import { signsTold } from './signsTold.ts'
import type { AmountSigns } from './signedAmounts.ts'

/** The signs of a tab's amounts, and what there is to say of them. */
export interface SignsOfTab {
  readonly signs: AmountSigns
  readonly refusals: readonly SyncError[]
  readonly warnings: readonly string[]
}

/**
 * The signs of every tab, learnt once for all parts of a report together: in a part of few rows reversals may be the majority.
 */
export class TabSigns {
  readonly #tabs: readonly RecognisedTab[]
  readonly #known = new Map<Tab, AmountSigns>()
  readonly #learnt = new Map<Tab, AmountSigns>()

  constructor(tabs: readonly RecognisedTab[]) {
    this.#tabs = tabs
  }

  /** Refusals and warnings are of the first part that is asked for. */
  async of(recognised: RecognisedTab, planOf: (part: RecognisedTab) => TabPlan): Promise<SignsOfTab> {
    const known = this.#known.get(recognised.tab)
    if (known) return { signs: known, refusals: [], warnings: [] }
    const signs = await this.#learn(recognised.tab, planOf)
    if (!this.#partsOf(recognised.tab).some(hasSigns)) return { signs, refusals: [], warnings: [] }
    this.#known.set(recognised.tab, signs)
    const tabs = this.#tabsOfSource(recognised.tab)
    const others: AmountSigns[] = []
    for (const tab of tabs) if (tab !== recognised.tab) others.push(await this.#learn(tab, planOf))
    const own = signRefusals(recognised.tab, signs)
    const beside = signsBeside(recognised.tab, signs, others)
    return {
      signs,
      refusals: [...own.refusals, ...beside.refusals],
      warnings: [
        ...(tabs[0] === recognised.tab ? signsTold(recognised.tab, [signs, ...others]) : []),
        ...own.warnings,
        ...beside.warnings,
      ],
    }
  }

  async #learn(tab: Tab, planOf: (part: RecognisedTab) => TabPlan): Promise<AmountSigns> {
    const learnt = this.#learnt.get(tab) ?? (await sampleSigns(this.#partsOf(tab).map(planOf)))
    this.#learnt.set(tab, learnt)
    return learnt
  }

  #partsOf(tab: Tab): RecognisedTab[] {
    return this.#tabs.filter((one) => one.tab === tab)
  }

  /** The tabs with the same columns, itself among them. */
  #tabsOfSource(tab: Tab): Tab[] {
    const source = sourceOf(this.#partsOf(tab))
    const tabs = new Set(this.#tabs.filter(hasSigns).map((one) => one.tab))
    return [...tabs].filter((one) => sourceOf(this.#partsOf(one)) === source)
  }
}

/** What tabs of one system have in common: datasets and columns. */
function sourceOf(parts: readonly RecognisedTab[]): string {
  return JSON.stringify(
    parts.map(({ dataset, columns }) => [
      dataset,
      columns.map(({ field, header }) => `${field} ${headerKey(header)}`).toSorted(),
    ]),
  )
}

/** Whether a dataset's amounts have signs that systems write differently. */
export function hasSigns({ dataset }: Pick<RecognisedTab, 'dataset'>): boolean {
  return dataset === 'transactions' || dataset === 'billing'
}
