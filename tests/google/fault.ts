import type { StandInSpreadsheet } from './StandInSpreadsheet.ts'

/** The calls that the stand-in tells apart. */
export type Operation =
  /** Drive's files.get. */
  | 'file'
  /** spreadsheets.get. */
  | 'get'
  /** Every read of values. */
  | 'values'
  /** Every change of a spreadsheet. */
  | 'update'
  | 'create'
  | 'oidc'
  | 'sts'
  | 'impersonation'

/** On which call, how often, and what happens. */
export interface Fault {
  /** `any`: every call to Sheets and Drive, not those for a token. */
  readonly on: Operation | 'any'
  /** Only calls for this spreadsheet. */
  readonly spreadsheet?: string
  /** Calls that pass unharmed first; 0 if left out. */
  readonly skip?: number
  /** Calls that are hit; 1 if left out, `Infinity` for all that follow. */
  readonly times?: number
  readonly do: Trouble
}

export type Trouble =
  /** Another status with the body that Google sends for it. `applied`: a write was carried out all the same. */
  | {
      readonly kind: 'status'
      readonly status: number
      readonly retryAfter?: string
      readonly applied?: boolean
    }
  /** Google's HTML error page; 502 unless another status is given. */
  | { readonly kind: 'html'; readonly status?: number }
  /** 302 to a login page that answers 200. */
  | { readonly kind: 'loginRedirect' }
  /** The connection ends halfway through the body. */
  | { readonly kind: 'cutBody'; readonly framing: 'length' | 'chunked' }
  /** 200, a well-formed transfer, and half of the JSON. */
  | { readonly kind: 'truncatedJson' }
  /** 200, a well-formed transfer, and half of the compressed bytes. */
  | { readonly kind: 'truncatedGzip' }
  | { readonly kind: 'emptyBody' }
  /** Never an answer; `afterHeaders`: status and headers come, the body never does. */
  | { readonly kind: 'hang'; readonly afterHeaders?: boolean; readonly applied?: boolean }
  /** The connection is reset without an answer. */
  | { readonly kind: 'reset'; readonly applied?: boolean }
  /** The right answer, after a wait or in ten pieces with the wait spread over them. */
  | { readonly kind: 'slow'; readonly milliseconds: number; readonly inPieces?: boolean }
  /** Someone works in the spreadsheet just before or just after this answer is made. */
  | {
      readonly kind: 'change'
      readonly when: 'before' | 'after'
      readonly change: (spreadsheet: StandInSpreadsheet) => void
      /** Which spreadsheet; that of the call if left out. */
      readonly spreadsheet?: string
    }
  /** No values for a tab (by title; for all if left out), as if it were empty. */
  | { readonly kind: 'emptyTab'; readonly tab?: string }
  /** A share of the rows is missing from the answer: the last ones, or some of all. */
  | {
      readonly kind: 'lostRows'
      readonly share: number
      readonly tab?: string
      readonly which?: 'last' | 'spread'
    }
  /** 200 with JSON that is not what was asked for. */
  | { readonly kind: 'wrongShape'; readonly how: WrongShape }

export type WrongShape =
  /** One value range too few. */
  | 'fewerRanges'
  /** The id of another spreadsheet. */
  | 'otherSpreadsheet'
  /** The values of another range. */
  | 'otherRange'
  /** An array in place of the object. */
  | 'array'
  /** An object without anything in it. */
  | 'emptyObject'
  /** `values` is no list of rows. */
  | 'badValues'
