import { defaultConfig } from '../private/config/config.ts'
import { recogniseTab } from '../private/recognise/recogniseTab.ts'
import { readHeaderAliases } from '../private/validate/reference/readHeaderAliases.ts'
import type { DraftTab, ReviewedTab } from './draft.ts'
import { chosenPins } from './pinsOf.ts'

/** What the tabs are recognised as under the choices made, header aliases of all of them in force. */
export async function reviewTabs(tabs: readonly DraftTab[]): Promise<ReviewedTab[]> {
  const peeks = tabs.map(({ peek }) => peek)
  const { aliases } = await readHeaderAliases(peeks, { ...defaultConfig, tabs: chosenPins(tabs) })
  return tabs.map((tab) => {
    const [pin] = chosenPins([tab])
    return { ...tab, recognition: recogniseTab(tab.peek, { aliases, pin }) }
  })
}
