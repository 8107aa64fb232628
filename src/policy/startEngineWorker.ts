import { trustedPolicy } from './contentPolicy.ts'

/** A worker from the engine's own script; `release` forgets the script's address once the worker runs. */
export interface EngineWorker {
  readonly worker: Worker
  readonly release: () => void
}

/** The addresses that may become a script: those made here, while their worker starts. */
const engineUrls = new Set<string>()

const policy = createPolicy((url) => {
  if (!engineUrls.has(url)) throw new TypeError('not the address of the engine')
  return url
})

/**
 * Starts a worker from the engine's checked script. It starts from a blob, so that the page's policy binds
 * it on every host; no other address gets past the page's Trusted Types.
 */
export function startEngineWorker(script: Uint8Array<ArrayBuffer>): EngineWorker {
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))
  const release = (): void => {
    engineUrls.delete(url)
    URL.revokeObjectURL(url)
  }
  engineUrls.add(url)
  try {
    return { worker: new Worker(policy.createScriptURL(url)), release }
  } catch (error) {
    release()
    throw error
  }
}

/** Of the browser's Trusted Types, what is needed here. */
interface ScriptUrlPolicy {
  /** A `TrustedScriptURL`, which `Worker` takes in the place of a text. */
  readonly createScriptURL: (url: string) => string
}

interface TrustedTypes {
  createPolicy(name: string, rules: ScriptUrlPolicy): ScriptUrlPolicy
}

/** The rule as a policy; a browser without Trusted Types holds to the rule alone. */
function createPolicy(createScriptURL: ScriptUrlPolicy['createScriptURL']): ScriptUrlPolicy {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  return trustedTypes?.createPolicy(trustedPolicy, { createScriptURL }) ?? { createScriptURL }
}
