import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** One answer, or one that a test makes by hand. */
export type Reply =
  | { readonly status?: number; readonly json: unknown; readonly headers?: Readonly<Record<string, string>> }
  | { readonly by: (response: ServerResponse, request: IncomingMessage) => void }

export interface SeenRequest {
  readonly method: string
  /** Path with query, as sent. */
  readonly url: string
  readonly authorization: string | undefined
  readonly body: string
}

const impersonation =
  '/v1/projects/-/serviceAccounts/reader@two-rivers.iam.gserviceaccount.com:generateAccessToken'

/**
 * A server that says what a test has written down, path by path (a path is known by its end); the last reply
 * of a path is said over and over. The chain of federated credentials works from the start.
 */
export class ScriptedServer {
  static readonly account = 'reader@two-rivers.iam.gserviceaccount.com'
  readonly seen: SeenRequest[] = []
  /** Hosts to which this server was to be a proxy; it is none. */
  readonly tunnels: string[] = []
  url = ''
  readonly #replies = new Map<string, Reply[]>()
  readonly #server: Server
  #tokens = 0

  constructor() {
    this.#server = createServer((request, response) => this.#take(request, response))
    this.#server.on('connect', (request, socket) => {
      this.tunnels.push(request.url ?? '')
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
    })
  }

  static async start(): Promise<ScriptedServer> {
    const server = new ScriptedServer()
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve))
    const address = server.#server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    server.url = `http://127.0.0.1:${address.port}/`
    return server
  }

  /** What is answered where the path ends so. */
  script(end: string, ...replies: readonly Reply[]): void {
    this.#replies.set(end, [...replies])
  }

  /** Requests whose path ends so. */
  to(end: string): SeenRequest[] {
    return this.seen.filter(({ url }) => url.split('?')[0]?.endsWith(end))
  }

  /** Credentials whose whole chain runs here, as a file in that folder; gives the environment that names it. */
  async env(folder: string): Promise<NodeJS.ProcessEnv> {
    const path = join(folder, 'federation.json')
    await writeFile(path, JSON.stringify(this.federation()))
    return {
      VITALS_SHEETS_ROOT_URL: this.url,
      VITALS_DRIVE_ROOT_URL: this.url,
      GOOGLE_APPLICATION_CREDENTIALS: path,
    }
  }

  federation() {
    return {
      type: 'external_account',
      audience: '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/q',
      subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
      token_url: `${this.url}sts/v1/token`,
      service_account_impersonation_url: `${this.url.slice(0, -1)}${impersonation}`,
      credential_source: {
        url: `${this.url}oidc`,
        headers: { authorization: 'Bearer runner-secret' },
        format: { type: 'json', subject_token_field_name: 'value' },
      },
    }
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #take(request: IncomingMessage, response: ServerResponse): void {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      const body = Buffer.concat(parts).toString('utf8')
      this.seen.push({ method, url, authorization: headers.authorization, body })
      this.#answer(this.#next(url.split('?')[0] ?? ''), request, response)
    })
  }

  #next(path: string): Reply {
    for (const [end, replies] of this.#replies) {
      if (path.endsWith(end)) return (replies.length > 1 ? replies.shift() : replies[0]) ?? { json: null }
    }
    if (path === '/oidc') return { json: { value: 'subject-secret' } }
    if (path === '/sts/v1/token') return { json: { access_token: 'exchange-secret', expires_in: 3600 } }
    if (path === impersonation) return { json: this.token() }
    return {
      status: 404,
      json: { error: { code: 404, message: 'Requested entity was not found.', status: 'NOT_FOUND' } },
    }
  }

  /** An answer of generateAccessToken; each has a token of its own. */
  token(): unknown {
    this.#tokens++
    return {
      accessToken: `access-secret-${this.#tokens}`,
      expireTime: new Date(Date.now() + 600_000).toISOString(),
    }
  }

  #answer(reply: Reply, request: IncomingMessage, response: ServerResponse): void {
    if ('by' in reply) {
      reply.by(response, request)
      return
    }
    response.writeHead(reply.status ?? 200, {
      'content-type': 'application/json; charset=UTF-8',
      'content-encoding': 'gzip',
      ...reply.headers,
    })
    response.end(gzipSync(JSON.stringify(reply.json, null, 2)))
  }
}

/** An error answer as Google sends it. */
export function errorReply(
  code: number,
  message: string,
  rest: Readonly<Record<string, unknown>> = {},
): Reply {
  return { status: code, json: { error: { code, message, ...rest } } }
}
