import { dollars } from '../../words/dollars.ts'
import { counted } from '../../words/counted.ts'
import type { TabSettlement } from '../ledger/ledger.ts'
import type { RecognisedTab } from '../recognise/recognition.ts'
import { tabLabel } from '../recognise/tabLabel.ts'

/** What to say of lines that are marked void and that nothing takes back. */
export function voidedLines({ tab }: RecognisedTab, { voided, voidedCents }: TabSettlement): string[] {
  if (voided === 0) return []
  const [are, they] = voided === 1 ? ['is', 'it does'] : ['are', 'they do']
  return [
    `Tab ${tabLabel(tab)}: ${counted(voided, 'row')} (${dollars(voidedCents)}) ${are} marked void and no row takes ${voided === 1 ? 'it' : 'them'} back; ${they} not count.`,
  ]
}
