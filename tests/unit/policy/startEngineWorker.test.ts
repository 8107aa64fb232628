import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

type Rule = (url: string) => string

/** What a browser does: a policy's rule decides, and a worker takes what came through it only. */
let rules: Map<string, Rule>
let started: string[]
const passed = new Set<string>()
const script = new TextEncoder().encode('postMessage(1)')

/** Called with `new`, as a class would be. */
function FakeWorker(url: string): void {
  if (!passed.has(url)) throw new TypeError('needs a TrustedScriptURL')
  started.push(url)
}

beforeEach(() => {
  rules = new Map()
  started = []
  passed.clear()
  vi.resetModules()
  vi.stubGlobal('Worker', FakeWorker)
  vi.stubGlobal('trustedTypes', {
    createPolicy: (name: string, { createScriptURL }: { createScriptURL: Rule }) => {
      if (rules.has(name)) throw new TypeError('such a policy is there')
      rules.set(name, createScriptURL)
      return {
        createScriptURL: (url: string) => {
          const allowed = createScriptURL(url)
          passed.add(allowed)
          return allowed
        },
      }
    },
  })
})
afterEach(() => vi.unstubAllGlobals())

/** The module anew, as a page loads it. */
async function load() {
  return import('../../../src/policy/startEngineWorker.ts')
}

describe('startEngineWorker(script)', () => {
  it('starts a worker from a blob, through the one policy', async () => {
    const { startEngineWorker } = await load()
    const { release } = startEngineWorker(script)
    expect([...rules.keys()]).toEqual(['app'])
    expect(started).toEqual([expect.stringMatching(/^blob:/)])
    release()
  })

  it('lets no other address become a script, and not its own once the worker runs', async () => {
    const { startEngineWorker } = await load()
    const { release } = startEngineWorker(script)
    const rule = rules.get('app')
    const [own = ''] = started
    const foreign = URL.createObjectURL(new Blob(['steal()']))
    for (const url of ['https://evil.example/x.js', '/_astro/page.js', 'data:,1', foreign, ''])
      expect(() => rule?.(url), url).toThrow('not the address of the engine or the site’s worker')
    expect(rule?.(own)).toBe(own)
    release()
    expect(() => rule?.(own)).toThrow('not the address of the engine or the site’s worker')
  })

  it('starts again with the same policy after a failure', async () => {
    const { startEngineWorker } = await load()
    startEngineWorker(script).release()
    startEngineWorker(script).release()
    expect(new Set(started).size).toBe(2)
  })

  it('forgets the address where the worker cannot be made', async () => {
    vi.stubGlobal('Worker', function refuse() {
      throw new Error('no workers here')
    })
    const revoke = vi.spyOn(URL, 'revokeObjectURL')
    const { startEngineWorker } = await load()
    expect(() => startEngineWorker(script)).toThrow('no workers here')
    expect(revoke).toHaveBeenCalledTimes(1)
    expect(() => rules.get('app')?.(revoke.mock.calls[0]?.[0] ?? '')).toThrow(
      'not the address of the engine or the site’s worker',
    )
  })

  it('holds to the same rule in a browser without Trusted Types', async () => {
    vi.stubGlobal('trustedTypes', undefined)
    const worker = vi.fn()
    vi.stubGlobal('Worker', worker)
    const { startEngineWorker } = await load()
    startEngineWorker(script).release()
    expect(worker).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/^blob:/))
  })
})
