/** What the site keeps in the browser's caches, by purpose. Nothing of it belongs to a site in another folder. */
export interface CacheNames {
  /** What every name begins with. */
  readonly all: string
  /** The pages, scripts and styles of one build. */
  readonly shell: (version: string) => string
  /** The calculation engine, if it was loaded. */
  readonly engine: string
  /** One published bundle: its packs, and its manifest once all of them are there. */
  readonly bundle: (sequence: number, hash: string) => string
  /** The sequence of a bundle's cache; null for the name of anything else. */
  readonly sequenceOf: (name: string) => number | null
}

/** The names for the site whose root is `root`: two practices on one host are kept apart by it. */
export function cacheNames(root: string): CacheNames {
  const all = `practice-vitals ${root} `
  const bundle = `${all}bundle `
  return {
    all,
    shell: (version) => `${all}shell ${version}`,
    engine: `${all}engine`,
    bundle: (sequence, hash) => `${bundle}${sequence} ${hash.slice(0, 32)}`,
    sequenceOf: (name) => (name.startsWith(bundle) ? Number(name.slice(bundle.length).split(' ')[0]) : null),
  }
}
