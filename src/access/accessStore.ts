import type { Access } from '../bundle/access.ts'
import type { AccessStoreParts } from './accessStoreParts.ts'
import { deviceKeeper } from './deviceKeeper.ts'
import type { Kept } from './sealKept.ts'
import { tabKeeper } from './tabKeeper.ts'
import { tabNotes, type TabNotes } from './tabNotes.ts'

export type { Kept } from './sealKept.ts'

/** Keeps an access, never in clear. Nothing here throws: what a browser does not keep is not kept. */
export interface AccessStore extends TabNotes {
  /** For this tab's next pages, a day at most. False where the browser keeps nothing. */
  readonly keepForTab: (kept: Kept) => Promise<boolean>
  /** On this device, until `forget`. */
  readonly remember: (kept: Kept) => Promise<boolean>
  /** What this tab was opened with, or else what the device remembers. */
  readonly recall: () => Promise<Kept | null>
  /** Whether this very access is remembered on the device. */
  readonly isRemembered: (access: Access) => Promise<boolean>
  /** Whether there may be something to recall, without asking the database. */
  readonly mayRecall: () => boolean
  /** Removes everything kept, of this and other tabs. False where it could not be removed. */
  readonly forget: () => Promise<boolean>
}

/** A store of accesses over a tab's memory and the browser's database of keys. */
export function createAccessStore(parts: AccessStoreParts): AccessStore {
  const { records } = parts
  const inTab = tabKeeper(parts)
  const onDevice = deviceKeeper(parts)
  const notes = tabNotes(parts.tab, parts.place)

  async function forgetAll(): Promise<void> {
    inTab.forget()
    notes.awaitWords(null)
    onDevice.forget()
    const names = (await records.list()).map(({ name }) => name)
    await records.remove(names.filter((name) => onDevice.isDeviceKey(name) || inTab.isTabKey(name)))
  }

  return {
    ...notes,
    keepForTab: (kept) => succeeds(() => inTab.keep(kept)),
    remember: (kept) => succeeds(() => onDevice.keep(kept)),
    recall: async () => (await orNull(inTab.recall)) ?? (await orNull(onDevice.recall)),
    isRemembered: async ({ identity }) => (await orNull(onDevice.recall))?.access.identity === identity,
    mayRecall: () => inTab.mayRecall() || onDevice.mayRecall(),
    forget: () => succeeds(forgetAll),
  }
}

async function succeeds(work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return true
  } catch {
    return false
  }
}

async function orNull<T>(work: () => Promise<T | null>): Promise<T | null> {
  try {
    return await work()
  } catch {
    return null
  }
}
