/** A refusal with the body that Google sends. */
export class GoogleProblem extends Error {
  readonly status: number
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>

  constructor(answer: {
    readonly status: number
    readonly body: unknown
    readonly headers?: Readonly<Record<string, string>>
  }) {
    super(`answer ${answer.status}`)
    this.status = answer.status
    this.body = answer.body
    this.headers = answer.headers ?? {}
  }
}

/** 400 INVALID_ARGUMENT of Sheets. */
export function badRequest(message: string, details?: readonly unknown[]): GoogleProblem {
  return sheetsProblem(400, 'INVALID_ARGUMENT', { message, details })
}

/** Any refusal in the shape of Sheets and of every newer API: no `errors`. */
export function sheetsProblem(
  code: number,
  status: string,
  text: {
    readonly message: string
    readonly details?: readonly unknown[] | undefined
    readonly headers?: Readonly<Record<string, string>>
  },
): GoogleProblem {
  const details = text.details === undefined ? {} : { details: text.details }
  const body = { error: { code, message: text.message, status, ...details } }
  return new GoogleProblem({ status: code, body, headers: text.headers ?? {} })
}

/** A refusal in the shape of Drive, which names a reason. */
export function driveProblem(
  code: number,
  error: { readonly reason: string; readonly message: string; readonly [key: string]: string },
  headers: Readonly<Record<string, string>> = {},
): GoogleProblem {
  const body = { error: { errors: [{ domain: 'global', ...error }], code, message: error.message } }
  return new GoogleProblem({ status: code, body, headers })
}

/** What the stand-in does not copy: loud, and no status that a client would take for Google's. */
export function notCopied(what: string): GoogleProblem {
  return sheetsProblem(501, 'UNIMPLEMENTED', { message: `The stand-in does not copy this: ${what}` })
}
