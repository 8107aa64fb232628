import { randomUUID } from 'node:crypto'

/** Every token that the stand-in gave, and what it is good for. */
export class Tokens {
  private readonly oidc = new Set<string>()
  private readonly federated = new Set<string>()
  private readonly access = new Map<string, readonly string[]>()

  giveOidc(): string {
    const token = `oidc-${randomUUID()}`
    this.oidc.add(token)
    return token
  }

  /** Trades a token of the outside world for a federated one; null for one that was not given here. */
  exchange(subjectToken: string | null): string | null {
    if (subjectToken === null || !this.oidc.has(subjectToken)) return null
    const token = `federated-${randomUUID()}`
    this.federated.add(token)
    return token
  }

  isFederated(token: string | null): boolean {
    return token !== null && this.federated.has(token)
  }

  /** An access token of the service account. */
  giveAccess(scopes: readonly string[]): string {
    const token = `ya29.stand-in-${randomUUID()}`
    this.access.set(token, scopes)
    return token
  }

  /** Scopes of a token; null for one that is unknown or over. */
  scopesOf(token: string): readonly string[] | null {
    return this.access.get(token) ?? null
  }

  /** Every token given so far is over. */
  expire(): void {
    this.oidc.clear()
    this.federated.clear()
    this.access.clear()
  }
}
