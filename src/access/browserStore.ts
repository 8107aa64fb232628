import { createAccessStore, type AccessStore } from './accessStore.ts'
import type { Memory } from './accessStoreParts.ts'
import { browserRecords } from './browserRecords.ts'

/** The store of this browser; `root` is the site's, absolute. Where it keeps nothing, nothing is kept. */
export function browserStore(root: URL): AccessStore {
  return createAccessStore({
    records: browserRecords,
    tab: memoryOf(() => sessionStorage),
    device: memoryOf(() => localStorage),
    place: root.href,
    now: () => Date.now(),
  })
}

/**
 * The browser's memory, asked for when it is first needed: browsers keep a script waiting for it. Where it is shut off,
 * even asking for it throws.
 */
function memoryOf(of: () => Storage): Memory {
  let found: Memory | null = null
  const memory = () => (found ??= reached(of))
  return {
    getItem: (name) => memory().getItem(name),
    setItem: (name, value) => memory().setItem(name, value),
    removeItem: (name) => memory().removeItem(name),
  }
}

function reached(of: () => Storage): Memory {
  try {
    return of()
  } catch {
    return { getItem: () => null, setItem: () => undefined, removeItem: () => undefined }
  }
}
