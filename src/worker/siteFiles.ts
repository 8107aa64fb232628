/** What a build hands to its service worker; addresses are relative to the site's root. */
export interface SiteFiles {
  /** Hash of all that follows: another build is another version. */
  readonly version: string
  /** The pages by their addresses ('' for the first), and the files that they need, each with its SHA-256 in hex. */
  readonly pages: Readonly<Record<string, string>>
  readonly files: Readonly<Record<string, string>>
  /** The calculation engine's files, which are kept only if a page has loaded them. */
  readonly engine: readonly string[]
}
