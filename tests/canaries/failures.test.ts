import { mkdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { lockedWorkbook } from '../helpers/lockedWorkbook.ts'
import { folderBytes } from '../helpers/syncFolder.ts'
import type { CommandRun } from '../sync/runSync.ts'
import { csvOf } from './plantedFolder.ts'
import {
  brokenFolder,
  plantedAsOf,
  plantedPractice,
  type PlantedPractice,
  type RunOptions,
} from './plantedPractice.ts'
import type { PlantedTab } from './plantedTabs.ts'
import { filled, renamed, type TabChange } from './tabChanges.ts'

// Each starts the real command, some of them several times.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

let practice: PlantedPractice
let good: Readonly<Record<string, string>> = {}
/** A word that stands in the wrong place in every failure. */
let word = ''
let number = 0

beforeAll(async () => {
  practice = await plantedPractice()
  word = practice.plant('what went wrong')
  const run = await practice.run(usual())
  expect(run).toMatchObject({ code: 0, stderr: '' })
  good = await folderBytes(practice.out)
})
afterAll(() => practice.close())

function usual(folder = practice.input, config = practice.config): string[] {
  return ['--folder', folder, '--config', config, '--out', practice.out]
}

/** The run was refused in words, the last good bundle is as it was, and no canary came out anywhere. */
async function refused(options: readonly string[], more: RunOptions = {}): Promise<CommandRun> {
  const run = await practice.run(options, more)
  // Sealed files that no manifest names may lie there until the next run.
  expect(await folderBytes(practice.out)).toMatchObject(good)
  const isOld = Object.keys(await folderBytes(practice.out)).length === Object.keys(good).length
  expect(await practice.cameOut(run, isOld ? 'without' : 'with the bundle')).toEqual([])
  expect(await practice.strays()).toEqual([])
  expect(run.code).toBe(1)
  expect(run.stderr).toMatch(/^(Refused|✗)/m)
  return run
}

function newName(): string {
  number += 1
  return `broken ${String(number)}`
}

describe('tabs that cannot be read leave no value behind', () => {
  const cases: readonly (readonly [string, TabChange, RegExp])[] = [
    [
      'a header that says something else',
      renamed('charges', 'post_date', () => word),
      /column post_date not found/,
    ],
    ['two columns that mean the same', renamed('charges', 'units', () => 'post_date'), /both mean post_date/],
    ['a kind of transaction that no map knows', filled('transactions', 'type', () => word), /no map knows/],
    ['a status that no map knows', filled('appointments', 'status', () => word), /no map knows/],
    ['days that are none', filled('charges', 'service_date', () => word), /every row was rejected/],
    ['amounts that are none', filled('transactions', 'amount', () => `${word} 48`), /every row was rejected/],
    ['a meaning that is none', filled('map_status', 'canonical', () => word), /the meaning is not one/],
    [
      'headers explained for no tab',
      filled('map_header_alias', 'map_dataset', () => word),
      /no such dataset/,
    ],
    [
      'a setting that cannot be',
      filled('settings', 'setting', (at, old) => (at === 1 ? 'time zone' : old)),
      /must be an IANA time zone/,
    ],
  ]

  it.each(cases)('%s', async (_, change, message) => {
    const folder = await brokenFolder(practice, newName(), { tabs: change })
    expect((await refused(usual(folder))).stderr).toMatch(message)
  })

  it('as JSON too', async () => {
    const folder = await brokenFolder(practice, newName(), {
      tabs: filled('transactions', 'type', () => word),
    })
    const run = await practice.run([...usual(folder), '--json'])
    expect(await practice.cameOut(run)).toEqual([])
    expect(JSON.parse(run.stdout)).toMatchObject({ ok: false })
  })

  it('no row that counts', async () => {
    const empty: TabChange = (tabs) =>
      tabs.map((tab) => ({ ...tab, rows: tab.dataset === 'map_status' ? tab.rows : [] }))
    const folder = await brokenFolder(practice, newName(), { tabs: empty })
    expect((await refused(usual(folder))).stderr).toMatch(/Nothing to publish/)
  })

  it('a practice whose name is somebody’s', async () => {
    const name: TabChange = filled('settings', 'value', (at, old) =>
      at === 0 ? `${word}@mail.example` : old,
    )
    const folder = await brokenFolder(practice, newName(), { tabs: name })
    expect((await refused(usual(folder))).stderr).toMatch(/looks like a person's details/)
  })

  it('numbers shared by rows that differ', async () => {
    const shared: TabChange = filled('transactions', 'txn_id', () => word)
    const folder = await brokenFolder(practice, newName(), { tabs: shared })
    expect((await refused(usual(folder))).stderr).toMatch(/have the number of another row/)
  })
})

describe('files that cannot be read leave no value behind', () => {
  const workbook = (folder: string) => join(folder, `${practice.places.workbook}.xlsx`)
  const charges = () => csvOf(practice.tabs.find(({ dataset }) => dataset === 'charges') ?? emptyTab)
  const cases: readonly (readonly [string, (folder: string) => Promise<void>, RegExp])[] = [
    [
      'no workbook',
      (folder) => writeFile(join(folder, 'x.xlsx'), `${word} is no zip file`),
      /is not a workbook/,
    ],
    [
      'a workbook that was cut off',
      (folder) => truncate(workbook(folder), 20_000),
      /cannot be read as a workbook/,
    ],
    [
      'a workbook with a password',
      (folder) => writeFile(workbook(folder), lockedWorkbook(word)),
      /protected by a password/,
    ],
    [
      'a quotation mark that never closes',
      (folder) => writeFile(join(folder, 'charges.csv'), charges().replace(/"\r\n$/, '')),
      /never closed/,
    ],
    [
      'text behind a closing quotation mark',
      (folder) => writeFile(join(folder, 'charges.csv'), charges().replace('","', `"${word},"`)),
      /goes on after its closing/,
    ],
    [
      'a workbook that calls itself CSV',
      async (folder) => writeFile(join(folder, 'charges.csv'), await readFile(workbook(folder))),
      /is not a text file/,
    ],
    [
      'half a gzip file',
      (folder) => writeFile(join(folder, 'more.csv.gz'), gzipSync(charges()).subarray(0, 900)),
      /not a complete gzip/,
    ],
    [
      'another kind of spreadsheet',
      (folder) => writeFile(join(folder, 'more.numbers'), word),
      /not read here/,
    ],
  ]

  it.each(cases)('%s', async (_, files, message) => {
    const folder = await brokenFolder(practice, newName(), { files })
    expect((await refused(usual(folder))).stderr).toMatch(message)
  })
})

describe('a config that is wrong is told by its keys and lines', () => {
  const cases: readonly (readonly [string, (text: string) => string])[] = [
    ['an unknown key', (text) => `${text}\nunknown: ${word}\n`],
    ['a value of another kind', (text) => text.replace(plantedAsOf, word)],
    ['a time zone that is none', (text) => text.replace('America/Chicago', word)],
    ['no YAML', (text) => `${text}\nmaps: {${word}: [${word}\n`],
    ['a key twice', (text) => `${text}\nas_of: ${word}\n`],
    ['an anchor that is not there', (text) => text.replace(plantedAsOf, `*${word}`)],
    ['an unknown tag', (text) => text.replace(plantedAsOf, `!${word} x`)],
    [
      'a word explained by one that is none',
      (text) => `${text}\nmaps:\n  status:\n    ${word} seen: ${word}\n`,
    ],
    ['a site that is none', (text) => text.replace('https://vitals.example/', `http://${word}`)],
    ['a share that is none', (text) => text.replace('0.6', word)],
  ]

  it.each(cases)('%s', async (_, change) => {
    const config = join(practice.root, `${newName()}.yaml`)
    await writeFile(config, change(practice.configText))
    await refused(usual(practice.input, config))
  })
})

describe('who may open it, and with which key it is signed', () => {
  /** A folder with a config and with other readers or another key. */
  async function sharingWith(name: string, change: (text: string) => string): Promise<string> {
    const folder = join(practice.root, newName())
    await mkdir(folder)
    for (const file of ['config.yaml', 'readers.yaml', 'signing-key.pem']) {
      const text = await readFile(join(practice.root, file), 'utf8')
      await writeFile(join(folder, file), file === name ? change(text) : text, { mode: 0o600 })
    }
    return join(folder, 'config.yaml')
  }

  const cases: readonly (readonly [string, string, (text: string) => string])[] = [
    ['no readers', 'readers.yaml', () => '[]\n'],
    [
      'readers whose time is over',
      'readers.yaml',
      (text) => text.replaceAll('expires: null', 'expires: 2026-10-02'),
    ],
    ['a reader with a damaged key', 'readers.yaml', (text) => text.replace('age1pq1', `age1pq1${word}`)],
    [
      'a reader with a secret key',
      'readers.yaml',
      (text) => text.replace(/recipient: .*/, `recipient: AGE-SECRET-KEY-PQ-1${word.toUpperCase()}`),
    ],
    ['readers that are no YAML', 'readers.yaml', (text) => `${text}: [${word}\n`],
    ['a damaged signing key', 'signing-key.pem', (text) => text.replace(/\n.{20}/, `\n${word}`)],
    ['a signing key of another kind', 'signing-key.pem', () => word],
  ]

  it.each(cases)('%s', async (_, file, change) => {
    await refused(usual(practice.input, await sharingWith(file, change)))
  })
})

describe('a disk that refuses', () => {
  it('no room', async () => {
    await refused(usual(), { fullAfter: 0 })
  })

  it('no room after the first files', async () => {
    const other = await brokenFolder(practice, newName(), {
      tabs: filled('expenses', 'amount', (at) => 1000 + at),
    })
    await refused(usual(other), { fullAfter: 16 })
  })

  it('a file where the folder should be', async () => {
    const path = join(practice.root, 'a file')
    await writeFile(path, '')
    const run = await practice.run([...usual().slice(0, -1), path])
    expect(await practice.cameOut(run)).toEqual([])
    expect(run.stderr).toMatch(/is a file/)
  })
})

describe('errors that nobody foresaw are told by class and place', () => {
  it.each([1, 2, 3, 4])('a foreign error at the disk, call number %i', async (at) => {
    await refused(usual(), { trouble: { kind: 'throw', at, text: word } })
  })

  it.each(['timer', 'rejection', 'text'])('a foreign error that nobody waits for: %s', async (kind) => {
    const run = await refused(usual(), { trouble: { kind, at: 1, text: word } })
    expect(run.stderr).toMatch(/in a way that is not known \((RangeError|string) at /)
  })

  it.each(['console', 'warning'])('what a library says: %s', async (kind) => {
    const nowhere = join(practice.root, 'nowhere')
    const run = await refused(usual(nowhere), { trouble: { kind, at: 1, text: word } })
    expect(run.stderr).toMatch(/^Note: (a library printed text|a warning)/)
  })
})

describe('a run that is killed', () => {
  it.each([3, 12, 24])('at call number %i to the disk leaves nothing outside its folders', async (at) => {
    const run = await practice.run(usual(), { trouble: { kind: 'kill', at } })
    expect(run.stdout).toBe('')
    expect(await practice.cameOut(run)).toEqual([])
    expect(await practice.strays()).toEqual([])
  })

  it('hinders no later one', async () => {
    const run = await practice.run(usual())
    expect(run).toMatchObject({ code: 0, stderr: '' })
    expect(await practice.cameOut(run)).toEqual([])
  })
})

const emptyTab: PlantedTab = { dataset: 'charges', name: 'charges', headers: [], rows: [] }
