import type { Contents, StandInSpreadsheet } from '../../StandInSpreadsheet.ts'
import { badRequest } from '../../http/GoogleProblem.ts'
import * as areas from './areaRequests.ts'
import * as cells from './cellRequests.ts'
import * as dimensions from './dimensionRequests.ts'
import { readBody } from './readBody.ts'
import { Refusal } from './Refusal.ts'
import { batchSchema, type BatchRequest, type Given } from './requestSchema.ts'
import * as sheets from './sheetRequests.ts'

type Name = keyof BatchRequest

/** Carries one request out on the draft and gives its reply, if it has one. */
type Handler = (contents: Contents, request: BatchRequest) => unknown

const handlers = new Map<Name, Handler>([
  on('addSheet', sheets.addSheet),
  on('deleteSheet', sheets.deleteSheet),
  on('updateSheetProperties', sheets.updateSheetProperties),
  on('updateSpreadsheetProperties', sheets.updateSpreadsheetProperties),
  on('updateCells', cells.updateCells),
  on('repeatCell', cells.repeatCell),
  on('setDataValidation', cells.setDataValidation),
  on('addProtectedRange', areas.addProtectedRange),
  on('deleteProtectedRange', areas.deleteProtectedRange),
  on('mergeCells', areas.mergeCells),
  on('unmergeCells', areas.unmergeCells),
  on('setBasicFilter', areas.setBasicFilter),
  on('clearBasicFilter', areas.clearBasicFilter),
  on('addNamedRange', areas.addNamedRange),
  on('appendDimension', dimensions.appendDimension),
  on('deleteDimension', dimensions.deleteDimension),
  on('insertDimension', dimensions.insertDimension),
  on('updateDimensionProperties', dimensions.updateDimensionProperties),
  on('autoResizeDimensions', dimensions.autoResizeDimensions),
])

function on<Key extends Name>(
  name: Key,
  handle: (contents: Contents, given: Given<Key>) => unknown,
): [Name, Handler] {
  return [
    name,
    (contents, request) => {
      const given = request[name]
      return given === undefined ? undefined : handle(contents, given)
    },
  ]
}

/** All requests or none; the replies in order, `{}` for most. */
export function batchUpdate(spreadsheet: StandInSpreadsheet, body: unknown): unknown {
  const { requests = [] } = readBody(batchSchema, body)
  if (requests.length === 0) throw badRequest('Must specify at least one request.')
  const replies = spreadsheet.change((contents) =>
    requests.map((request, index) => carryOut(contents, request, index)),
  )
  return { spreadsheetId: spreadsheet.id, replies }
}

function carryOut(contents: Contents, request: BatchRequest, index: number): unknown {
  const given = [...handlers].filter(([name]) => request[name] !== undefined)
  const [first, second] = given
  if (first === undefined) throw badRequest(`Invalid requests[${index}]: No request set.`)
  if (second !== undefined) {
    throw badRequest(
      `Invalid value at 'requests[${index}]' (oneof), oneof field 'kind' is already set. Cannot set '${second[0]}'`,
    )
  }
  const [name, handle] = first
  try {
    return handle(contents, request) ?? {}
  } catch (error) {
    if (error instanceof Refusal) throw badRequest(`Invalid requests[${index}].${name}: ${error.message}`)
    throw error
  }
}
