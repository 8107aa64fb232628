import type { StandInSpreadsheet } from '../StandInSpreadsheet.ts'
import { badRequest } from '../http/GoogleProblem.ts'
import type { Call, Route } from '../http/readCall.ts'
import { readRange } from '../workbook/a1.ts'
import { describeSpreadsheet } from './describe.ts'
import { applyFieldMask, parseFieldMask, refuseUnknown } from './fieldMask.ts'
import { spreadsheetFields } from './knownFields.ts'
import { batchGet, batchGetByDataFilter, readingOptions, valueRange } from './readValues.ts'

/** Reads of Sheets. */
export function answerRead(call: Call, route: Route, spreadsheet: StandInSpreadsheet): unknown {
  const { query } = call
  const option = (name: string) => query.get(name)
  switch (route.name) {
    case 'get':
      return answerGet(spreadsheet, query)
    case 'values:batchGet':
      return batchGet(spreadsheet, query.getAll('ranges'), readingOptions(option))
    case 'values:batchGetByDataFilter': {
      const body = jsonOf(call)
      const filters = body.dataFilters
      const fromBody = (name: string) => (typeof body[name] === 'string' ? body[name] : null)
      return batchGetByDataFilter(
        spreadsheet,
        Array.isArray(filters) ? filters : [],
        readingOptions(fromBody),
      )
    }
    default:
      return valueRange(spreadsheet, route.range ?? '', readingOptions(option))
  }
}

function answerGet(spreadsheet: StandInSpreadsheet, query: URLSearchParams): unknown {
  const fields = query.get('fields') ?? ''
  // With a mask, includeGridData is ignored: naming the cells is what brings them.
  const withoutGrid =
    'spreadsheetId,properties,spreadsheetUrl,namedRanges,sheets(properties,merges,basicFilter,protectedRanges)'
  const standard = query.get('includeGridData') === 'true' ? '*' : withoutGrid
  const mask = parseFieldMask(fields === '' ? standard : fields)
  refuseUnknown(mask, spreadsheetFields)
  const ranges = query.getAll('ranges').map((range) => readRange(spreadsheet, range))
  return applyFieldMask(describeSpreadsheet(spreadsheet, mask, ranges), mask)
}

/** The body of a request. Throws the 400 of Google for one that is no JSON object. */
export function jsonOf(call: Call): Readonly<Record<string, unknown>> {
  try {
    const body: unknown = JSON.parse(call.body === '' ? '{}' : call.body)
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) {
      return body as Readonly<Record<string, unknown>>
    }
  } catch {
    // Said below.
  }
  throw badRequest('Invalid JSON payload received. Expected an object.')
}
