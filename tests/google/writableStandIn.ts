import type { sheets_v4 } from '@googleapis/sheets'
import { realClients } from './realClients.ts'
import { testStandIn } from './testStandIn.ts'
import type { NewTab } from './workbook/StandInTab.ts'

/** The id of the one spreadsheet below. */
export const spreadsheetId = 'status'

/** A stand-in for one test with a spreadsheet that may be written to, and short ways to do it. */
export async function writableStandIn(...tabs: NewTab[]) {
  const given = tabs.length === 0 ? [{ title: 'Sheet1' }] : tabs
  const standIn = await testStandIn([{ id: spreadsheetId, title: 'Status', access: 'writer', tabs: given }])
  const { spreadsheets, values, files } = realClients(standIn)
  const batch = (...requests: sheets_v4.Schema$Request[]) =>
    spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } })
  const read = async (range: string) => (await values.get({ spreadsheetId, range })).data.values
  return { spreadsheet: standIn.spreadsheet(spreadsheetId), spreadsheets, values, files, batch, read }
}
