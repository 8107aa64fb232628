import { systemClock, type Clock } from './clock.ts'
import type { GoogleApi } from './googleApi.ts'
import { GoogleClient } from './GoogleClient.ts'
import { readCredentials } from './readCredentials.ts'
import { readEndpoints } from './readEndpoints.ts'
import { ReadQuota } from './ReadQuota.ts'
import type { AccessWanted } from './scopes.ts'

/** What a connection may do, how long, and with whom it shares the quota. */
export interface ConnectOptions extends AccessWanted {
  /** Milliseconds that one request may take. */
  readonly requestTimeout: number
  /** Instant (ms since 1970, UTC, on the clock) at which the run ends; shared by all its connections. */
  readonly deadline: number
  /** Folder of the repository, in which no key file may lie. */
  readonly project: string
  /** Left out: one of its own. Connections with the same account share one. */
  readonly quota?: ReadQuota
  readonly effects?: ConnectEffects
}

export interface ConnectEffects {
  readonly clock: Clock
  /** From 0 to 1, 1 excluded. */
  readonly random: () => number
  readonly env: NodeJS.ProcessEnv
}

const realEffects: ConnectEffects = { clock: systemClock, random: Math.random, env: process.env }

/**
 * Opens the way to Google: finds the credentials and checks them, and sends nothing yet. A connection for
 * reading can write nothing; one for writing serves the status workbook and the template alone. Throws
 * `SyncError` for credentials or endpoints that will not do; the connection's calls throw `GoogleError`.
 */
export async function connectGoogle(options: ConnectOptions): Promise<GoogleApi> {
  const { access, changeDetection, requestTimeout, deadline, project, effects = realEffects } = options
  const { clock, random, env } = effects
  const endpoints = readEndpoints(env)
  const credentials = await readCredentials({ env, project })
  const quota = options.quota ?? new ReadQuota(clock)
  const run = { clock, random, deadline, requestTimeout, quota }
  return new GoogleClient({ access, changeDetection, endpoints, credentials, run })
}
