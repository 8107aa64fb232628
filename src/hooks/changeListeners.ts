/** Those who want to hear of changes, as `useSyncExternalStore` needs them. */
export interface ChangeListeners {
  /** Calls back after changes; returns the way to stop. */
  readonly subscribe: (changed: () => void) => () => void
  /** Changes whenever listeners hear of something. */
  readonly version: () => number
  /** Tells them now, also of what was to be told later. */
  readonly tell: () => void
  /** Tells them once the time has passed that was given, together with whatever else changes until then. */
  readonly tellLater: () => void
}

/** No listeners yet; `patienceMs` is how long `tellLater` waits at most. */
export function changeListeners(patienceMs: number): ChangeListeners {
  const listeners = new Set<() => void>()
  let changes = 0
  let due: ReturnType<typeof setTimeout> | null = null

  function tell(): void {
    if (due !== null) clearTimeout(due)
    due = null
    changes += 1
    for (const listener of listeners) listener()
  }

  return {
    subscribe: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    version: () => changes,
    tell,
    tellLater: () => {
      due ??= setTimeout(tell, patienceMs)
    },
  }
}
