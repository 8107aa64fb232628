import { AccessTokens } from '../../google/AccessTokens.ts'
import { ReadQuota } from '../../google/ReadQuota.ts'
import type { Credentials } from '../../google/readCredentials.ts'
import { scopesFor } from '../../google/scopes.ts'
import type { ConnectionEffects } from '../../sync/connections.ts'

/** A token comes in a second or two; longer than this nobody waits at a terminal. */
const patience = 60_000

/** Gets an access token for reading, and throws it away. Throws `GoogleError` if Google gives none. */
export async function tryToken(
  credentials: Credentials,
  changeDetection: boolean,
  { clock, random }: ConnectionEffects,
): Promise<void> {
  const tokens = new AccessTokens(credentials, scopesFor({ access: 'read', changeDetection }), {
    clock,
    random,
    deadline: clock.now() + patience,
    requestTimeout: patience / 2,
    quota: new ReadQuota(clock),
  })
  await tokens.authorization()
}
