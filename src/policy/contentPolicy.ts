/**
 * What a page of the site may do: nothing but ask its own origin, run its own files and compile the engine.
 * The one source of the policy: the built pages carry it, and hosts that send headers send the same.
 */

/** The only Trusted Types policy, `scriptUrls`; nothing else on the site may turn a text into a script. */
export const trustedPolicy = 'app'

/** Scripts are files of the site; the engine is WebAssembly. Nothing is evaluated, nothing stands inline. */
export const scriptSources = ["'self'", "'wasm-unsafe-eval'"] as const

/** Styles are files of the site. */
export const styleSources = ["'self'"] as const

/** Every other directive, in the order in which the policy names them. `blob:` is the checked engine. */
export const directives = [
  "default-src 'none'",
  "connect-src 'self' blob:",
  "img-src 'self'",
  "font-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "frame-src 'none'",
  "require-trusted-types-for 'script'",
  `trusted-types ${trustedPolicy}`,
] as const

/** The policy as each page carries it. */
export const pagePolicy = [
  ...directives,
  `script-src ${scriptSources.join(' ')}`,
  `style-src ${styleSources.join(' ')}`,
].join('; ')

/** The policy as a header: the page's, and what a page cannot say for itself. */
export const headerPolicy = `${pagePolicy}; frame-ancestors 'none'`
