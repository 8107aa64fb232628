import type { SyncConfig } from '../../private/config/config.ts'
import type { HeaderAliases } from '../../private/recognise/headerFields.ts'
import { pinOfTab } from '../../private/recognise/pinOfTab.ts'
import { recogniseTab } from '../../private/recognise/recogniseTab.ts'
import type { Recognition } from '../../private/recognise/recognition.ts'
import type { SheetPeek } from './peekSpreadsheet.ts'

/** A tab, its first rows, and what the sync will take it for. */
export interface TabLook {
  readonly peek: SheetPeek
  readonly recognition: Recognition
}

/** Every tab of a spreadsheet that has cells, in its order. */
export type SheetLook = readonly TabLook[]

/** What the sync will take every tab for, under a config and the aliases of all its spreadsheets. */
export function lookAt(
  peeks: readonly SheetPeek[],
  config: Pick<SyncConfig, 'tabs'>,
  aliases: HeaderAliases,
): SheetLook {
  return peeks.map((peek) => ({
    peek,
    recognition: recogniseTab(peek, { aliases, pin: pinOfTab(peek.tab, config.tabs) }),
  }))
}
