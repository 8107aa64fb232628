/** The link itself if it opens a Google spreadsheet and nothing else; null for any other address. */
export function safeLink(link: string | null | undefined): string | null {
  if (link === null || link === undefined || !URL.canParse(link)) return null
  const { href, origin, pathname, username, password } = new URL(link)
  if (origin !== 'https://docs.google.com' || username !== '' || password !== '') return null
  return pathname.startsWith('/spreadsheets/') && href.length <= 2000 ? href : null
}
