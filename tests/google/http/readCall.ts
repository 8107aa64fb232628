import type { IncomingMessage } from 'node:http'
import type { Operation } from '../fault.ts'

/** A request, read as Google reads it: the path is split before it is decoded. */
export interface Call {
  readonly method: string
  /** Path and query as sent. */
  readonly path: string
  readonly query: URLSearchParams
  /** The bearer token; null where no Authorization header was sent. */
  readonly authorization: string | null
  readonly body: string
  readonly acceptsGzip: boolean
  readonly route: Route | null
}

/** What is asked for. */
export interface Route {
  readonly operation: Operation
  /** The method of the API, such as `values:batchGet`. */
  readonly name: string
  /** Spreadsheet or file; null where there is none yet. */
  readonly id: string | null
  /** An A1 range that stands in the path. */
  readonly range: string | null
}

export async function readCall(request: IncomingMessage): Promise<Call> {
  const path = request.url ?? '/'
  const [rawPath = '/', ...rest] = path.split('?')
  const { authorization, 'accept-encoding': encodings } = request.headers
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return {
    method: request.method ?? 'GET',
    path,
    // Reads both + and %20 as a space.
    query: new URLSearchParams(rest.join('?')),
    authorization: authorization?.replace(/^Bearer\s+/i, '') ?? null,
    body: Buffer.concat(chunks).toString('utf8'),
    acceptsGzip: /\bgzip\b/.test(encodings ?? ''),
    route: routeOf(request.method ?? 'GET', rawPath),
  }
}

interface Pattern {
  readonly method: string
  readonly path: RegExp
  readonly operation: Operation
  readonly name: string
}

const sheet = '/v4/spreadsheets/([^/:?]+)'

const patterns: readonly Pattern[] = [
  pattern('GET', sheet, 'get', 'get'),
  pattern('GET', `${sheet}/values:batchGet`, 'values', 'values:batchGet'),
  pattern('POST', `${sheet}/values:batchGetByDataFilter`, 'values', 'values:batchGetByDataFilter'),
  pattern('POST', `${sheet}/values:batchUpdate`, 'update', 'values:batchUpdate'),
  pattern('POST', `${sheet}/values:batchClear`, 'update', 'values:batchClear'),
  pattern('GET', `${sheet}/values/([^/]+)`, 'values', 'values.get'),
  pattern('PUT', `${sheet}/values/([^/]+)`, 'update', 'values.update'),
  pattern('POST', `${sheet}/values/([^/]+):append`, 'update', 'values.append'),
  pattern('POST', `${sheet}/values/([^/]+):clear`, 'update', 'values.clear'),
  pattern('POST', `${sheet}:batchUpdate`, 'update', 'batchUpdate'),
  pattern('POST', '/v4/spreadsheets', 'create', 'create'),
  pattern('GET', '/drive/v3/files/([^/]+)', 'file', 'files.get'),
  pattern('GET', '/oidc/token', 'oidc', 'oidc'),
  pattern('POST', '/sts/v1/token', 'sts', 'sts'),
  pattern(
    'POST',
    '/v1/projects/-/serviceAccounts/[^/]+:generateAccessToken',
    'impersonation',
    'impersonation',
  ),
]

function pattern(method: string, path: string, operation: Operation, name: string): Pattern {
  return { method, path: new RegExp(`^${path}$`), operation, name }
}

function routeOf(method: string, path: string): Route | null {
  for (const { path: form, ...known } of patterns) {
    const match = known.method === method ? form.exec(path) : null
    if (match === null) continue
    const [, id, range] = match
    return {
      operation: known.operation,
      name: known.name,
      id: id === undefined ? null : decodeURIComponent(id),
      range: range === undefined ? null : decodeURIComponent(range),
    }
  }
  return null
}
