import { cacheNames } from './cacheNames.ts'

/** Whether the browser has caches and workers to be asked; typed as always there, but missing over plain http. */
const place = globalThis as Partial<Pick<typeof globalThis, 'caches'>>

/** Deletes all that this browser keeps of the site to be read offline, and its worker. Never throws; false if it failed. */
export async function forgetOffline(root: URL): Promise<boolean> {
  try {
    const workers = (navigator as Partial<Navigator>).serviceWorker
    const registrations = (await workers?.getRegistrations()) ?? []
    // First, so that it keeps nothing anew.
    await Promise.all(registrations.filter(({ scope }) => scope === root.href).map((one) => one.unregister()))
    await forgetCaches(root, () => true)
    return true
  } catch {
    return false
  }
}

/** Deletes the kept bundles alone: whoever was removed has no use for them. Never throws. */
export async function forgetCopies(root: URL): Promise<void> {
  const { sequenceOf } = cacheNames(root.href)
  await forgetCaches(root, (name) => sequenceOf(name) !== null).catch(() => null)
}

async function forgetCaches(root: URL, isMeant: (name: string) => boolean): Promise<void> {
  const { all } = cacheNames(root.href)
  const { caches } = place
  if (!caches) return
  const names = (await caches.keys()).filter((name) => name.startsWith(all) && isMeant(name))
  await Promise.all(names.map((name) => caches.delete(name)))
}
