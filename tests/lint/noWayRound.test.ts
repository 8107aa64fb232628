import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { configSchema } from '../../scripts/private/config/config.ts'

const root = new URL('../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')
const sources = ['scripts', 'src']
  .flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name}`,
    ),
  )
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, text: read(path) }))

const under = (...folders: string[]) =>
  sources.filter(({ path }) => folders.some((folder) => path.startsWith(`${folder}/`)))
const callers = (name: string) =>
  sources.filter(({ text }) => new RegExp(`(?<!function )\\b${name}\\(`).test(text)).map(({ path }) => path)

/** Names of settings, one level below the other: `practice.name`. */
function settingNames(schema: unknown, before = ''): string[] {
  const { shape, def } = schema as { shape?: Record<string, unknown>; def?: { innerType?: unknown } }
  if (shape === undefined) return def?.innerType ? settingNames(def.innerType, before) : []
  return Object.entries(shape).flatMap(([name, inner]) => [
    `${before}${name}`,
    ...settingNames(inner, `${before}${name}.`),
  ])
}

describe('there is no way round the gate, the audit and the sealing', () => {
  it('only a sync publishes, and only what the gate and the audit let through', () => {
    const product = (path: string) => !path.startsWith('scripts/bench/')
    expect(callers('writeBundle').filter(product)).toEqual(['scripts/sync/sync.ts'])
    expect(callers('snapshot').filter(product)).toEqual(['scripts/sync/sync.ts'])
    expect(callers('viewersParts').filter(product)).toEqual(['scripts/sync/sync.ts'])
    expect(callers('editionParts').filter(product)).toEqual([
      'scripts/publish/viewersParts.ts',
      'scripts/sync/sync.ts',
    ])
    expect(callers('publishableTables').filter(product)).toEqual(['scripts/sync/snapshot.ts'])
    const [snapshot] = sources.filter(({ path }) => path === 'scripts/sync/snapshot.ts')
    // The ledger's sums are read in one place, and go from there into the gate and nowhere else.
    expect(snapshot?.text.match(/ledger\.cubes\(/g)).toHaveLength(1)
    expect(snapshot?.text).toMatch(
      /const twoDates = await ledger\.twoDates\(\)[^]*publishableTables\(\{.*\btwoDates,/,
    )
    expect(snapshot?.text).toMatch(
      /const lines = await ledger\.billingLines\(\)[^]*publishableTables\(\{.*\blines \}/,
    )
    expect(sources.filter(({ text }) => text.includes('.cubes(')).map(({ path }) => path)).toEqual([
      'scripts/sync/snapshot.ts',
    ])
  })

  it('neither the gate nor the audit knows a setting, the environment or the command line', () => {
    const rules = [...under('scripts/private/gate', 'scripts/private/audit'), ...named('publishableTables')]
    expect(rules.length).toBeGreaterThan(30)
    for (const { path, text } of rules) {
      expect({
        path,
        asks: /\bprocess\b|import\.meta|\/config|settings|readOptions/.test(code(text)),
      }).toEqual({
        path,
        asks: false,
      })
    }
  })

  it('what is written asks nobody but its caller', () => {
    const asking = under('scripts/publish').filter(({ text }) => /process\.(env|argv)/.test(text))
    expect(asking.map(({ path }) => path)).toEqual([])
  })

  it('no variable of the environment is known that bears on what is published', () => {
    const read = sources.flatMap(({ text }) =>
      [...text.matchAll(/\benv(?:\.|\[['"])([A-Z][A-Z_]+)/g)].map(([, name = '']) => name),
    )
    expect([...new Set(read)].sort()).toEqual([
      'APPDATA',
      'BENCH_REPORT',
      'CLOUDSDK_CONFIG',
      'GCE_METADATA_HOST',
      'GCE_METADATA_IP',
      'GOOGLE_APPLICATION_CREDENTIALS',
      'GOOGLE_EXTERNAL_ACCOUNT_ALLOW_EXECUTABLES',
      'HOME',
      'INIT_CWD',
      'METADATA_SERVER_DETECTION',
      'TERM',
    ])
  })

  it('no option of the sync bears on what is published, but one that refuses more, and one that shows viewers nothing', () => {
    const flags = [...read('scripts/sync/readOptions.ts').matchAll(/'(--[a-z-]+)/g)].map(([, name]) => name)
    expect([...new Set(flags)].sort()).toEqual([
      '--accept-fewer-rows',
      '--config',
      '--dry-run',
      '--folder',
      '--full',
      '--json',
      '--out',
      '--owners-only',
      '--source',
      '--spreadsheet',
      '--withdraw-viewers',
    ])
  })

  it('no setting bears on it, but whether viewers read the names of providers', () => {
    const names = settingNames(configSchema)
    expect(names).toContain('sharing.site')
    expect(
      names.filter((name) => /gate|audit|priva|people|small|merge|plain|seal|fewest|\bk\b/.test(name)),
    ).toEqual([])
    expect(names.filter((name) => name.startsWith('sharing.')).sort()).toEqual([
      'sharing.provider_names',
      'sharing.readers',
      'sharing.signing_key',
      'sharing.site',
    ])
  })
})

function named(name: string) {
  return sources.filter(({ path }) => path.endsWith(`/${name}.ts`))
}

/** Without comments, which may speak of settings. */
function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '')
}
