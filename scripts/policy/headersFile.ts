import {
  cacheRule,
  commonHeaders,
  hashedFolders,
  keptForever,
  neverKept,
} from '../../src/policy/responseHeaders.ts'

/** A common host's limits for its `_headers` file. */
const mostRules = 100
const longestLine = 2000

/** What lies in the site's root without the build knowing of it. */
const published = ['bundle/manifest.json', 'bundle/keys/*', 'heartbeat.json']

/**
 * The `_headers` file of a built site, as Cloudflare Pages, Netlify and their like read it; `files` are
 * relative to its root. No two rules that meet in one address name the same header, because hosts would
 * join them. Throws if a common host would not take it whole.
 */
export function headersFile(files: readonly string[]): string {
  const changing = files
    .filter((file) => !file.startsWith('bundle/') && cacheRule(file) === neverKept)
    .flatMap(addressesOf)
  const rules = [
    rule('/*', commonHeaders),
    ...hashedFolders.map((folder) => rule(`/${folder}/*`, { 'Cache-Control': keptForever })),
    ...[...new Set([...changing, ...published.map((file) => `/${file}`)])]
      .toSorted()
      .map((address) => rule(address, { 'Cache-Control': neverKept })),
  ]
  const text = `${rules.join('\n')}\n`
  if (rules.length > mostRules) throw new Error('too many rules for a common host')
  if (text.split('\n').some((line) => line.length > longestLine))
    throw new Error('header too long for a host')
  return text
}

/** The addresses under which hosts serve a file: a folder's page is `/` or `/folder/`. */
function addressesOf(file: string): string[] {
  if (file === 'index.html') return ['/', '/index.html']
  return file.endsWith('/index.html') ? [`/${file.slice(0, -'index.html'.length)}*`] : [`/${file}`]
}

function rule(address: string, headers: Readonly<Record<string, string>>): string {
  return [address, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n')
}
