/** What the first script took out of the address, until `takenLink()` hands it over. */
export interface TakenLink {
  /** The fragment without its `#`; '' for one that reached the host, and is not used whatever it says. */
  readonly text: string
}

declare global {
  interface Window {
    takenLink?: TakenLink
  }
}

/** Hands over what the first script took, once; null if the address held no link. */
export function takenLink(): TakenLink | null {
  const taken = window.takenLink ?? null
  delete window.takenLink
  return taken
}
