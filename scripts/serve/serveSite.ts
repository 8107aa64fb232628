import { createReadStream } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join, posix } from 'node:path'
import compression from 'compression'
import sirv from 'sirv'
import { cacheRule, commonHeaders, neverKept } from '../../src/policy/responseHeaders.ts'
import { heartbeatPath, readHeartbeat } from '../schedule/writeHeartbeat.ts'

export interface ServeOptions {
  /** The built site. */
  readonly site: string
  /** A bundle from elsewhere, served as `/bundle/` instead of the site's own, and its heartbeat with it. */
  readonly bundle?: string
  /** The first port to try; the next free one is taken. 0 lets the system choose. */
  readonly port?: number
  /** Whether to send what `_headers` says; false is a host that sends none of its own. */
  readonly headers?: boolean
}

/** A running server, reachable from this computer only. */
export interface RunningServer {
  readonly address: string
  close(): Promise<void>
}

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

/** Serves the built site on the loopback address, gzipped, with the headers a host should send. */
export async function serveSite(options: ServeOptions): Promise<RunningServer> {
  const { site, bundle, port = 4321, headers = true } = options
  const handlers: Handler[] = [compression() as unknown as Handler]
  if (headers) handlers.unshift(sendHeaders)
  if (bundle) {
    handlers.push(under('/bundle/', sirv(bundle, { etag: true, dev: true })))
    handlers.push(heartbeatOf(bundle))
  }
  handlers.push(sirv(site, { etag: true, dev: true }))
  handlers.push(notFound(site))
  const server = createServer((request, response) => run(handlers, request, response))
  await listen(server, port)
  const found = server.address()
  if (found === null || typeof found === 'string') throw new Error('invalid server address')
  return {
    address: `http://127.0.0.1:${String(found.port)}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** The bundle's heartbeat as it is now, written anew by each run; without one, the site's own empty one. */
function heartbeatOf(bundle: string): Handler {
  return (request, response, next) => {
    if (plainPath(request.url ?? '/') !== '/heartbeat.json') {
      next()
      return
    }
    void readHeartbeat(heartbeatPath(bundle)).then((heartbeat) => {
      if (heartbeat === null) {
        next()
        return
      }
      response.setHeader('Content-Type', 'application/json')
      response.end(JSON.stringify(heartbeat))
    })
  }
}

function run(handlers: readonly Handler[], request: IncomingMessage, response: ServerResponse): void {
  const [first, ...rest] = handlers
  first?.(request, response, () => run(rest, request, response))
}

/** The site's own page for an address that it does not have, as a static host sends it. */
function notFound(site: string): Handler {
  return (_request, response) => {
    markMissing(response)
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    createReadStream(join(site, '404.html'))
      .on('error', () => response.end('Not found'))
      .pipe(response)
  }
}

/** Runs a handler for one folder of the address, with the folder's name cut off. */
function under(folder: string, handler: Handler): Handler {
  return (request, response, next) => {
    const path = plainPath(request.url ?? '/')
    if (!path.startsWith(folder)) {
      next()
      return
    }
    request.url = encodeURI(path.slice(folder.length - 1))
    // A bundle from elsewhere hides the site's own: what it lacks is missing, not the demo's.
    handler(request, response, () => {
      markMissing(response)
      response.end('Not found')
    })
  }
}

/** The path that an address means, however it is spelt. */
function plainPath(url: string): string {
  const [path = '/'] = url.split(/[?#]/)
  try {
    return posix.normalize(decodeURIComponent(path))
  } catch {
    return path
  }
}

function sendHeaders(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  response.setHeaders(new Map(Object.entries(commonHeaders)))
  response.setHeader('Cache-Control', cacheRule(plainPath(request.url ?? '/').slice(1)))
  next()
}

/** An answer that there is no such file: it must not outlive the next publication. */
function markMissing(response: ServerResponse): void {
  response.statusCode = 404
  if (response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', neverKept)
}

/** Listens on the first free port from `port` on. */
function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && port > 0 && port < 65_535) resolve(listen(server, port + 1))
      else reject(error)
    })
    server.listen(port, '127.0.0.1', () => resolve())
  })
}
