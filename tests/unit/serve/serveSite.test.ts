import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { serveSite, type RunningServer } from '../../../scripts/serve/serveSite.ts'
import { commonHeaders, keptForever, neverKept } from '../../../src/policy/responseHeaders.ts'

let folder = ''
let server: RunningServer

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'site-'))
  for (const name of ['site/bundle/data', 'site/collections', 'site/_astro', 'private'])
    await mkdir(join(folder, name), { recursive: true })
  await writeFile(join(folder, 'site/index.html'), `<h1>Overview</h1>${' '.repeat(5000)}`)
  await writeFile(join(folder, 'site/404.html'), '<h1>No such page</h1>')
  await writeFile(join(folder, 'site/collections/index.html'), '<h1>Collections</h1>')
  await writeFile(join(folder, 'site/bundle/manifest.json'), '{"demo":true}')
  await writeFile(join(folder, 'site/bundle/only-the-demo.json'), '{}')
  await writeFile(join(folder, 'site/bundle/data/0123.age'), 'sealed')
  await writeFile(join(folder, 'site/_astro/page.js'), 'start()')
  await writeFile(join(folder, 'private/manifest.json'), '{"demo":false}')
})
afterEach(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

function get(path: string): Promise<Response> {
  return fetch(new URL(path, server.address))
}

describe('serveSite({site, bundle, port})', () => {
  it('serves this computer only, on a port that is free', async () => {
    server = await serveSite({ site: join(folder, 'site'), port: 0 })
    const second = await serveSite({ site: join(folder, 'site'), port: Number(new URL(server.address).port) })
    await second.close()
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    expect(second.address).not.toBe(server.address)
  })

  it("serves pages by their folder, gzipped, and the site's own page for what is not there", async () => {
    server = await serveSite({ site: join(folder, 'site'), port: 0 })
    const [home, page, missing] = await Promise.all([get('/'), get('/collections/'), get('/nowhere/')])
    expect(home.headers.get('content-encoding')).toBe('gzip')
    expect(await page.text()).toContain('Collections')
    expect([missing.status, await missing.text()]).toEqual([404, '<h1>No such page</h1>'])
  })

  it.each([
    ['/', neverKept],
    ['/collections/', neverKept],
    ['/bundle/manifest.json', neverKept],
    ['/_astro/page.js', keptForever],
    ['/%5Fastro/page.js', keptForever],
    ['/bundle/data/0123.age', keptForever],
  ])('sends %s with every header of the policy', async (path, rule) => {
    server = await serveSite({ site: join(folder, 'site'), port: 0 })
    const { headers, status } = await get(path)
    expect(status).toBe(200)
    const sent = Object.keys(commonHeaders).map((name) => [name, headers.get(name)])
    expect(Object.fromEntries(sent)).toEqual(commonHeaders)
    expect(headers.get('cache-control')).toBe(rule)
  })

  it('never lets an answer that a file is missing be kept', async () => {
    server = await serveSite({ site: join(folder, 'site'), bundle: join(folder, 'private'), port: 0 })
    const missing = await Promise.all([get('/_astro/gone.js'), get('/bundle/data/gone.age')])
    expect(missing.map(({ status }) => status)).toEqual([404, 404])
    for (const { headers } of missing) {
      expect(headers.get('cache-control')).toBe(neverKept)
      expect(headers.get('content-security-policy')).toBe(commonHeaders['Content-Security-Policy'])
    }
  })

  it('stands in for a host that sends no headers', async () => {
    server = await serveSite({ site: join(folder, 'site'), port: 0, headers: false })
    for (const path of ['/', '/nowhere/']) {
      const { headers } = await get(path)
      expect(Object.keys(commonHeaders).filter((name) => headers.has(name))).toEqual([])
    }
  })

  it("shows another bundle instead of the demo's, and never a mixture of both", async () => {
    server = await serveSite({ site: join(folder, 'site'), bundle: join(folder, 'private'), port: 0 })
    expect(await (await get('/bundle/manifest.json')).json()).toEqual({ demo: false })
    expect((await get('/bundle/only-the-demo.json')).status).toBe(404)
    expect((await get('/bundle/../bundle/only-the-demo.json')).status).toBe(404)
    expect((await get('/%62undle/only-the-demo.json')).status).toBe(404)
  })

  it("serves a bundle's heartbeat as it is now, and the site's own empty one where there is none", async () => {
    await writeFile(join(folder, 'site/heartbeat.json'), 'null')
    server = await serveSite({ site: join(folder, 'site'), bundle: join(folder, 'private'), port: 0 })
    expect(await (await get('/heartbeat.json')).json()).toBeNull()
    const heartbeat = { time: '2026-11-04T11:00:00Z', ok: false }
    await writeFile(join(folder, 'private-heartbeat.json'), JSON.stringify(heartbeat))
    const answer = await get('/heartbeat.json')
    expect([answer.headers.get('cache-control'), await answer.json()]).toEqual([neverKept, heartbeat])
    await writeFile(
      join(folder, 'private-heartbeat.json'),
      '{"time":"2026-11-04T11:00:00Z","ok":true,"rows":1}',
    )
    expect(await (await get('/heartbeat.json')).json()).toBeNull()
  })

  it('does not leave the folders that it serves', async () => {
    server = await serveSite({ site: join(folder, 'site'), port: 0 })
    expect((await get('/..%2fprivate%2fmanifest.json')).status).toBe(404)
    expect((await get('/%2e%2e/private/manifest.json')).status).toBe(404)
  })
})
