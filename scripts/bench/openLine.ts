import type { Browser, CDPSession, Page } from 'playwright'

/** A line and a processor as the product's targets name them. */
export interface Line {
  readonly name: string
  /** Bits a second; null is the machine's own loopback. */
  readonly bitsPerSecond: number | null
  readonly latencyMs: number
  /** How many times slower the page's own thread is made; workers stay as they are (DevTools). */
  readonly cpuSlowdown: number
}

export const lines: readonly Line[] = [
  { name: 'loopback, CPU / 4', bitsPerSecond: null, latencyMs: 0, cpuSlowdown: 4 },
  { name: '9 Mbit/s, 60 ms, CPU / 4', bitsPerSecond: 9_000_000, latencyMs: 60, cpuSlowdown: 4 },
  { name: '1.6 Mbit/s, 150 ms, CPU / 4', bitsPerSecond: 1_600_000, latencyMs: 150, cpuSlowdown: 4 },
]

/** What is fetched, by what it is to the page; data is the bundle. */
export const kinds = ['document', 'script', 'style', 'font', 'data'] as const
export type Kind = (typeof kinds)[number]
export type BytesByKind = Readonly<Record<Kind, number>>

/** A page in a phone's size with a cold cache, on a slowed line. Closing the page's context ends it. */
export interface SlowPage {
  readonly page: Page
  /** Bytes received over the line so far, compressed as they came, with their heads. */
  readonly received: () => BytesByKind
  readonly close: () => Promise<void>
}

/** Opens an empty page on a line; nothing is loaded yet. */
export async function openLine(browser: Browser, line: Line): Promise<SlowPage> {
  // The line is the page's alone: a worker that keeps the site for offline would fetch the engine past it.
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const received = countBytes(session)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  const throughput = line.bitsPerSecond === null ? -1 : line.bitsPerSecond / 8
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: line.latencyMs,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: line.cpuSlowdown })
  return { page, received, close: () => context.close() }
}

/** A request's kind is known once it is answered, which the protocol may tell after its first bytes. */
function countBytes(session: CDPSession): () => BytesByKind {
  const bytesOf = new Map<string, number>()
  const kindOf = new Map<string, Kind>()
  const count = (request: string, more: number) => bytesOf.set(request, (bytesOf.get(request) ?? 0) + more)
  session.on('Network.responseReceived', ({ requestId, response }) => {
    kindOf.set(requestId, kindOfAddress(response.url, response.mimeType))
    count(requestId, response.encodedDataLength)
  })
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) =>
    count(requestId, encodedDataLength),
  )
  return () => {
    const byKind: Record<Kind, number> = { document: 0, script: 0, style: 0, font: 0, data: 0 }
    for (const [request, bytes] of bytesOf) byKind[kindOf.get(request) ?? 'data'] += bytes
    return byKind
  }
}

/** By what the host calls it: a file that is preloaded has no kind of its own in the protocol. */
function kindOfAddress(address: string, mimeType: string): Kind {
  if (mimeType === 'text/html') return 'document'
  if (mimeType === 'text/css') return 'style'
  if (mimeType.includes('javascript')) return 'script'
  return /\.woff2?$/.test(new URL(address).pathname) ? 'font' : 'data'
}
