import { BundleError, type BundleReason } from '../bundle/BundleError.ts'
import type { CopyState } from '../texts/offlineTexts.ts'

/** The host cannot be asked, and the copy on this device cannot be used either. */
export class CopyError extends BundleError {
  readonly #state: CopyState

  constructor(reason: BundleReason, state: CopyState, options?: ErrorOptions) {
    super(reason, options)
    this.#state = state
  }

  override get state(): CopyState {
    return this.#state
  }
}
