/** What a spreadsheet's address looks like, for a person who is to paste one. */
export const exampleLink = 'https://docs.google.com/spreadsheets/d/…'

/** A tab by what never changes: its spreadsheet's id and its own number. */
export interface SheetPlace {
  readonly spreadsheetId: string
  readonly sheetId: number
}

/** Address of a spreadsheet in the browser. */
export function spreadsheetLink(id: string): string {
  return `https://docs.google.com/spreadsheets/d/${id}/edit`
}

/** Address of cells of a tab in the browser; `range` in A1 notation without the tab, `D7` or `12:12`. */
export function cellLink({ spreadsheetId, sheetId }: SheetPlace, range: string): string {
  return `${spreadsheetLink(spreadsheetId)}#gid=${sheetId}&range=${range}`
}

/** The tab that an address made by `cellLink` opens; null for any other text. */
export function sheetOfLink(link: string): SheetPlace | null {
  const [, spreadsheetId, sheetId] = /\/d\/([\w-]+)\/.*[#&]gid=(\d+)/.exec(link) ?? []
  return spreadsheetId === undefined || sheetId === undefined
    ? null
    : { spreadsheetId, sheetId: Number(sheetId) }
}
