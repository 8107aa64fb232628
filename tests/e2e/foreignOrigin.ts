import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Another origin that really listens, and takes note of whoever comes. */
export interface ForeignOrigin {
  /** With a slash at its end. */
  readonly address: string
  /** Paths asked for, in order, whatever the method. */
  readonly asked: readonly string[]
  /** Connections opened, also those over which nothing was asked. */
  readonly connections: () => number
  /** What it answers for a path, as a page; every other path gets an empty answer. */
  readonly pages: Map<string, string>
  close(): Promise<void>
}

/** Starts another origin on the loopback address. It lets every origin read what it answers. */
export async function foreignOrigin(): Promise<ForeignOrigin> {
  const asked: string[] = []
  const pages = new Map<string, string>()
  let connections = 0
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').replace(/[?#].*$/, '')
    asked.push(path)
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
    const page = pages.get(path)
    if (page !== undefined) response.setHeader('Content-Type', 'text/html')
    response.end(page ?? '')
  })
  server.on('connection', () => (connections += 1))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${String(port)}/`,
    asked,
    connections: () => connections,
    pages,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
