import { BundleError } from './BundleError.ts'
import type * as keys from './keysSlowly.ts'

/** The code of `keysSlowly.ts`. Rejects with a `BundleError` where it cannot be fetched. */
export async function slowKeys(): Promise<typeof keys> {
  try {
    return await import('./keysSlowly.ts')
  } catch (cause) {
    throw new BundleError('unreachable', { cause })
  }
}
