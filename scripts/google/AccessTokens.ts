import { explainTokenError } from './explainTokenError.ts'
import type { Credentials } from './readCredentials.ts'
import { requestLoop, type Run } from './requestLoop.ts'
import { tokenClient, type TokenClient } from './tokenClient.ts'

/** Longest that one request for a token may take, in milliseconds: it is a small one. */
const tokenTimeout = 30_000

/** Headers that make a request known to Google. */
export interface Authorization {
  readonly headers: Readonly<Record<string, string>>
  readonly token: string
}

/** The access token of a connection: fetched once for all who wait for it, renewed before it ends. */
export class AccessTokens {
  readonly #credentials: Credentials
  readonly #scopes: readonly string[]
  readonly #run: Run
  #client: TokenClient
  #pending: Promise<string> | null = null
  #current: string | null = null
  readonly #accepted = new Set<string>()

  constructor(credentials: Credentials, scopes: readonly string[], run: Run) {
    this.#credentials = credentials
    this.#scopes = scopes
    this.#run = run
    this.#client = this.#fresh()
  }

  /** A token that is good for now. Throws `GoogleError` if Google gives none. */
  async authorization(): Promise<Authorization> {
    this.#pending ??= this.#fetch().finally(() => {
      this.#pending = null
    })
    const token = await this.#pending
    this.#current = token
    const project = this.#client.quotaProject
    const headers = { authorization: `Bearer ${token}`, ...(project && { 'x-goog-user-project': project }) }
    return { headers, token }
  }

  /** Notes that Google took this token. */
  accept(token: string): void {
    this.#accepted.add(token)
  }

  /** After a 401: whether the token had been good before, so that a fresh one, fetched next, is worth a try. */
  renew(token: string): boolean {
    if (!this.#accepted.has(token)) return false
    if (this.#current === token) this.#client = this.#fresh()
    this.#current = null
    return true
  }

  #fresh(): TokenClient {
    const timeout = Math.min(this.#run.requestTimeout, tokenTimeout)
    return tokenClient(this.#credentials, { scopes: this.#scopes, timeout })
  }

  #fetch(): Promise<string> {
    return requestLoop(
      {
        doing: 'getting an access token',
        quota: null,
        repeat: 'always',
        halvable: false,
        send: () => this.#client.token(),
        explain: (failure) => explainTokenError(failure, this.#credentials, this.#scopes),
      },
      this.#run,
    )
  }
}
