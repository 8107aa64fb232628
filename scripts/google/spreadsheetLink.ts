/** Address of a spreadsheet in the browser. */
export function spreadsheetLink(id: string): string {
  return `https://docs.google.com/spreadsheets/d/${id}/edit`
}
