import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { access } from 'node:fs/promises'
import { resolve } from 'node:path'
import { utils, write } from '@e965/xlsx'
import { describe, expect, it, onTestFinished } from 'vitest'
import { spreadsheetFolder } from '../../helpers/spreadsheetFolder.ts'
import { largeSpreadsheet } from '../../google/largeSpreadsheet.ts'
import { realClients } from '../../google/realClients.ts'
import { spreadsheetOfWorkbook } from '../../google/spreadsheetOfWorkbook.ts'
import { testStandIn } from '../../google/testStandIn.ts'

async function workbookPath(): Promise<string> {
  const charges = utils.aoa_to_sheet([
    ['Charge ID', 'DOS', 'Paid'],
    ['C1', 46_000.5, true],
    ['C2', null, null, { t: 'e', v: 0x2a }],
  ])
  const book = utils.book_new()
  utils.book_append_sheet(book, charges, 'Charges')
  utils.book_append_sheet(book, utils.aoa_to_sheet([['old']]), 'Old')
  book.Workbook = { Sheets: [{ name: 'Charges' }, { name: 'Old', Hidden: 1 }] }
  const bytes: unknown = write(book, { type: 'buffer', bookType: 'xlsx' })
  const folder = await spreadsheetFolder({ 'Two Rivers.xlsx': bytes as Uint8Array })
  return `${folder}/Two Rivers.xlsx`
}

describe('a workbook as a spreadsheet', () => {
  it('has the same cells, tabs and hidden tabs, and a grid a little longer than the data', async () => {
    const standIn = await testStandIn([await spreadsheetOfWorkbook(await workbookPath(), { id: 'book' })])
    const { values, spreadsheets } = realClients(standIn)
    const { data } = await values.get({
      spreadsheetId: 'book',
      range: "'Charges'",
      valueRenderOption: 'UNFORMATTED_VALUE',
    })
    expect(data.values).toEqual([
      ['Charge ID', 'DOS', 'Paid'],
      ['C1', 46_000.5, true],
      ['C2', '', '', '#N/A'],
    ])
    const fields = 'properties.title,sheets.properties(title,hidden,gridProperties)'
    const shape = await spreadsheets.get({ spreadsheetId: 'book', fields })
    expect(shape.data).toEqual({
      properties: { title: 'Two Rivers' },
      sheets: [
        { properties: { title: 'Charges', gridProperties: { rowCount: 23, columnCount: 4 } } },
        { properties: { title: 'Old', hidden: true, gridProperties: { rowCount: 21, columnCount: 1 } } },
      ],
    })
  })
})

describe('a large spreadsheet', () => {
  const size = { id: 'large', tabs: 2, rowsPerTab: 100_000, columns: 12 }

  it('works its cells out when they are read, the same each time', async () => {
    const { values } = realClients(await testStandIn([largeSpreadsheet(size)]))
    const read = async (range: string) =>
      (
        await values.get({
          spreadsheetId: 'large',
          range,
          valueRenderOption: 'UNFORMATTED_VALUE',
        })
      ).data.values
    expect(await read("'Charges'!A1:C2")).toEqual([
      ['Charge ID', 'Date of Service', 'Post Date'],
      ['C0', 44_927, 44_927],
    ])
    expect(await read("'Charges'!K1:L100001")).toHaveLength(100_001)
    expect(await read("'Charges 2'!A100001:A100001")).toEqual([['C199999']])
    expect(await read("'Charges 2'!A100001:L100001")).toEqual(await read("'Charges 2'!A100001:L100001"))
  })

  it('can be edited all the same', async () => {
    const standIn = await testStandIn([largeSpreadsheet(size)])
    standIn.spreadsheet('large').edit('Charges', 50_000, 1, 'edited')
    const { values } = realClients(standIn)
    const { data } = await values.get({ spreadsheetId: 'large', range: "'Charges'!A49999:A50001" })
    expect(data.values).toEqual([['C49997'], ['edited'], ['C49999']])
  })
})

describe('the command', () => {
  it('says in one line where it is, serves what it was given, and ends when told to', async () => {
    const main = resolve(import.meta.dirname, '../../google/main.ts')
    const flags = ['--large', '1000', '--empty', 'status', '--workbook', await workbookPath()]
    const child = spawn(process.execPath, [main, ...flags], { stdio: ['ignore', 'pipe', 'inherit'] })
    onTestFinished(() => void child.kill('SIGKILL'))
    const [line] = (await once(child.stdout, 'data')) as [Buffer]
    const said = JSON.parse(line.toString()) as { url: string; env: Record<string, string>; ids: string[] }
    expect(said.ids).toEqual(['Two Rivers', 'large-1', 'status'])
    const credentials = said.env.GOOGLE_APPLICATION_CREDENTIALS ?? ''
    await expect(access(credentials)).resolves.toBeUndefined()
    expect((await fetch(`${said.url}v4/spreadsheets/status`)).status).toBe(403)
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
    await expect(access(credentials)).rejects.toThrow('ENOENT')
  })
})
