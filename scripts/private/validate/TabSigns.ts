import type { SyncError } from '../../errors/SyncError.ts'
import type { RecognisedTab } from '../recognise/recognition.ts'
import type { Tab } from '../sources/source.ts'
import { sampleSigns } from './rows/sampleSigns.ts'
import type { TabPlan } from './rows/tabPlan.ts'
import { signRefusals } from './signRefusals.ts'
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

  constructor(tabs: readonly RecognisedTab[]) {
    this.#tabs = tabs
  }

  /** Refusals and warnings are of the first part that is asked for. */
  async of(recognised: RecognisedTab, planOf: (part: RecognisedTab) => TabPlan): Promise<SignsOfTab> {
    const known = this.#known.get(recognised.tab)
    if (known) return { signs: known, refusals: [], warnings: [] }
    const parts = this.#tabs.filter(({ tab }) => tab === recognised.tab)
    const signs = await sampleSigns(parts.map(planOf))
    if (!parts.some(hasSigns)) return { signs, refusals: [], warnings: [] }
    this.#known.set(recognised.tab, signs)
    return { signs, ...signRefusals(recognised.tab, signs) }
  }
}

/** Whether a dataset's amounts have signs that systems write differently. */
export function hasSigns({ dataset }: Pick<RecognisedTab, 'dataset'>): boolean {
  return dataset === 'transactions' || dataset === 'billing'
}
