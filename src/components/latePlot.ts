import { lazy, type ComponentType } from 'react'

/** A plot whose code comes late. */
export interface LatePlot<Props> {
  readonly Plot: ComponentType<Props>
  /** Asks for the code, if nobody has. */
  readonly fetch: () => void
}

/**
 * A plot that suspends until its code is there, and never after, not even at its first drawing: `lazy` of a promise would
 * wait a moment more, which a print does not have.
 */
export function latePlot<Props extends object>(load: () => Promise<ComponentType<Props>>): LatePlot<Props> {
  interface Loaded {
    default: ComponentType<Props>
  }
  let loaded: Loaded | null = null
  let coming: Promise<Loaded> | null = null
  const ask = (): Promise<Loaded> => {
    coming ??= load()
      .then((plot) => (loaded = { default: plot }))
      .finally(() => {
        // After a failure the next one asks again.
        if (loaded === null) coming = null
      })
    return coming
  }
  return {
    Plot: lazy(() => (loaded === null ? ask() : atOnce(loaded))),
    fetch: () => void ask().catch(() => null),
  }
}

/** A promise's shape without its wait: React asks for nothing but `then`. */
function atOnce<T>(value: T): Promise<T> {
  return { then: (use: (value: T) => unknown) => use(value) } as unknown as Promise<T>
}
