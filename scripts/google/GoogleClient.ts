import { drive, type drive_v3 } from '@googleapis/drive'
import { sheets, type sheets_v4 } from '@googleapis/sheets'
import { AccessTokens } from './AccessTokens.ts'
import { batches } from './batches.ts'
import { checkValues, isClipped } from './checkValues.ts'
import { explainGoogleError, tabShrank, type Asked } from './explainGoogleError.ts'
import type {
  DriveFile,
  GoogleApi,
  RawRows,
  RequestCounts,
  Spreadsheet,
  UpdateOptions,
  ValuesOptions,
} from './googleApi.ts'
import { patienceFor } from './patienceFor.ts'
import type { Credentials } from './readCredentials.ts'
import type { Endpoints } from './readEndpoints.ts'
import { createReply, fileReply, sameId, shaped, spreadsheetReply, updateReply } from './replies.ts'
import { requestLoop, type Run } from './requestLoop.ts'
import { requestOptions, type RequestOptions } from './requestOptions.ts'
import { scopesFor, type AccessWanted } from './scopes.ts'
import { spreadsheetLink } from './spreadsheetLink.ts'
import { toSpreadsheet } from './toSpreadsheet.ts'
import { wrongFile } from './wrongFile.ts'

export interface ClientParts extends AccessWanted {
  readonly endpoints: Endpoints
  readonly credentials: Credentials
  readonly run: Run
}

/** One request, as far as it differs from others. */
interface Request<T> {
  readonly doing: string
  readonly id: string | null
  readonly counted: keyof RequestCounts
  readonly halvable?: boolean
  readonly idempotent?: boolean
  /** Milliseconds that one try may take at most, where that is less than any request may. */
  readonly patience?: number
  send(options: RequestOptions): Promise<{ readonly data: unknown }>
  check(data: unknown): T
}

const tabFields =
  'properties(sheetId,title,index,sheetType,hidden,gridProperties(rowCount,columnCount,frozenRowCount)),merges'
const fileFields = 'id,name,mimeType,modifiedTime,version,trashed,capabilities(canEdit)'
const spreadsheetType = 'application/vnd.google-apps.spreadsheet'
const officeType = /spreadsheetml|ms-excel|opendocument\.spreadsheet|text\/csv/

/** Google over HTTP: see `GoogleApi`. The token goes with each request by our own hand, never by the library's. */
export class GoogleClient implements GoogleApi {
  readonly #parts: ClientParts
  readonly #scopes: readonly string[]
  readonly #tokens: AccessTokens
  readonly #sheets: sheets_v4.Sheets
  readonly #drive: drive_v3.Drive
  readonly #requests = { sheetsReads: 0, sheetsWrites: 0, driveReads: 0 }

  constructor(parts: ClientParts) {
    this.#parts = parts
    this.#scopes = scopesFor(parts)
    this.#tokens = new AccessTokens(parts.credentials, this.#scopes, parts.run)
    const { endpoints } = parts
    const universeDomain = 'googleapis.com'
    this.#sheets = sheets({ version: 'v4', rootUrl: endpoints.sheets, universeDomain })
    this.#drive = drive({ version: 'v3', rootUrl: endpoints.drive, universeDomain })
  }

  get account(): string | null {
    return this.#parts.credentials.account
  }

  get requests(): RequestCounts {
    return { ...this.#requests }
  }

  async file(id: string): Promise<DriveFile> {
    const { access, changeDetection } = this.#parts
    if (access !== 'read' || !changeDetection) throw new Error('no access to Drive: changeDetection is off')
    const file = await this.#ask({
      doing: `asking Drive about ${spreadsheetLink(id)}`,
      id,
      counted: 'driveReads',
      patience: patienceFor([]),
      send: (options) =>
        this.#drive.files.get({ fileId: id, fields: fileFields, supportsAllDrives: true }, options),
      check: (data) => sameId(shaped(fileReply, data), 'id', id),
    })
    if (file.trashed) throw wrongFile(id, 'trashed')
    if (file.mimeType !== spreadsheetType)
      throw wrongFile(id, officeType.test(file.mimeType) ? 'office' : 'other')
    const { name, mimeType, modifiedTime, version, trashed, capabilities } = file
    return { name, mimeType, modifiedTime, version, trashed, canEdit: capabilities?.canEdit ?? null }
  }

  spreadsheet(id: string, { hiddenRows = false } = {}): Promise<Spreadsheet> {
    const rows = hiddenRows ? ',data(rowMetadata(hiddenByUser,hiddenByFilter))' : ''
    const fields = `spreadsheetId,properties(title,locale,timeZone),sheets(${tabFields}${rows})`
    return this.#ask({
      doing: `reading the list of tabs of ${spreadsheetLink(id)}`,
      id,
      counted: 'sheetsReads',
      // With the rows' visibility the answer grows with the tabs.
      ...(hiddenRows ? {} : { patience: patienceFor([]) }),
      send: (options) => this.#sheets.spreadsheets.get({ spreadsheetId: id, fields }, options),
      check: (data) => toSpreadsheet(sameId(shaped(spreadsheetReply, data), 'spreadsheetId', id), hiddenRows),
    })
  }

  async values(
    id: string,
    ranges: readonly string[],
    { render = 'unformatted', halvable = false, whole = false }: ValuesOptions = {},
  ): Promise<readonly RawRows[]> {
    const doing = `reading values of ${spreadsheetLink(id)}`
    const answers: RawRows[] = []
    for (const batch of batches(ranges)) {
      const rows = await this.#ask({
        doing,
        id,
        counted: 'sheetsReads',
        halvable,
        patience: patienceFor(batch),
        send: (options) =>
          this.#sheets.spreadsheets.values.batchGet(
            {
              spreadsheetId: id,
              ranges: batch,
              valueRenderOption: render === 'formula' ? 'FORMULA' : 'UNFORMATTED_VALUE',
              dateTimeRenderOption: 'SERIAL_NUMBER',
              majorDimension: 'ROWS',
            },
            options,
          ),
        check: (data) => {
          const values = checkValues(data, { id, ranges: batch })
          if (whole && isClipped(data, batch)) throw tabShrank({ doing, id })
          return values
        },
      })
      answers.push(...rows)
    }
    return answers
  }

  async update(
    id: string,
    requests: readonly sheets_v4.Schema$Request[],
    { idempotent = false }: UpdateOptions = {},
  ): Promise<void> {
    await this.#ask({
      doing: `writing into ${spreadsheetLink(id)}`,
      id,
      counted: 'sheetsWrites',
      idempotent,
      send: (options) =>
        this.#sheets.spreadsheets.batchUpdate(
          { spreadsheetId: id, fields: 'spreadsheetId', requestBody: { requests: [...requests] } },
          options,
        ),
      check: (data) => sameId(shaped(updateReply, data), 'spreadsheetId', id),
    })
  }

  create(spreadsheet: sheets_v4.Schema$Spreadsheet): Promise<{ readonly id: string; readonly url: string }> {
    return this.#ask({
      doing: 'making a new spreadsheet',
      id: null,
      counted: 'sheetsWrites',
      send: (options) =>
        this.#sheets.spreadsheets.create(
          { fields: 'spreadsheetId,spreadsheetUrl', requestBody: spreadsheet },
          options,
        ),
      check: (data) => {
        const { spreadsheetId, spreadsheetUrl } = shaped(createReply, data)
        return { id: spreadsheetId, url: spreadsheetUrl }
      },
    })
  }

  #ask<T>(request: Request<T>): Promise<T> {
    const { counted } = request
    const writes = counted === 'sheetsWrites'
    const asked = this.#asked(request, writes)
    let lastToken = ''
    let isRenewed = false
    return requestLoop(
      {
        doing: request.doing,
        quota: writes ? 'writes' : counted === 'sheetsReads' ? 'reads' : null,
        repeat: writes && !request.idempotent ? 'unless_carried_out' : 'always',
        halvable: request.halvable ?? false,
        send: async (timeout) => {
          const { headers, token } = await this.#tokens.authorization()
          lastToken = token
          this.#requests[counted]++
          const { patience = Number.POSITIVE_INFINITY } = request
          const { data } = await request.send(requestOptions(headers, Math.min(timeout(), patience)))
          this.#tokens.accept(token)
          return request.check(data)
        },
        mend: (failure) => {
          if (isRenewed || failure.kind !== 'answer' || failure.status !== 401) return false
          isRenewed = true
          return this.#tokens.renew(lastToken)
        },
        explain: (failure) => explainGoogleError(failure, asked),
      },
      this.#parts.run,
    )
  }

  #asked({ doing, id, counted }: Request<unknown>, writes: boolean): Asked {
    const { access, credentials } = this.#parts
    const api = counted === 'driveReads' ? 'Google Drive API' : 'Google Sheets API'
    return { doing, id, access, writes, api, scopes: this.#scopes, credentials }
  }
}
