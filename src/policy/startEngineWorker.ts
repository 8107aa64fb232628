import { scriptUrl } from './scriptUrls.ts'

/** A worker from the engine's own script; `release` forgets the script's address once the worker runs. */
export interface EngineWorker {
  readonly worker: Worker
  readonly release: () => void
}

/**
 * Starts a worker from the engine's checked script. It starts from a blob, so that the page's policy binds
 * it on every host; no other address gets past the page's Trusted Types.
 */
export function startEngineWorker(script: Uint8Array<ArrayBuffer>): EngineWorker {
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))
  const { trusted, release: refuse } = scriptUrl(url)
  const release = (): void => {
    refuse()
    URL.revokeObjectURL(url)
  }
  try {
    return { worker: new Worker(trusted), release }
  } catch (error) {
    release()
    throw error
  }
}
