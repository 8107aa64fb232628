import { systemClock, type Clock } from '../google/clock.ts'
import type { GoogleApi, RequestCounts } from '../google/googleApi.ts'
import { ReadQuota } from '../google/ReadQuota.ts'
import type { SheetsConfig } from '../private/config/config.ts'

/** The two ways to Google of one run: what reads can never write, and what writes is opened only for that. */
export interface Connections {
  /** By which both ways wait. */
  readonly clock: Clock
  reader(): Promise<GoogleApi>
  writer(): Promise<GoogleApi>
  /** Of both together. */
  requests(): RequestCounts
}

export interface ConnectionEffects {
  readonly clock: Clock
  readonly random: () => number
  readonly env: NodeJS.ProcessEnv
}

const realEffects: ConnectionEffects = { clock: systemClock, random: Math.random, env: process.env }

/** After the run's deadline the manager is still told why. */
const timeToTell = 60_000

/** Opens nothing yet. One deadline and one quota govern both ways. */
export function connections(
  { change_detection, deadline_minutes, request_timeout_seconds }: SheetsConfig,
  project: string,
  effects: ConnectionEffects = realEffects,
): Connections {
  const quota = new ReadQuota(effects.clock)
  const deadline = effects.clock.now() + deadline_minutes * 60_000
  const opened: GoogleApi[] = []
  const shared = {
    project,
    quota,
    effects,
    changeDetection: change_detection,
    requestTimeout: request_timeout_seconds * 1000,
  }
  async function open(access: 'read' | 'write'): Promise<GoogleApi> {
    const until = access === 'read' ? deadline : Math.max(deadline, effects.clock.now() + timeToTell)
    // Google's libraries are large, and most ways to start a sync need none of them.
    const { connectGoogle } = await import('../google/connectGoogle.ts')
    const api = await connectGoogle({ ...shared, access, deadline: until })
    opened.push(api)
    return api
  }
  const sum = (count: (requests: RequestCounts) => number) =>
    opened.reduce((total, api) => total + count(api.requests), 0)
  return {
    clock: effects.clock,
    reader: () => open('read'),
    writer: () => open('write'),
    requests: () => ({
      sheetsReads: sum((requests) => requests.sheetsReads),
      sheetsWrites: sum((requests) => requests.sheetsWrites),
      driveReads: sum((requests) => requests.driveReads),
    }),
  }
}
