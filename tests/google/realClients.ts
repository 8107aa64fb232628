import { drive, type drive_v3 } from '@googleapis/drive'
import { auth, sheets, type sheets_v4 } from '@googleapis/sheets'
import type { StandIn } from './startStandIn.ts'

/** Google's own clients, as a program would use them. */
export interface RealClients {
  readonly values: sheets_v4.Resource$Spreadsheets$Values
  readonly spreadsheets: sheets_v4.Resource$Spreadsheets
  readonly files: drive_v3.Resource$Files
}

export const scopes = {
  read: 'https://www.googleapis.com/auth/spreadsheets.readonly',
  write: 'https://www.googleapis.com/auth/spreadsheets',
  metadata: 'https://www.googleapis.com/auth/drive.metadata.readonly',
} as const

/** Google's clients pointed at the stand-in, with a token of these scopes and without their own retries. */
export function realClients(
  standIn: StandIn,
  asked: readonly string[] = [scopes.write, scopes.metadata],
): RealClients {
  const client = new auth.OAuth2()
  client.setCredentials({ access_token: standIn.token(...asked) })
  const options = { auth: client, rootUrl: standIn.url, retry: false }
  const { spreadsheets } = sheets({ version: 'v4', ...options })
  return { spreadsheets, values: spreadsheets.values, files: drive({ version: 'v3', ...options }).files }
}

/** What came back from a call that Google refused: its status and message, as the client tells them. */
export async function refusalOf(call: Promise<unknown>): Promise<{ status: unknown; message: string }> {
  try {
    await call
  } catch (error) {
    if (error instanceof Error) return { status: Reflect.get(error, 'status'), message: error.message }
  }
  throw new Error('not refused')
}

/** A request without any client: the address and the headers exactly as given, with a good token unless told otherwise. */
export function bareRequest(
  standIn: StandIn,
  path: string,
  headers: Readonly<Record<string, string>> = { authorization: `Bearer ${standIn.token(scopes.write)}` },
): Promise<Response> {
  return fetch(standIn.url + path, { headers, redirect: 'manual' })
}
