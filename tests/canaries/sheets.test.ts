import { readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { appointments } from '../../scripts/private/contracts/appointments.ts'
import type { Fault } from '../google/fault.ts'
import { startStandIn, type StandIn } from '../google/startStandIn.ts'
import { folderBytes } from '../helpers/syncFolder.ts'
import type { CommandRun } from '../sync/runSync.ts'
import { gridOf } from './plantedFolder.ts'
import { plantedPractice, type PlantedPractice } from './plantedPractice.ts'

const id = 'planted-practice'

// The real command, several times.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

let practice: PlantedPractice
let standIn: StandIn
let first: CommandRun
let word = ''
/** A config with which a run soon gives up on Google. */
let hasty = ''

beforeAll(async () => {
  practice = await plantedPractice()
  word = practice.plant('what went wrong at Google')
  const { places, tabs, root } = practice
  standIn = await startStandIn({
    folder: root,
    readsPerMinute: 6000,
    spreadsheets: [
      {
        id,
        title: places.workbook,
        timeZone: 'America/Chicago',
        tabs: [
          ...tabs.map((tab) => ({
            title: tab.dataset === 'appointments' ? places.tab : tab.name,
            rows: gridOf(tab),
            hiddenRows: [3, 5],
          })),
          { title: places.other, rows: [[word]] },
        ],
      },
    ],
  })
  const pins = `tabs:\n  - { spreadsheet: ${id}, tab: '${places.tab}', dataset: appointments }\n`
  const configFor = (minutes: number) => {
    const patience = `  request_timeout_seconds: 5\n  deadline_minutes: ${String(minutes)}\n`
    const sheets = `sheets:\n  spreadsheets:\n    - link: ${id}\n${patience}`
    return practice.configText.replace(/tabs:\n[\s\S]*$/, `${sheets}${pins}`)
  }
  hasty = join(root, 'hasty.yaml')
  await writeFile(practice.config, configFor(0.5))
  await writeFile(hasty, configFor(0.05))
  first = await sync()
})
afterAll(async () => {
  await standIn.close()
  await practice.close()
})

function sync(more: readonly string[] = [], config = practice.config): Promise<CommandRun> {
  const options = ['--source', 'sheets', '--config', config, '--out', practice.out, ...more]
  return practice.run(options, { env: standIn.env })
}

describe('a Google spreadsheet with a canary in every column of every dataset', () => {
  it('is published', () => {
    expect(first).toMatchObject({ code: 0, stderr: '' })
  })

  it('comes out nowhere but in the private copies', async () => {
    expect(await practice.cameOut(first)).toEqual([])
    expect(await practice.strays()).toEqual([])
    expect((await practice.published('Ada Birch')).length).toBeGreaterThan(0)
  })

  it('is kept in copies that their owner alone can open', async () => {
    const workspace = `${practice.out}-sheets`
    expect((await stat(workspace)).mode & 0o777).toBe(0o700)
    const entries = await readdir(workspace, { recursive: true, withFileTypes: true })
    expect(entries.length).toBeGreaterThan(10)
    for (const entry of entries) {
      const { mode } = await stat(join(entry.parentPath, entry.name))
      expect((mode & 0o777).toString(8)).toBe(entry.isDirectory() ? '700' : '600')
    }
  })
})

describe('what Google answers amiss leaves no value behind', () => {
  const always = { spreadsheet: id, times: Infinity }
  const troubles: readonly (readonly [string, Fault])[] = [
    ['403', { on: 'get', ...always, do: { kind: 'status', status: 403 } }],
    ['404', { on: 'get', ...always, do: { kind: 'status', status: 404 } }],
    ['429', { on: 'values', ...always, do: { kind: 'status', status: 429, retryAfter: '60' } }],
    ['500', { on: 'values', ...always, do: { kind: 'status', status: 500 } }],
    ['half of the JSON', { on: 'values', ...always, do: { kind: 'truncatedJson' } }],
    ['half of the compressed bytes', { on: 'values', ...always, do: { kind: 'truncatedGzip' } }],
    [
      'a connection that ends in the middle',
      { on: 'values', ...always, do: { kind: 'cutBody', framing: 'length' } },
    ],
    ['a page in HTML', { on: 'values', ...always, do: { kind: 'html' } }],
    ['values of another shape', { on: 'values', ...always, do: { kind: 'wrongShape', how: 'badValues' } }],
  ]

  /** A run under this trouble is refused, or goes on without the spreadsheet; either way no canary is told. */
  async function amiss(fault: Fault, config: string): Promise<void> {
    const before = await folderBytes(practice.out)
    standIn.clearLog()
    standIn.fault(fault)
    const run = await sync(['--full'], config)
    standIn.clearFaults()
    expect(standIn.log.map(({ operation }) => operation)).toContain(fault.on)
    expect(await practice.cameOut(run)).toEqual([])
    expect(await practice.strays()).toEqual([])
    expect(run.code === 1 || run.code === 3).toBe(true)
    if (run.code === 1) expect(await folderBytes(practice.out)).toEqual(before)
  }

  it.each(troubles)('%s', (_, fault) => amiss(fault, hasty))

  it('a tab without its rows', () =>
    amiss({ on: 'values', ...always, do: { kind: 'emptyTab', tab: 'charges' } }, practice.config))

  it('a status that no map knows', async () => {
    const column = Object.keys(appointments.fields).indexOf('status') + 1
    standIn.spreadsheet(id).edit(practice.places.tab, 2, column, word)
    const run = await sync()
    expect(run.stderr).toMatch(/a value that no map knows/)
    expect(await practice.cameOut(run)).toEqual([])
  })
})
