import type { StandInSpreadsheet } from '../StandInSpreadsheet.ts'
import type { Call, Route } from '../http/readCall.ts'
import {
  apiDisabled,
  insufficientScopes,
  invalidToken,
  noCredentials,
  notFound,
  notPermitted,
  wrongDocument,
  type Api,
} from '../http/problems.ts'
import { spreadsheetType } from '../StandInSpreadsheet.ts'
import { isScopeEnough, reaches } from '../tokens/scopes.ts'
import type { Tokens } from '../tokens/Tokens.ts'

/** Scopes of the call's token. Throws Google's refusals in Google's order: no token, bad token, scopes, API off. */
export function admitToken(
  call: Call,
  route: Route,
  { tokens, disabled }: { readonly tokens: Tokens; readonly disabled: ReadonlySet<Api> },
): readonly string[] {
  const api = apiOf(route)
  if (call.authorization === null) throw noCredentials()
  const scopes = tokens.scopesOf(call.authorization)
  if (scopes === null) throw invalidToken(api)
  if (!isScopeEnough(route.operation, scopes)) throw insufficientScopes(api)
  if (disabled.has(api)) throw apiDisabled(api)
  return scopes
}

/**
 * The spreadsheet of a call. Throws 404 for an unknown one, 403 for one that is not shared (Drive does not
 * tell the two apart) or not for writing, 400 for what is no Google spreadsheet.
 */
export function admitToSpreadsheet(
  route: Route,
  spreadsheet: StandInSpreadsheet | undefined,
  scopes: readonly string[],
): StandInSpreadsheet {
  const api = apiOf(route)
  if (spreadsheet === undefined) throw notFound(api, route.id ?? '')
  const isShared = spreadsheet.access !== 'none' && reaches(route.operation, spreadsheet, scopes)
  if (!isShared) throw api === 'drive' ? notFound('drive', spreadsheet.id) : notPermitted('sheets')
  if (api === 'sheets' && spreadsheet.mimeType !== spreadsheetType) throw wrongDocument()
  if (route.operation === 'update' && spreadsheet.access !== 'writer') throw notPermitted('sheets')
  return spreadsheet
}

export function apiOf(route: Route): Api {
  return route.operation === 'file' ? 'drive' : 'sheets'
}
