import { trustedPolicy } from './contentPolicy.ts'

/** The addresses that may become a script at this moment: the engine's blob and the site's worker, while each starts. */
const meant = new Set<string>()

const policy = createPolicy((url) => {
  if (!meant.has(url)) throw new TypeError('not the address of the engine or the site’s worker')
  return url
})

/** An address that may become a script until `release`; no other gets past the page's Trusted Types. */
export interface ScriptUrl {
  /** A `TrustedScriptURL` where the browser knows them, which its functions take in the place of a text. */
  readonly trusted: string
  readonly release: () => void
}

/** Lets an address become a script, until it is released. */
export function scriptUrl(url: string): ScriptUrl {
  meant.add(url)
  return { trusted: policy.createScriptURL(url), release: () => meant.delete(url) }
}

/** Of the browser's Trusted Types, what is needed here. */
interface ScriptUrlPolicy {
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
