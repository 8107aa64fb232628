import { createHash } from 'node:crypto'
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join, relative, resolve, sep } from 'node:path'
import { promisify } from 'node:util'
import { serveSite } from '../../scripts/serve/serveSite.ts'
import { headerPolicy, pagePolicy } from '../../src/policy/contentPolicy.ts'
import { readHeadersFile } from '../unit/policy/readHeadersFile.ts'
import { expect, siteFolder, test } from './site.ts'

const project = resolve(import.meta.dirname, '../..')

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
    /^(_headers|favicon\.svg|heartbeat\.json)$/,
  ]
  const files = await filesOf(siteFolder)
  expect(files.filter((file) => !known.some((pattern) => pattern.test(file)))).toEqual([])
})

test('no file names a source map, a folder of this computer, or a key', async () => {
  const leftovers = [
    /sourceMappingURL/,
    /\/\/# sourceURL/,
    /-----BEGIN [A-Z ]*PRIVATE KEY/,
    /AGE-SECRET-KEY-(PQ-)?1[A-Z0-9]{20}/,
    /scripts\/private/,
    /\bfile:\/\/\/[a-z]/i,
  ]
  const files = (await filesOf(siteFolder)).filter((file) => !/^(bundle|engine)\//.test(file))
  for (const file of files) {
    const text = await readFile(join(siteFolder, file), 'latin1')
    for (const place of [project, homedir()].filter((path) => path.length > 5)) {
      expect(text.includes(place), `${file} names ${place}`).toBe(false)
    }
    for (const leftover of leftovers) expect(leftover.test(text), `${file}: ${String(leftover)}`).toBe(false)
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

test('a second build of the same code gives the same bytes', async () => {
  const again = await mkdtemp(join(tmpdir(), 'build-'))
  await promisify(execFile)(
    join(project, 'node_modules/.bin/node'),
    [join(project, 'node_modules/astro/bin/astro.mjs'), 'build', '--outDir', again],
    { cwd: project, env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_OPTIONS: '' } },
  )
  expect(await hashesOf(again)).toEqual(await hashesOf(siteFolder))
  await rm(again, { recursive: true })
})
