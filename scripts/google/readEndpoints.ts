import { SyncError } from '../errors/SyncError.ts'

/** Where the two APIs are: Google's own addresses, or a server on this computer for tests. */
export interface Endpoints {
  readonly sheets: string
  readonly drive: string
}

const google: Endpoints = {
  sheets: 'https://sheets.googleapis.com/',
  drive: 'https://www.googleapis.com/',
}

const names = ['VITALS_SHEETS_ROOT_URL', 'VITALS_DRIVE_ROOT_URL'] as const

/**
 * Reads VITALS_SHEETS_ROOT_URL and VITALS_DRIVE_ROOT_URL. Only an address of this very computer is taken,
 * because whatever is called there gets an access token. Both or neither; anything else is a `SyncError`.
 */
export function readEndpoints(env: NodeJS.ProcessEnv): Endpoints {
  const [sheets, drive] = names.map((name) => env[name] ?? '')
  if (!sheets && !drive) return google
  if (!sheets || !drive) {
    throw new SyncError(
      `Only one of ${names.join(' and ')} is set.`,
      'Set both, so that no request goes to Google by accident, or neither.',
    )
  }
  return { sheets: localRoot(names[0], sheets), drive: localRoot(names[1], drive) }
}

/** An address of this very computer, as a whole URL; never reached through a proxy. */
export const loopbackUrl = /^https?:\/\/(?:127(?:\.\d+){3}|localhost|\[::1\])(?::\d+)?\//

/**
 * Google's two services that exchange tokens, by their plain, regional and private names. Others under
 * googleapis.com take what is sent for anybody: storage would put a token into a stranger's bucket.
 */
const tokenHost =
  /^(?:[a-z\d-]+-)?(?:sts|iamcredentials)(?:\.(?:mtls|[a-z]+-[a-z]+\d+))?(?:\.rep|-[a-z\d-]+\.p)?\.googleapis\.com$/

/** Whether a token meant for Google may be sent there: Google's token services over TLS, or this very computer. */
export function mayGetTokens(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  if (url.username !== '' || url.password !== '') return false
  if (loopbackUrl.test(url.href)) return true
  return tokenHost.test(url.hostname) && url.protocol === 'https:' && url.port === ''
}

function localRoot(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  const isRoot = url?.pathname === '/' && url.search === '' && url.hash === ''
  const isPlain = url !== null && url.username === '' && url.password === '' && isRoot
  if (!isPlain || !loopbackUrl.test(url.href)) {
    throw new SyncError(
      `${name} is not an address of this computer.`,
      'Give a root such as http://127.0.0.1:8765/ (host 127.x.x.x, localhost or [::1]; no path, no user name), or leave it out to use Google.',
    )
  }
  return url.href
}
