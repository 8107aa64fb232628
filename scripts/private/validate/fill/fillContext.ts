import type { PayPeriod } from '../../config/config.ts'
import type { Dataset } from '../../contracts/dataset.ts'
import type { Settings } from '../../settings.ts'
import type { SignsRead } from '../SignsRead.ts'
import type { AmountSigns } from '../signedAmounts.ts'
import type { PayerDirectory } from '../values/PayerDirectory.ts'
import type { ProviderDirectory } from '../values/ProviderDirectory.ts'
import type { ValueMaps } from '../values/ValueMaps.ts'

/** What filling a tab's rows draws on. */
export interface FillContext {
  readonly dataset: Dataset
  readonly settings: Settings
  readonly maps: ValueMaps
  readonly providers: ProviderDirectory
  readonly payers: PayerDirectory
  readonly signs: AmountSigns
  /** Gathers the signs of the amounts as they stand. */
  readonly signsRead: SignsRead
  /** How the pay period follows from the pay day, where the config says it. */
  readonly payPeriod: PayPeriod | null
}
