import { SyncError } from '../../errors/SyncError.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { RecognisedTab } from '../recognise/recognition.ts'
import { tabLabel } from '../recognise/tabLabel.ts'

/**
 * Refuses what would count twice: payers' remittances beside an export of the same payments. Nothing else could tell, for the
 * two number their rows differently.
 */
export async function remittancesTwice(tabs: readonly RecognisedTab[], ledger: Ledger): Promise<SyncError[]> {
  const remittances = tabs.filter(({ part }) => part?.hasEffects === true)
  const refusals: SyncError[] = []
  for (const { tab, order } of remittances) {
    for (const { tab: other, amounts } of await ledger.paymentsTwice(order)) {
      const where = tabs.find((one) => one.order === other)
      if (where === undefined || remittances.includes(where)) continue
      refusals.push(
        new SyncError(
          `Tab ${tabLabel(where.tab)} and ${tabLabel(tab)}: ${String(amounts)} ${amounts === 1 ? 'amount is' : 'amounts are'} in both, for the same claims or checks, and would count twice.`,
          'Take the remittance files out of the folder, or leave the payers\' payments and adjustments out of the tab (under "scope" in the config).',
        ),
      )
    }
  }
  return refusals
}
