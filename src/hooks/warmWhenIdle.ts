import { isEngineDear } from './isEngineDear.ts'
import type { Engine } from './engine.ts'

interface Connection {
  readonly saveData?: boolean
  readonly effectiveType?: string
  readonly downlink?: number
}

const waitMs = 4_000

/**
 * Fetches the engine (about 8 MB) ahead of need, in idle time and on a good connection only: never where
 * the reader saves data, and not where the browser does not say how good the line is. Returns the way to
 * call it off.
 */
export function warmWhenIdle(engine: Engine): () => void {
  const { connection } = navigator as Navigator & { readonly connection?: Connection }
  const isGood = connection?.effectiveType === '4g' && !connection.saveData && (connection.downlink ?? 0) >= 5
  // A copy is shown because the host does not answer.
  const isOffline = document.documentElement.dataset.copy !== undefined
  if (isOffline || !isGood || isEngineDear() || typeof requestIdleCallback !== 'function')
    return () => undefined
  let idle = 0
  const timer = setTimeout(() => {
    idle = requestIdleCallback(() => engine.warm())
  }, waitMs)
  return () => {
    clearTimeout(timer)
    cancelIdleCallback(idle)
  }
}
