/** Whether the reader has to agree before the engine is fetched, and has. */
export interface EngineConsent {
  readonly isNeeded: () => boolean
  /** Once the reader agrees; never where nobody does. */
  readonly given: Promise<true>
  readonly allow: () => void
}

/** The consent of one page; `isDear` says whether it is needed at all. */
export function engineConsent(isDear: () => boolean): EngineConsent {
  const { promise: given, resolve } = Promise.withResolvers<true>()
  let hasAllowed = false
  return {
    isNeeded: () => !hasAllowed && isDear(),
    given,
    allow: () => {
      hasAllowed = true
      resolve(true)
    },
  }
}
