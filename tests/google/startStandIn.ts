import type { Fault } from './fault.ts'
import { listen } from './http/listen.ts'
import type { Api } from './http/problems.ts'
import type { NewSpreadsheet, StandInSpreadsheet } from './StandInSpreadsheet.ts'
import { StandInServer, type LoggedRequest } from './StandInServer.ts'
import { account, writeCredentials } from './tokens/writeCredentials.ts'

/** Google for tests, on the loopback address. */
export interface StandIn {
  /** http://127.0.0.1:PORT/ */
  readonly url: string
  /** VITALS_SHEETS_ROOT_URL, VITALS_DRIVE_ROOT_URL, GOOGLE_APPLICATION_CREDENTIALS. */
  readonly env: Readonly<Record<string, string>>
  /** Address that spreadsheets are shared with. */
  readonly account: string
  /** Every request in the order of arrival. */
  readonly log: readonly LoggedRequest[]
  /** Throws for an id that it does not have. */
  spreadsheet(id: string): StandInSpreadsheet
  /** Ids of all spreadsheets, those made through the API last. */
  readonly ids: readonly string[]
  add(spreadsheet: NewSpreadsheet): StandInSpreadsheet
  /** Orders trouble; faults strike in the order given. */
  fault(...faults: readonly Fault[]): void
  /** Forgets all faults. */
  clearFaults(): void
  clearLog(): void
  /** An access token of the account without the way to it. */
  token(...scopes: readonly string[]): string
  /** Every token given so far is over. */
  expireTokens(): void
  /** Switches an API of the project off or on again. */
  disable(api: Api): void
  enable(api: Api): void
  close(): Promise<void>
}

export interface StandInOptions {
  /** Where the credentials file goes. */
  readonly folder: string
  readonly spreadsheets?: readonly NewSpreadsheet[]
  /** 60 if left out, as with Google. */
  readonly readsPerMinute?: number
  readonly writesPerMinute?: number
  /** A free one if left out. */
  readonly port?: number
  /** Milliseconds since 1970, for quota, versions and log. */
  readonly now?: () => number
}

/** Starts the stand-in for the Sheets and Drive APIs and for the tokens they ask for. */
export async function startStandIn(options: StandInOptions): Promise<StandIn> {
  const { folder, spreadsheets = [], readsPerMinute = 60, writesPerMinute = 60, port = 0 } = options
  const server = new StandInServer({ readsPerMinute, writesPerMinute, now: options.now ?? Date.now })
  for (const spreadsheet of spreadsheets) server.add(spreadsheet)
  const listener = await listen((request, response) => server.handle(request, response), port)
  const credentials = await writeCredentials(folder, listener.url)
  const { url } = listener
  return {
    url,
    env: {
      VITALS_SHEETS_ROOT_URL: url,
      VITALS_DRIVE_ROOT_URL: url,
      GOOGLE_APPLICATION_CREDENTIALS: credentials,
    },
    account,
    log: server.log,
    get ids() {
      return [...server.spreadsheets.keys()]
    },
    spreadsheet: (id) => {
      const found = server.spreadsheets.get(id)
      if (found === undefined) throw new Error(`unknown spreadsheet: ${id}`)
      return found
    },
    add: (spreadsheet) => server.add(spreadsheet),
    fault: (...faults) => server.faults.add(faults),
    clearFaults: () => server.faults.clear(),
    clearLog: () => (server.log.length = 0),
    token: (...scopes) => server.tokens.giveAccess(scopes),
    expireTokens: () => server.tokens.expire(),
    disable: (api) => void server.disabled.add(api),
    enable: (api) => void server.disabled.delete(api),
    close: () => listener.close(),
  }
}
