import type { StateKind } from '../access/accessState.ts'
import { bundleTexts } from '../texts/bundleTexts.ts'

/** Why a bundle cannot be used; every reason has its own text, fit to be shown. */
export type BundleReason = keyof typeof bundleTexts

/** A bundle or one of its files cannot be used; the message is fit to be shown and names no file and no key. */
export class BundleError extends Error {
  override readonly name = 'BundleError'
  readonly reason: BundleReason

  constructor(reason: BundleReason, options?: ErrorOptions) {
    super(bundleTexts[reason], options)
    this.reason = reason
  }

  /** What a page shows for it, by `accessState`. */
  get state(): StateKind {
    return this.reason
  }
}
