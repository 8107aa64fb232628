// Of a service worker's own names, what is used here: the types of pages and of workers cannot both be loaded.

/** An event that the browser lets last until a promise is done. */
export interface LastingEvent {
  waitUntil(work: Promise<unknown>): void
}

/** A page, or something on it, asks for an address. */
export interface AskedEvent extends LastingEvent {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

export interface WorkerScope {
  readonly registration: {
    /** The site's root, absolute. */
    readonly scope: string
  }
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', does: (event: LastingEvent) => void): void
  addEventListener(type: 'fetch', does: (event: AskedEvent) => void): void
}
