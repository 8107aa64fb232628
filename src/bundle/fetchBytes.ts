import { BundleError } from './BundleError.ts'

/** `fetch`, as far as a bundle needs it. */
export type Ask = (url: URL, init?: RequestInit) => Promise<Response>

/**
 * What lies at an address. Throws `BundleError`: `unreachable` if the host cannot be asked or has trouble of
 * its own, `missing` if it has no such file.
 */
export async function fetchBytes(
  url: URL,
  { ask, init }: { readonly ask: Ask; readonly init?: RequestInit },
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const response = await ask(url, init)
    const { status } = response
    // 204 is the site's worker, which could ask nobody.
    if (response.ok && status !== 204) return new Uint8Array(await response.arrayBuffer())
    throw new BundleError(status === 204 || status >= 500 ? 'unreachable' : 'missing')
  } catch (error) {
    if (error instanceof BundleError) throw error
    throw new BundleError('unreachable', { cause: error })
  }
}
