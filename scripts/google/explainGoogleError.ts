import type { Failure } from './failure.ts'
import { GoogleError } from './GoogleError.ts'
import { googleReason, type GoogleReason } from './googleReason.ts'
import type { Credentials } from './readCredentials.ts'
import { loginCommand } from './scopes.ts'
import { spreadsheetLink } from './spreadsheetLink.ts'
import { wrongFile } from './wrongFile.ts'

/** What was asked of Google, so that an error can say whom to share what with. */
export interface Asked {
  /** For messages, such as `reading the tabs of https://…`. */
  readonly doing: string
  /** The spreadsheet; null where one was to be made. */
  readonly id: string | null
  readonly access: 'read' | 'write'
  /** Whether this request writes; then an error may have come after the writing. */
  readonly writes: boolean
  readonly api: 'Google Sheets API' | 'Google Drive API'
  readonly scopes: readonly string[]
  readonly credentials: Pick<Credentials, 'account' | 'kind'>
}

type Answer = Extract<Failure, { kind: 'answer' }>

/**
 * Says in words what is wrong with a request and what to do about it. Of Google's answer only what is known
 * by heart gets into the text: the rest may quote a cell.
 */
export function explainGoogleError(failure: Failure, asked: Asked): GoogleError {
  if (failure.kind !== 'answer') return explainNoAnswer(failure, asked)
  const reason = googleReason(failure.status, failure.body)
  if (failure.status === 401) return unauthenticated(asked)
  if (failure.status === 403) return forbidden(reason, asked)
  if (failure.status === 404) return notFound(asked)
  if (failure.status === 400) return badRequest(reason, asked)
  if (failure.status === 429) return quota(asked)
  return serverError(failure, asked)
}

function unauthenticated({ doing, credentials, scopes }: Asked): GoogleError {
  return new GoogleError(
    'unauthenticated',
    {
      message: `Google did not accept the credentials while ${doing}: the access token is missing, expired or revoked.`,
      hint:
        credentials.kind === 'authorized_user'
          ? `Sign in again: ${loginCommand(scopes)}`
          : 'Check that the service account is enabled (Google Cloud console > IAM & Admin > Service Accounts) and that the clock of this computer is right; then run npm run doctor.',
    },
    { status: 401 },
  )
}

function forbidden(reason: GoogleReason, asked: Asked): GoogleError {
  return new GoogleError('forbidden', forbiddenText(reason, asked), { status: 403 })
}

function forbiddenText(reason: GoogleReason, asked: Asked): { message: string; hint: string } {
  const { doing, scopes, credentials } = asked
  switch (reason.kind) {
    case 'api_disabled':
      return {
        message: `The ${reason.api} is not enabled in the Google Cloud project${reason.project === null ? '' : ` ${reason.project}`} (while ${doing}).`,
        hint: `Google Cloud console > APIs & Services > Library > ${reason.api} > Enable, in the project of the service account; then wait five minutes.`,
      }
    case 'quota_project':
      return {
        message: `The login on this computer names no Google Cloud project to count requests against (while ${doing}).`,
        hint: 'Run: gcloud auth application-default set-quota-project PROJECT, with a project in which the Google Sheets API is enabled.',
      }
    case 'scope_missing':
      return {
        message: `The access token lacks a permission (scope) for ${doing}.`,
        hint:
          credentials.kind === 'authorized_user'
            ? `The login was made without it. Sign in again, in one line: ${loginCommand(scopes)}`
            : `It needs ${scopes.join(' and ')}. On a Google Cloud machine, allow these as its access scopes; with federation, check that GOOGLE_APPLICATION_CREDENTIALS names the file made by the auth step and no ready-made access token is used.`,
      }
    case 'credential_missing':
      return {
        message: `Google saw no credentials at all while ${doing}.`,
        hint: 'Something between here and Google took the Authorization header away; look at the proxy settings (HTTPS_PROXY, NO_PROXY). Then run npm run doctor.',
      }
    case 'domain_policy':
      return {
        message: `The Google Workspace of the spreadsheet forbids ${doing}.`,
        hint: domainPolicy(asked),
      }
    case 'not_shared':
    case 'unknown':
    case 'rate_limit':
    case 'not_supported':
    case 'range_unknown':
    case 'range_outside':
      return notShared(asked)
  }
}

function notShared(asked: Asked): { message: string; hint: string } {
  const { id, access, doing } = asked
  if (id === null) {
    return {
      message: `${whom(asked)} may not make spreadsheets (while ${doing}).`,
      hint: `Make an empty spreadsheet yourself and share it with the account as Editor, or write the template as XLSX. ${domainPolicy(asked)}`,
    }
  }
  const role = access === 'write' ? 'Editor' : 'Viewer'
  return {
    message: `The spreadsheet is not shared with ${whom(asked)}${access === 'write' ? ' for editing' : ''}: ${spreadsheetLink(id)}.`,
    hint: `Open it, click Share (top right), add ${whom(asked)} as ${role}, untick "Notify people", and click Share. ${domainPolicy(asked)}`,
  }
}

function whom({ credentials }: Asked): string {
  if (credentials.account !== null) return credentials.account
  return credentials.kind === 'authorized_user'
    ? 'the Google account that you signed in with (gcloud auth application-default login)'
    : 'the account of these credentials'
}

function domainPolicy({ credentials }: Asked): string {
  const address = credentials.account ?? 'the address'
  return `If Google says that sharing outside your organization is not allowed, ask its administrator to allow ${address} (Admin console > Apps > Google Workspace > Drive and Docs > Sharing settings), or to add it as a member of the shared drive: a service account counts as an outsider.`
}

function notFound(asked: Asked): GoogleError {
  const link = asked.id === null ? 'what was asked for' : `a spreadsheet at ${spreadsheetLink(asked.id)}`
  const hint =
    asked.api === 'Google Drive API'
      ? `Either the link is wrong, or the spreadsheet was deleted, or it is not shared with ${whom(asked)}: Drive does not tell these apart. Open the link in the browser; if it opens, click Share and add ${whom(asked)} as Viewer. Otherwise copy the right address into the configuration.`
      : 'The link is wrong or the spreadsheet was deleted (an unshared one would be refused in other words). Open it in the browser and copy the address from there into the configuration.'
  return new GoogleError('not_found', { message: `Google does not know ${link}.`, hint }, { status: 404 })
}

function badRequest(reason: GoogleReason, asked: Asked): GoogleError {
  if (reason.kind === 'not_supported' && asked.id !== null) return wrongFile(asked.id, 'office', 400)
  if (reason.kind === 'range_outside') return tabShrank(asked)
  const where = asked.id === null ? '' : ` (${spreadsheetLink(asked.id)})`
  const text =
    reason.kind === 'range_unknown'
      ? {
          message: `A tab is no longer there under its name while ${asked.doing}.`,
          hint: `Somebody renamed or deleted a tab during the run. Run npm run sync again; if a tab was deleted for good, take it out of the configuration${where}.`,
        }
      : {
          message: `Google did not understand the request while ${asked.doing}.`,
          hint: `This is a fault of the program or a change at Google: please report it, with this message${where}. The last good data stays.`,
        }
  return new GoogleError('bad_request', text, { status: 400 })
}

/** The grid ends before what was asked for, though it did not when the tabs were listed. */
export function tabShrank({ doing, id }: Pick<Asked, 'doing' | 'id'>): GoogleError {
  const where = id === null ? '' : ` (${spreadsheetLink(id)})`
  return new GoogleError(
    'bad_request',
    {
      message: `A tab became smaller while ${doing}.`,
      hint: `Somebody deleted rows or columns during the run. Run npm run sync again${where}.`,
    },
    { status: 400 },
  )
}

function quota({ doing }: Asked): GoogleError {
  return new GoogleError(
    'quota',
    {
      message: `Google counted too many requests while ${doing}.`,
      hint: 'Wait a few minutes. If several jobs use the same account, let them run at different times or give each its own.',
    },
    { status: 429 },
  )
}

function serverError({ status }: Answer, asked: Asked): GoogleError {
  const trouble = status === 408 ? 'timeout' : 'unavailable'
  const message = `Google had an error of its own (status ${status}) while ${asked.doing}.`
  return new GoogleError(trouble, { message: message + mayBeWritten(asked), hint: later(asked) }, { status })
}

function explainNoAnswer(failure: Exclude<Failure, Answer>, asked: Asked): GoogleError {
  const host = failure.place.host === '' ? 'Google' : failure.place.host
  const hint = later(asked)
  const end = mayBeWritten(asked)
  switch (failure.kind) {
    case 'timeout':
      return new GoogleError('timeout', {
        message: `${host} did not answer in time while ${asked.doing}.${end}`,
        hint,
      })
    case 'unreachable':
      return new GoogleError('unavailable', {
        message: `${host} could not be reached while ${asked.doing}.`,
        hint: 'Check the network of this computer, and HTTPS_PROXY if there is a proxy.',
      })
    case 'cut':
      return new GoogleError('unavailable', {
        message: `The connection to ${host} broke while ${asked.doing}.${end}`,
        hint,
      })
    case 'malformed':
      return new GoogleError('malformed', {
        message: `The answer was not what was asked for (${failure.what}) while ${asked.doing}.${end}`,
        hint,
      })
    case 'broken':
      return new GoogleError('unavailable', {
        message: `The request to ${host} could not be made${failure.code === null ? '' : ` (${failure.code})`} while ${asked.doing}.`,
        hint: 'If the code speaks of a certificate, a proxy or virus scanner may look into the traffic: give its certificate in NODE_EXTRA_CA_CERTS. Otherwise please report this message.',
      })
  }
}

function mayBeWritten({ writes }: Asked): string {
  return writes ? ' It may have been written all the same.' : ''
}

function later({ writes, id }: Asked): string {
  if (!writes) return 'The last good data stays. Run npm run sync again later.'
  return id === null
    ? 'Look in Google Drive whether the spreadsheet was made before you try again, so that there are not two.'
    : `Look at the spreadsheet before you try again: ${spreadsheetLink(id)}.`
}
