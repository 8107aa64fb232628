import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAsOf } from '../../scripts/demo/demoClock.ts'
import type { Manifest } from '../../src/bundle/bundle.ts'
import { spreadsheetOfWorkbook } from '../google/spreadsheetOfWorkbook.ts'
import { startStandIn, type StandIn } from '../google/startStandIn.ts'
import { folderBytes, temporaryFolder } from '../helpers/syncFolder.ts'
import { projectView, runSync, type CommandRun } from './runSync.ts'

const id = 'the-demo-practice'
/** The demo's workbook: in Google Sheets under the same title, so that Data health reads the same. */
const title = 'practice-vitals-demo.xlsx'

let root = ''
let standIn: StandIn
let asDemo: Readonly<Record<string, string>>
let asSheets: Readonly<Record<string, string>>
let runs: CommandRun[]
let out = ''

beforeAll(async () => {
  root = await temporaryFolder()
  const view = await projectView(join(root, 'project'))
  const demo = await runSync(view, ['--source', 'demo', '--out', join(root, 'demo')])
  const workbook = await spreadsheetOfWorkbook(join(view, 'data/demo', title), { id, title })
  standIn = await startStandIn({
    folder: root,
    spreadsheets: [{ ...workbook, modifiedTime: '2026-11-04T12:00:00.000Z' }],
  })
  const config = join(root, 'config.yaml')
  await writeFile(config, `as_of: ${demoAsOf}\nsheets:\n  spreadsheets:\n    - link: ${id}\n`)
  out = join(root, 'private', 'bundle')
  await mkdir(join(root, 'private'), { mode: 0o700 })
  const sheets = () => runSync(view, ['--source', 'sheets', '--config', config, '--out', out], standIn.env)
  runs = [demo, await sheets()]
  asDemo = await folderBytes(join(root, 'demo'))
  asSheets = await folderBytes(out)
  runs.push(await sheets())
}, 300_000)
afterAll(async () => {
  await standIn.close()
  await rm(root, { recursive: true, force: true })
})

function manifestOf(bundle: Readonly<Record<string, string>>): Manifest {
  return JSON.parse(Buffer.from(bundle['manifest.json'] ?? '', 'base64').toString()) as Manifest
}

describe('the demo practice in Google Sheets', () => {
  it('is synced by the command without a word of complaint', () => {
    expect(runs.map(({ code, stderr }) => ({ code, stderr }))).toEqual(
      runs.map(() => ({ code: 0, stderr: '' })),
    )
  })

  it('gives byte for byte the bundle of --source demo', () => {
    const { 'manifest.json': demoManifest, ...demoFiles } = asDemo
    const { 'manifest.json': sheetsManifest, ...sheetsFiles } = asSheets
    expect(Object.keys(demoFiles).length).toBeGreaterThan(60)
    expect(sheetsFiles).toEqual(demoFiles)
    expect([demoManifest, sheetsManifest]).not.toContain(undefined)
  })

  it('differs in the manifest only by being no demo, and by when it was read', () => {
    const { demo, syncedAt, ...rest } = manifestOf(asSheets)
    const { demo: isDemo, syncedAt: demoTime, ...expected } = manifestOf(asDemo)
    expect(rest).toEqual(expected)
    expect([demo, isDemo]).toEqual([false, true])
    expect(syncedAt).not.toBe(demoTime)
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

  it('costs two requests when nothing has changed, and leaves the bundle as it is', async () => {
    expect(runs[2]?.stdout).toContain('Nothing has changed')
    const requests = standIn.log.filter(({ kind }) => kind === 'drive' || kind === 'sheets-read')
    const last = requests.slice(-2).map(({ operation }) => operation)
    expect(last.toSorted()).toEqual(['file', 'get'])
    expect(await folderBytes(out)).toEqual(asSheets)
  })

  it('leaves copies and notes that nobody else on the computer can open', async () => {
    expect((await stat(`${out}-sheets`)).mode & 0o077).toBe(0)
    expect((await stat(out)).mode & 0o077).toBe(0)
  })
})
