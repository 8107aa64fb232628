import { siteUrl } from '../access/siteUrl.ts'
import type { Access } from '../bundle/access.ts'
import { BundleError, type BundleReason } from '../bundle/BundleError.ts'
import type { Ask } from '../bundle/fetchBytes.ts'
import { openPage, type OpenedPage } from '../bundle/openPage.ts'
import { whenParsed } from '../bundle/whenParsed.ts'
import type { CopyState } from '../texts/offlineTexts.ts'
import { CopyError } from './CopyError.ts'
import { heldCopies, type HeldCopy } from './heldCopies.ts'
import { sayCopy } from './sayCopy.ts'

/**
 * Opens the page with the bundle that this device kept last, where the host did not answer, and says so on the page. All
 * that holds for a published bundle holds for its copy: signature, sequence, expiry, size, hash and seal. Manifest and
 * packs come from the one copy alone. Where nothing is kept, the host is asked once more, and has all the time it needs.
 * Throws `BundleError`.
 */
export async function openCopy(page: string, access: Access | null): Promise<OpenedPage> {
  const root = siteUrl()
  const copy = await wholeCopy(root)
  if (!copy) return openPatiently(page, access)
  const opened = await openHeld(page, access, copy)
  document.documentElement.dataset.copy = ''
  await whenParsed()
  await sayCopy(opened, root)
  return opened
}

async function openHeld(page: string, access: Access | null, copy: HeldCopy): Promise<OpenedPage> {
  try {
    // A copy is one reader's: what the manifest brings along may be another's, whose other packs are not here.
    return await openPage(page, access, { fetch: askOnly(await caches.open(copy.name)), inline: false })
  } catch (error) {
    if (!(error instanceof BundleError)) throw error
    const state = states[error.reason]
    // What is changed or over will not be good again; the next visit with a network keeps another.
    if (state === 'copy-refused' || state === 'copy-expired') await caches.delete(copy.name)
    throw state ? new CopyError(error.reason, state, { cause: error }) : error
  }
}

async function openPatiently(page: string, access: Access | null): Promise<OpenedPage> {
  try {
    return await openPage(page, access, { fetch: (url, init) => fetch(url, { ...init, signal: null }) })
  } catch (error) {
    const isSilent = error instanceof BundleError && error.reason === 'unreachable'
    throw isSilent ? new CopyError('unreachable', 'copy-missing', { cause: error }) : error
  }
}

/** What a page says when its copy cannot be used, by reason; without one it says what it says of a published bundle. */
const states: Partial<Record<BundleReason, CopyState>> = {
  unreachable: 'copy-missing',
  missing: 'copy-missing',
  closed: 'copy-closed',
  expired: 'copy-expired',
  damaged: 'copy-refused',
  unsigned: 'copy-refused',
  forged: 'copy-refused',
  older: 'copy-refused',
}

/** The newest that is whole; null where the browser keeps none, or cannot say. */
async function wholeCopy(root: URL): Promise<HeldCopy | null> {
  try {
    return (await heldCopies(root)).find(({ isWhole }) => isWhole) ?? null
  } catch {
    return null
  }
}

/** Asks a cache and nothing else; what it has not cannot be reached. */
function askOnly(cache: Cache): Ask {
  return async (url) => {
    const kept = await cache.match(url.href)
    if (!kept) throw new TypeError('not kept')
    return kept
  }
}
