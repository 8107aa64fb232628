import type { IncomingMessage, ServerResponse } from 'node:http'
import { admitToken, admitToSpreadsheet } from './answers/admit.ts'
import { answerFile } from './answers/answerDrive.ts'
import { answerUpdate } from './answers/answerUpdate.ts'
import { answerRead, jsonOf } from './answers/answerSheets.ts'
import { createSpreadsheet } from './answers/createSpreadsheet.ts'
import { harm } from './answers/harm.ts'
import type { Operation, Trouble } from './fault.ts'
import { FaultPlan } from './http/FaultPlan.ts'
import { GoogleProblem, notCopied } from './http/GoogleProblem.ts'
import { loginPage } from './http/pages.ts'
import { quotaExceeded, type Api } from './http/problems.ts'
import { Quota } from './http/Quota.ts'
import { readCall, type Call, type Route } from './http/readCall.ts'
import type { Answer } from './http/sendAnswer.ts'
import { isRead, statusAnswer } from './http/statusAnswer.ts'
import { sendErrorPage, sendInTrouble } from './http/sendInTrouble.ts'
import { StandInSpreadsheet, type NewSpreadsheet } from './StandInSpreadsheet.ts'
import {
  answerExchange,
  answerImpersonation,
  answerOidc,
  impersonationRequest,
} from './tokens/answerToken.ts'
import { Tokens } from './tokens/Tokens.ts'

/** One request that reached the stand-in. */
export interface LoggedRequest {
  readonly kind: 'sheets-read' | 'sheets-write' | 'drive' | 'oidc' | 'sts' | 'impersonation'
  readonly operation: Operation
  readonly method: string
  /** Path and query as sent. */
  readonly path: string
  /** Spreadsheet or file; null where the path names none. */
  readonly id: string | null
  /** 0 until answered, and for good where no answer was sent. */
  readonly status: number
  /** Scopes of the token; for an impersonation those asked for. */
  readonly scopes: readonly string[]
  /** How long an impersonation's token is to live, such as `3600s`; else null. */
  readonly lifetime: string | null
  /** Milliseconds since 1970, by the stand-in's clock. */
  readonly at: number
}

const kinds = {
  file: 'drive',
  get: 'sheets-read',
  values: 'sheets-read',
  update: 'sheets-write',
  create: 'sheets-write',
  oidc: 'oidc',
  sts: 'sts',
  impersonation: 'impersonation',
} as const satisfies Record<Operation, LoggedRequest['kind']>

/** What the server knows, and how it answers a request. */
export class StandInServer {
  readonly log: LoggedRequest[] = []
  readonly faults = new FaultPlan()
  readonly tokens = new Tokens()
  readonly disabled = new Set<Api>()
  readonly spreadsheets = new Map<string, StandInSpreadsheet>()
  readonly now: () => number
  private readonly reads: Quota
  private readonly writes: Quota

  constructor(options: {
    readonly now: () => number
    readonly readsPerMinute: number
    readonly writesPerMinute: number
  }) {
    this.now = options.now
    this.reads = new Quota(options.readsPerMinute, options.now)
    this.writes = new Quota(options.writesPerMinute, options.now)
  }

  add(given: NewSpreadsheet, own = false): StandInSpreadsheet {
    const spreadsheet = new StandInSpreadsheet(given, { now: this.now, own })
    this.spreadsheets.set(given.id, spreadsheet)
    return spreadsheet
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await readCall(request)
    const { route } = call
    if (call.path.startsWith('/ServiceLogin')) {
      response.writeHead(200, { 'content-type': 'text/html; charset=UTF-8' }).end(loginPage)
      return
    }
    if (route === null) {
      const [path] = call.path.split('?')
      const answer = notCopied(`${call.method} ${path ?? ''}`)
      await sendInTrouble(response, answer, { trouble: null, acceptsGzip: call.acceptsGzip })
      return
    }
    const place = this.log.push(this.entry(call, route)) - 1
    const note = (status: number) => this.note(place, status)
    const trouble = this.faults.take(route.operation, route.id)
    if (isInsteadOfWork(trouble)) {
      await sendTrouble(response, { trouble, call, route, note })
      return
    }
    this.meddle(route, trouble, 'before')
    const answer = this.answer(call, route)
    this.meddle(route, trouble, 'after')
    if (isInsteadOfAnswer(trouble)) {
      await sendTrouble(response, { trouble, call, route, note })
      return
    }
    note(answer.status)
    const sent = answer.status === 200 ? { ...answer, body: harm(answer.body, trouble) } : answer
    await sendInTrouble(response, sent, { trouble, acceptsGzip: call.acceptsGzip })
  }

  private entry(call: Call, route: Route): LoggedRequest {
    const { scope, lifetime } =
      route.operation === 'impersonation'
        ? impersonationRequest(call)
        : { scope: this.tokens.scopesOf(call.authorization ?? '') ?? [], lifetime: null }
    const { method, path } = call
    const { operation, id } = route
    const at = this.now()
    return { kind: kinds[operation], operation, method, path, id, status: 0, scopes: scope, lifetime, at }
  }

  private note(place: number, status: number): void {
    const entry = this.log[place]
    if (entry !== undefined) this.log[place] = { ...entry, status }
  }

  private meddle(route: Route, trouble: Trouble | null, when: 'before' | 'after'): void {
    if (trouble?.kind !== 'change' || trouble.when !== when) return
    const spreadsheet = this.spreadsheets.get(trouble.spreadsheet ?? route.id ?? '')
    if (spreadsheet !== undefined) trouble.change(spreadsheet)
  }

  private answer(call: Call, route: Route): Answer {
    try {
      return { status: 200, body: this.work(call, route) }
    } catch (error) {
      if (error instanceof GoogleProblem) return error
      throw error
    }
  }

  private work(call: Call, route: Route): unknown {
    const { operation } = route
    if (operation === 'oidc') return answerOidc(call, this.tokens)
    if (operation === 'sts') return answerExchange(call, this.tokens)
    if (operation === 'impersonation') return answerImpersonation(call, this.tokens)
    return this.workOnFile(call, route)
  }

  private workOnFile(call: Call, route: Route): unknown {
    const scopes = admitToken(call, route, this)
    if (route.operation !== 'file') {
      const [quota, kind] = isRead(route) ? [this.reads, 'Read' as const] : [this.writes, 'Write' as const]
      if (!quota.take()) throw quotaExceeded(kind)
    }
    if (route.operation === 'create') return createSpreadsheet(jsonOf(call), (given) => this.add(given, true))
    const spreadsheet = admitToSpreadsheet(route, this.spreadsheets.get(route.id ?? ''), scopes)
    if (route.operation === 'file') return answerFile(spreadsheet, call.query)
    return route.operation === 'update'
      ? answerUpdate(call, route, spreadsheet)
      : answerRead(call, route, spreadsheet)
  }
}

/** Trouble that comes before the request is carried out. */
function isInsteadOfWork(trouble: Trouble | null): trouble is Trouble {
  return isInsteadOfAnswer(trouble) && !('applied' in trouble && trouble.applied)
}

/** Trouble that comes in place of the right answer. */
function isInsteadOfAnswer(trouble: Trouble | null): trouble is Trouble {
  if (trouble === null) return false
  if (trouble.kind === 'hang') return trouble.afterHeaders !== true
  return ['status', 'html', 'loginRedirect', 'reset'].includes(trouble.kind)
}

interface TroubledCall {
  readonly trouble: Trouble
  readonly call: Call
  readonly route: Route
  readonly note: (status: number) => void
}

/** A hang sends nothing, ever. */
async function sendTrouble(response: ServerResponse, troubled: TroubledCall): Promise<void> {
  const { trouble, call, route, note } = troubled
  if (trouble.kind === 'status') {
    const answer = statusAnswer(route, trouble)
    note(answer.status)
    await sendInTrouble(response, answer, { trouble: null, acceptsGzip: call.acceptsGzip })
  } else if (trouble.kind === 'html') {
    note(trouble.status ?? 502)
    sendErrorPage(response, trouble.status ?? 502)
  } else if (trouble.kind === 'loginRedirect') {
    note(302)
    response.writeHead(302, { location: `/ServiceLogin?continue=${encodeURIComponent(call.path)}` }).end()
  } else if (trouble.kind === 'reset') response.socket?.resetAndDestroy()
}
