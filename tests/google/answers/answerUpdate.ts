import type { StandInSpreadsheet } from '../StandInSpreadsheet.ts'
import type { Call, Route } from '../http/readCall.ts'
import { notCopied } from '../http/GoogleProblem.ts'
import { jsonOf } from './answerSheets.ts'
import { batchUpdate } from './batch/batchUpdate.ts'
import { appendValues, batchUpdateValues, clearValues, updateValues } from './writeValues.ts'

/** Every change of a spreadsheet: as a whole or not at all. */
export function answerUpdate(call: Call, route: Route, spreadsheet: StandInSpreadsheet): unknown {
  switch (route.name) {
    case 'batchUpdate':
      return batchUpdate(spreadsheet, jsonOf(call))
    case 'values.update':
      return updateValues(call, route, spreadsheet)
    case 'values.append':
      return appendValues(call, route, spreadsheet)
    case 'values:batchUpdate':
      return batchUpdateValues(call, spreadsheet)
    case 'values.clear':
      return clearValues(route, spreadsheet)
    default:
      throw notCopied(route.name)
  }
}
