import { SyncError } from '../../errors/SyncError.ts'
import { counted } from '../../words/counted.ts'
import type { TabSettlement } from '../ledger/ledger.ts'
import type { RecognisedTab } from '../recognise/recognition.ts'
import { tabLabel } from '../recognise/tabLabel.ts'

/** Refuses a tab in which rows without a number of their own were pasted twice: both copies would count. */
export function doubledDays({ tab }: RecognisedTab, { doubled }: TabSettlement): SyncError[] {
  if (doubled === null) return []
  const { days, rows } = doubled
  return [
    new SyncError(
      `Tab ${tabLabel(tab)}: on ${counted(days, 'day')} every row stands twice (${counted(rows, 'row')} in all), and no number tells them apart.`,
      'A month or an overlapping range was probably pasted twice: delete the second copy, or export the report with the number of each line.',
    ),
  ]
}
