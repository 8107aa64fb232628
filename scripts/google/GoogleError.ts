import { SyncError } from '../errors/SyncError.ts'

/** What went wrong with Google, as far as it changes what is done next. */
export type GoogleTrouble =
  /** Token missing, expired or revoked. */
  | 'unauthenticated'
  /** Not shared with the account, scope missing, API off, or a domain policy. */
  | 'forbidden'
  | 'not_found'
  | 'bad_request'
  /** Not a Google spreadsheet: an XLSX kept in Drive, or something in the bin. */
  | 'wrong_file'
  | 'quota'
  | 'unavailable'
  | 'timeout'
  /** An answer of status 200 that is not what was asked for. */
  | 'malformed'
  /** The run's time was up. */
  | 'deadline'

/** A problem with Google that a person can mend or wait for. Holds no cell's value and no token. */
export class GoogleError extends SyncError {
  readonly trouble: GoogleTrouble
  /** HTTP status, where there was an answer. */
  readonly status: number | null

  constructor(
    trouble: GoogleTrouble,
    text: { readonly message: string; readonly hint: string },
    options: { readonly status?: number; readonly cause?: unknown } = {},
  ) {
    super(text.message, text.hint, options)
    this.trouble = trouble
    this.status = options.status ?? null
  }
}
