import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAsOf } from '../../scripts/demo/demoClock.ts'
import { demoProviders } from '../../scripts/demo/providers.ts'
import { readManifest } from '../../scripts/publish/readManifest.ts'
import type { Access } from '../../src/bundle/access.ts'
import { demoSource } from '../../scripts/sync/demoSource.ts'
import { isCatchAll } from '../../scripts/publish/isCatchAll.ts'
import { publishedPractice } from '../../scripts/sync/publishedPractice.ts'
import type { Health, Manifest, Practice } from '../../src/bundle/bundle.ts'
import { Planted } from '../canaries/canary.ts'
import { filesBelow, leaks } from '../canaries/outputs.ts'
import { Sweep } from '../canaries/Sweep.ts'
import { spreadsheetOfWorkbook } from '../google/spreadsheetOfWorkbook.ts'
import { startStandIn, type StandIn } from '../google/startStandIn.ts'
import { letIn } from '../helpers/letIn.ts'
import { partTexts } from '../helpers/openParts.ts'
import { sealedDemo } from '../helpers/sealedDemo.ts'
import { sharedDemo } from '../helpers/sharedDemo.ts'
import { folderBytes, temporaryFolder } from '../helpers/syncFolder.ts'
import { projectView, runSync, type CommandRun } from './runSync.ts'

const id = 'the-demo-practice'
/** The demo's workbook: in Google Sheets under the same title, so that Data health reads the same. */
const title = 'practice-vitals-demo.xlsx'

let root = ''
/** The folder of the demo's own bundle. */
let demo = ''
let standIn: StandIn
let asDemo: Readonly<Record<string, string>>
let asSheets: Readonly<Record<string, string>>
let owner: Access
let manifest: Manifest | null
let files: Readonly<Record<string, string>>
let runs: CommandRun[]
let out = ''

beforeAll(async () => {
  root = await temporaryFolder()
  const view = await projectView(join(root, 'project'))
  const shared = sharedDemo()
  // The demo's run finds its workbook simulated, so that it and the other can go side by side.
  if (!shared) await demoSource(view)
  const workbooks = shared?.workbooks ?? join(view, 'data/demo')
  const workbook = await spreadsheetOfWorkbook(join(workbooks, title), { id, title })
  standIn = await startStandIn({
    folder: root,
    spreadsheets: [{ ...workbook, modifiedTime: '2026-11-04T12:00:00.000Z' }],
  })
  const config = join(root, 'config.yaml')
  await writeFile(config, `as_of: ${demoAsOf}\nsheets:\n  spreadsheets:\n    - link: ${id}\n`)
  owner = await letIn(config, { project: view })
  out = join(root, 'private', 'bundle')
  await mkdir(join(root, 'private'), { mode: 0o700 })
  const sheets = () => runSync(view, ['--source', 'sheets', '--config', config, '--out', out], standIn.env)
  demo = shared?.bundle ?? join(root, 'demo')
  const asPublished = shared?.run() ?? runSync(view, ['--source', 'demo', '--out', demo])
  runs = await Promise.all([asPublished, sheets()])
  asDemo = await partTexts(demo, null)
  asSheets = await partTexts(out, owner)
  manifest = await readManifest(out)
  files = await folderBytes(out)
  runs.push(await sheets())
}, 480_000)
afterAll(async () => {
  await standIn.close()
  await rm(root, { recursive: true, force: true })
})

describe('the demo practice in Google Sheets', () => {
  it('is synced by the command without a word of complaint', () => {
    expect(runs.map(({ code, stderr }) => ({ code, stderr }))).toEqual(
      runs.map(() => ({ code: 0, stderr: '' })),
    )
  })

  const ofPeople = ['practice', 'health']
  const json = (bundle: Readonly<Record<string, string>>, part: string): unknown =>
    JSON.parse(Buffer.from(bundle[part] ?? '', 'base64').toString())

  it('gives, once opened, byte for byte the bundle of --source demo', () => {
    const numbers = (bundle: typeof asDemo) =>
      Object.fromEntries(Object.entries(bundle).filter(([part]) => !ofPeople.includes(part)))
    expect(Object.keys(numbers(asDemo)).length).toBeGreaterThan(30)
    expect(numbers(asSheets)).toEqual(numbers(asDemo))
  })

  it('says the same of the practice and its data, but for what a real one keeps to itself', () => {
    const open = json(asDemo, 'practice') as Practice
    expect(json(asSheets, 'practice')).toEqual(publishedPractice(open))
    const rows = (bundle: typeof asDemo) => (json(bundle, 'health') as Health).tabs.map((tab) => tab.rows)
    expect(rows(asSheets)).toEqual(rows(asDemo))
    expect(rows(asDemo).length).toBeGreaterThan(10)
  })

  it("holds no provider's name in any byte that a viewer can open, while an owner finds every one", async () => {
    const sealed = await sealedDemo(join(root, 'sealed'), { from: demo })
    const files = await filesBelow(sealed.folder, 'bundle')
    const foundBy = (texts: readonly string[], { identity }: Access) => {
      const looked = new Planted()
      for (const text of texts) looked.given(text, text)
      return leaks(new Sweep(looked.all), files, [identity])
    }
    const { filters } = json(asDemo, 'practice') as Practice
    const shown = filters.provider.filter((name) => !isCatchAll(name))
    expect(shown.length).toBeGreaterThan(8)
    const written = demoProviders.flatMap(({ name, aliases, npi }) => [name, ...aliases, npi])
    expect(await foundBy([...shown, ...written], sealed.viewer)).toEqual([])
    for (const name of shown) expect(await foundBy([name], sealed.owner)).not.toEqual([])
    expect(await foundBy(['Provider 3'], sealed.viewer)).not.toEqual([])
  })

  it('publishes the same packs as the demo: their names say nothing of what is in them', async () => {
    const open = await readManifest(demo)
    const names = (one: Manifest | null) => one?.files.map(({ name }) => name)
    expect(names(manifest)?.length).toBeGreaterThan(10)
    expect(names(manifest)).toEqual(names(open))
    expect([manifest?.demo, open?.demo]).toEqual([false, true])
  })

  it('was read through the whole chain of credentials: OIDC, token exchange, impersonation', () => {
    const kinds = standIn.log.map(({ kind }) => kind)
    expect(kinds.slice(0, 3)).toEqual(['oidc', 'sts', 'impersonation'])
    const asked = standIn.log.filter(({ kind }) => kind === 'impersonation').map(({ scopes }) => scopes)
    expect(new Set(asked.flat())).toEqual(
      new Set([
        'https://www.googleapis.com/auth/spreadsheets.readonly',
        'https://www.googleapis.com/auth/drive.metadata.readonly',
      ]),
    )
  })

  it('costs two requests when nothing has changed, and leaves the files as they are', async () => {
    expect(runs[2]?.stdout).toContain('Nothing has changed')
    const requests = standIn.log.filter(({ kind }) => kind === 'drive' || kind === 'sheets-read')
    const last = requests.slice(-2).map(({ operation }) => operation)
    expect(last.toSorted()).toEqual(['file', 'get'])
    const { 'manifest.json': before, ...expected } = files
    const { 'manifest.json': after, ...found } = await folderBytes(out)
    expect(found).toEqual(expected)
    expect(after).not.toBe(before)
    expect((await readManifest(out))?.sequence).toBeGreaterThan(manifest?.sequence ?? 0)
  })

  it('leaves copies and notes that nobody else on the computer can open', async () => {
    expect((await stat(`${out}-sheets`)).mode & 0o077).toBe(0)
    expect((await stat(out)).mode & 0o077).toBe(0)
  })
})
