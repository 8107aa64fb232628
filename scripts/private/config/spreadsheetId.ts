/** The id in a Google spreadsheet's link, or the id itself; null for anything else. */
export function spreadsheetId(text: string): string | null {
  const link = /^https:\/\/docs\.google\.com\/spreadsheets\/(?:u\/\d+\/)?d\/([\w-]+)/.exec(text.trim())
  const id = link?.[1] ?? text.trim()
  return /^[\w-]+$/.test(id) ? id : null
}
