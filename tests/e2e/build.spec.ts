import { createHash } from 'node:crypto'
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join, relative, resolve, sep } from 'node:path'
import { promisify } from 'node:util'
import { serveSite } from '../../scripts/serve/serveSite.ts'
import { identifierPatterns, type SweepPattern } from '../../scripts/private/audit/identifierPatterns.ts'
import type { SiteFiles } from '../../src/worker/siteFiles.ts'
import { headerPolicy, pagePolicy } from '../../src/policy/contentPolicy.ts'
import { readHeadersFile } from '../unit/policy/readHeadersFile.ts'
import { expect, siteFolder, test } from './site.ts'

const project = resolve(import.meta.dirname, '../..')

/** What a build may leave behind. */
const buildPatterns: readonly SweepPattern[] = [
  {
    name: 'folder of a computer',
    expression:
      /(?:file:\/\/|["'`( ])\/(?:home|Users|root|tmp|work|private|var|mnt|builds?)\/[\w.@-]+|[A-Z]:\\+Users\\/g,
  },
  {
    name: 'access token',
    expression: /\bya29\.[\w-]{20,}|\bgh[pousr]_\w{30,}|\bAKIA[A-Z\d]{16}\b|\beyJ[\w-]{20,}\.eyJ/g,
  },
  { name: 'age identity', expression: /AGE-SECRET-KEY-(?:PQ-)?1[02-9AC-HJ-NP-Z]{20,}/gi },
  { name: 'private key', expression: /-----BEGIN [A-Z ]{0,30}PRIVATE KEY|"private_key"/g },
  { name: 'source map', expression: /source(?:Mapping)?URL=/g },
]

const patterns = [...identifierPatterns, ...buildPatterns]

/** Matches that are no leak: the pinned engine's own licence, home folder and map, which is not published. */
const meant = [
  /^engine\/.*: e-mail address: emn178@gmail\.com$/,
  /^engine\/.*: folder of a computer: "\/home\/web_user$/,
  /^engine\/.*: source map: sourceMappingURL=$/,
]

/** Every file below a folder, relative to it, with forward slashes. */
async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return files
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted()
}

async function hashesOf(folder: string): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {}
  for (const file of await filesOf(folder)) {
    hashes[file] = createHash('sha256')
      .update(await readFile(join(folder, file)))
      .digest('hex')
  }
  return hashes
}

test('every page carries the policy first, and the headers say the same', async () => {
  const headers = await readFile(join(siteFolder, '_headers'), 'utf8')
  const pages = (await filesOf(siteFolder)).filter((file) => file.endsWith('.html'))
  expect(pages.length).toBeGreaterThanOrEqual(7)
  for (const file of pages) {
    const html = await readFile(join(siteFolder, file), 'utf8')
    const policies = [...html.matchAll(/<meta http-equiv="content-security-policy" content="([^"]*)">/gi)]
    expect(
      policies.map((match) => match[1]),
      file,
    ).toEqual([pagePolicy])
    expect(policies[0]?.index, file).toBeLessThan(html.search(/<(link|script|style|img)\b/))
    const sent = readHeadersFile(headers, `/${file}`)['Content-Security-Policy']
    expect(sent, file).toBe(headerPolicy)
    expect(sent, file).toBe(`${policies[0]?.[1] ?? ''}; frame-ancestors 'none'`)
  }
})

test('what takes a secret out of the address is a page’s first script, and runs before all else', async () => {
  for (const file of (await filesOf(siteFolder)).filter((name) => name.endsWith('.html'))) {
    const html = await readFile(join(siteFolder, file), 'utf8')
    const scripts = [...html.matchAll(/<script [^>]*src="[^"]*(_astro\/[^"]+)"/g)].map(
      ([, path = '']) => path,
    )
    const taken = expect.stringMatching(/\/takeLink\.[\w-]+\.js$/) as unknown
    expect(scripts, file).toEqual([taken, expect.any(String), scripts[0]])
    const [taking, own] = await Promise.all(scripts.map((path) => readFile(join(siteFolder, path), 'utf8')))
    expect(taking, file).not.toMatch(/\bimport\b/)
    const imported = [...(own ?? '').matchAll(/\bimport\b[^"'`(;]*["'`]([^"'`]+)["'`]/g)].map(
      ([, path]) => path,
    )
    expect(imported[0], file).toBe(scripts[0]?.replace('_astro/', './'))
  }
})

test('this computer sends what _headers tells a host to send, for every file of the site', async () => {
  const text = await readFile(join(siteFolder, '_headers'), 'utf8')
  const site = await serveSite({ site: siteFolder, port: 0 })
  const files = (await filesOf(siteFolder)).filter(
    (file) => !/^(_headers|bundle\/manifest\.previous)/.test(file),
  )
  for (const file of files) {
    const expected = readHeadersFile(text, `/${file}`)
    expect(Object.keys(expected), file).toContain('Cache-Control')
    const { headers } = await fetch(new URL(file, site.address), { method: 'HEAD' })
    const sent = Object.fromEntries(Object.keys(expected).map((name) => [name, headers.get(name)]))
    expect(sent, file).toEqual(expected)
  }
  await site.close()
})

test('nothing is left in the build that is not the site', async () => {
  const known = [
    /^(404|index|[a-z-]+\/index)\.html$/,
    /^_astro\/[\w.-]+\.(js|css|woff2)$/,
    /^bundle\//,
    /^engine\/duckdb-[\w.-]+\.(wasm\.gz|worker\.js)$/,
    /^(_headers|favicon\.png|heartbeat\.json|worker\.js)$/,
  ]
  const files = await filesOf(siteFolder)
  expect(files.filter((file) => !known.some((pattern) => pattern.test(file)))).toEqual([])
})

test('the worker keeps this very build: each page, script and style by its hash, and nothing that is published', async () => {
  const worker = await readFile(join(siteFolder, 'worker.js'), 'utf8')
  const [, list = '{}'] = /^const builtSite=(.*);\n/.exec(worker) ?? []
  const kept = JSON.parse(list) as SiteFiles
  const hashes = await hashesOf(siteFolder)
  const meant = Object.keys(hashes).filter((file) => /index\.html$|^_astro\/|^favicon\.png$/.test(file))
  const addresses = { ...kept.pages, ...kept.files }
  expect(Object.keys(addresses).toSorted()).toEqual(
    meant.map((file) => file.replace(/index\.html$/, '')).toSorted(),
  )
  for (const file of meant) expect(addresses[file.replace(/index\.html$/, '')], file).toBe(hashes[file])
  expect(worker).not.toMatch(/\bimport\b|\beval\b|Function\(|postMessage|onmessage/)
})

test('no file names this project’s folder, this computer’s home, or the private side', async () => {
  const places = [project, homedir()].filter((path) => path.length > 5)
  const files = (await filesOf(siteFolder)).filter((file) => !/^(bundle|engine)\//.test(file))
  for (const file of files) {
    const text = await readFile(join(siteFolder, file), 'latin1')
    for (const place of [...places, 'scripts/private'])
      expect(text.includes(place), `${file} names ${place}`).toBe(false)
  }
})

test('nothing in the build looks like a person, a key or a folder of some computer, but what its engine brings', async () => {
  const files = (await filesOf(siteFolder)).filter((file) => !/\.(woff2|wasm\.gz)$|^bundle\//.test(file))
  const found: string[] = []
  for (const file of files) {
    const text = await readFile(join(siteFolder, file), 'latin1')
    for (const { name, expression, isAllowed } of patterns) {
      const matches = (text.match(expression) ?? []).filter((match) => isAllowed?.(match) !== true)
      found.push(...matches.map((match) => `${file}: ${name}: ${match}`))
    }
  }
  expect(found.filter((one) => !meant.some((pattern) => pattern.test(one)))).toEqual([])
})

test('the patterns find what they are for, so that the test above can fail', () => {
  const samples = {
    'e-mail address': 'mailto:jane.roe@clinic.example.org',
    'phone number': 'call (555) 010-2345',
    'social security number': '000-12-3456',
    'age identity': `AGE-SECRET-KEY-PQ-1${'Q'.repeat(58)}`,
    'private key': '-----BEGIN PRIVATE KEY',
    'folder of a computer': '"/home/jane/practice-vitals/src/a.ts"',
    'access token': 'ya29.a0AfH6SMBexample_example_example',
    'source map': '//# sourceMappingURL=a.js.map',
  }
  for (const [name, text] of Object.entries(samples)) {
    const pattern = patterns.find((one) => one.name === name)
    expect(text.match(pattern?.expression ?? /(?!)/g), name).not.toBeNull()
  }
})

test('search engines are told to stay away, and are not kept from reading it', async () => {
  const files = await filesOf(siteFolder)
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    const html = await readFile(join(siteFolder, file), 'utf8')
    expect(html, file).toContain('<meta name="robots" content="noindex, nofollow, noarchive">')
  }
  expect(files.filter((file) => /robots\.txt|sitemap/.test(file))).toEqual([])
})

test('a second build of the same code gives the same bytes, and tells nobody that it ran', async () => {
  const again = await mkdtemp(join(tmpdir(), 'build-'))
  const home = await mkdtemp(join(tmpdir(), 'home-'))
  const homes = { HOME: home, XDG_CONFIG_HOME: home, APPDATA: home }
  const switches = { ASTRO_TELEMETRY_DISABLED: '', TELEMETRY_DISABLED: '', NODE_OPTIONS: '' }
  await promisify(execFile)(
    join(project, 'node_modules/.bin/node'),
    [join(project, 'node_modules/astro/bin/astro.mjs'), 'build', '--outDir', again],
    { cwd: project, env: { ...process.env, ...homes, ...switches } },
  )
  // Before the builder tells its makers anything, it makes up a number for this computer and writes it down.
  const notes = await Promise.all((await filesOf(home)).map((file) => readFile(join(home, file), 'utf8')))
  expect(notes.join()).not.toContain('anonymousId')
  expect(await hashesOf(again)).toEqual(await hashesOf(siteFolder))
  await rm(again, { recursive: true })
  await rm(home, { recursive: true })
})
