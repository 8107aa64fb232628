import { mkdir, readdir, utimes } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { PassThrough, type Writable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  workspaceFiles,
  type WorkspaceFiles,
} from '../../../../../scripts/private/sources/sheets/workspaceFiles.ts'
import { FakeGoogle, trouble } from '../../../../helpers/FakeGoogle.ts'
import { keptRun, rowsOf, sheetsRun, workspaceFolder } from '../../../../helpers/sheetsRun.ts'

const later = '2026-11-01T12:00:00.000Z'
const muchLater = '2026-11-01T15:00:00.000Z'
const ids = ['books', 'other']

function practice() {
  const api = new FakeGoogle()
  const books = api.add('books', { tabs: [{ sheetId: 0, title: 'Charges', cells: [['old'], [1]] }] })
  const other = api.add('other', { tabs: [{ sheetId: 0, title: 'Payroll', cells: [['old'], [2]] }] })
  return { api, books, other }
}

const old = { Charges: [['old'], [1]], Payroll: [['old'], [2]] }
const fresh = { Charges: [['new'], [3]], Payroll: [['new'], [4]] }

/** What the next run finds in the workspace when Google gives nothing new. */
async function remembered(workspace: string, api: FakeGoogle) {
  const reading = await sheetsRun(api, workspace, { ids, now: muchLater })
  const rows = await rowsOf(reading)
  await reading.discard()
  return rows
}

describe('a run that dies at any file operation', () => {
  it('leaves the last good state or the new one, whole', async () => {
    const outcomes = new Set<string>()
    for (let operations = 0; ; operations++) {
      const { api, books, other } = practice()
      const workspace = await workspaceFolder()
      await keptRun(api, workspace, { ids })
      const before = { books: { ...books }, other: { ...other } }
      books.version += 1
      books.tabs = [{ sheetId: 0, title: 'Charges', cells: [['new'], [3]] }]
      other.version += 1
      other.tabs = [{ sheetId: 0, title: 'Payroll', cells: [['new'], [4]] }]
      const dying = diesAfter(operations)
      const died = await keptRun(api, workspace, { ids, now: later, files: dying.files }).then(
        () => false,
        () => true,
      )
      // Only one of the spreadsheets can be had, so the rows of the other show the state.
      Object.assign(books, before.books)
      Object.assign(other, before.other)
      api.before = (_, id) => {
        if (id === 'books') throw trouble('unavailable')
      }
      const first = await remembered(workspace, api)
      api.before = (_, id) => {
        if (id === 'other') throw trouble('unavailable')
      }
      const second = await remembered(workspace, api)
      const found = { Charges: first.Charges, Payroll: second.Payroll }
      const isNew = JSON.stringify(found) === JSON.stringify(fresh)
      expect(found).toEqual(isNew ? fresh : old)
      outcomes.add(isNew ? 'new' : 'old')
      if (!died) {
        expect(isNew).toBe(true)
        break
      }
    }
    expect(outcomes).toEqual(new Set(['old', 'new']))
  })

  it('is cleared away by the next one', async () => {
    const { api } = practice()
    const workspace = await workspaceFolder()
    await keptRun(api, workspace, { ids })
    const host = hostname().replace(/[^\w-]+/g, '-')
    // No process has so large a number.
    const dead = join(workspace, 'staging', `${host}.999999999.dead`)
    const elsewhere = join(workspace, 'staging', 'another-machine.1.live')
    const ancient = join(workspace, 'staging', 'another-machine.1.ancient')
    for (const folder of [dead, elsewhere, ancient]) await mkdir(folder, { recursive: true })
    await utimes(ancient, new Date('2026-01-01'), new Date('2026-01-01'))
    await utimes(elsewhere, new Date(), new Date())
    const reading = await sheetsRun(api, workspace, { ids, now: later })
    await reading.discard()
    expect(await readdir(join(workspace, 'staging'))).toEqual(['another-machine.1.live'])
  })
})

describe('two runs at once', () => {
  it('do not touch what the other has staged; the last one kept is in force', async () => {
    const { api, books, other } = practice()
    const workspace = await workspaceFolder()
    await keptRun(api, workspace, { ids })
    books.version += 1
    books.tabs = [{ sheetId: 0, title: 'Charges', cells: [['middle'], [9]] }]
    const first = await sheetsRun(api, workspace, { ids, now: later })
    books.version += 1
    books.tabs = [{ sheetId: 0, title: 'Charges', cells: [['new'], [3]] }]
    other.version += 1
    other.tabs = [{ sheetId: 0, title: 'Payroll', cells: [['new'], [4]] }]
    const second = await sheetsRun(api, workspace, { ids, now: later })
    await first.keep([])
    expect(await rowsOf(second)).toEqual(fresh)
    await second.keep([])
    expect(await rowsOf(second)).toEqual(fresh)
    expect(await remembered(workspace, api)).toEqual(fresh)
  })

  it('may keep at the same moment: copies that one has just moved into place stay', async () => {
    const { api, books } = practice()
    const workspace = await workspaceFolder()
    await keptRun(api, workspace, { ids })
    books.version += 1
    books.tabs = [{ sheetId: 0, title: 'Charges', cells: [['middle'], [9]] }]
    const first = await sheetsRun(api, workspace, { ids, now: later })
    books.version += 1
    books.tabs = [{ sheetId: 0, title: 'Charges', cells: [['new'], [3]] }]
    const files: WorkspaceFiles = {
      ...workspaceFiles,
      // The copies are in place, the state is not: now the other run is kept.
      write: async (path, text) => {
        await first.keep([])
        await workspaceFiles.write(path, text)
      },
    }
    await keptRun(api, workspace, { ids, now: later, files })
    const readBefore = api.count('values')
    expect(await remembered(workspace, api)).toEqual({ ...old, Charges: fresh.Charges })
    expect(api.count('values')).toBe(readBefore)
  })
})

describe('keeping', () => {
  it('removes the copies that nothing names any more, and nothing else', async () => {
    const { api, books } = practice()
    const workspace = await workspaceFolder()
    await keptRun(api, workspace, { ids })
    const before = await readdir(join(workspace, 'copies'))
    books.version += 1
    books.tabs = [{ sheetId: 0, title: 'Charges', cells: [['new'], [3]] }]
    await keptRun(api, workspace, { ids, now: later })
    const after = await readdir(join(workspace, 'copies'))
    expect(after).toHaveLength(2)
    expect(after.filter((copy) => before.includes(copy))).toHaveLength(1)
    expect(await readdir(join(workspace, 'staging'))).toEqual([])
  })

  it('leaves the old data after a refusal', async () => {
    const { api, books } = practice()
    const workspace = await workspaceFolder()
    await keptRun(api, workspace, { ids })
    const before = { ...books }
    books.version += 1
    books.tabs = [{ sheetId: 0, title: 'Charges', cells: [['new'], [3]] }]
    const reading = await sheetsRun(api, workspace, { ids, now: later })
    await reading.discard()
    Object.assign(books, before)
    expect(await remembered(workspace, api)).toEqual(old)
  })

  it('remembers a spreadsheet as long as the config names it, and any set of them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.subarray(ids, { minLength: 1 }), { minLength: 2, maxLength: 4 }),
        async (runs) => {
          const { api } = practice()
          const workspace = await workspaceFolder()
          let before = ''
          for (const [index, named] of runs.entries()) {
            const reading = await sheetsRun(api, workspace, { ids: named, now: later })
            expect(reading.unchanged).toBe(index > 0 && named.join() === before)
            await reading.keep([])
            before = named.join()
          }
          expect(await readdir(join(workspace, 'copies'))).toHaveLength(runs.at(-1)?.length ?? 0)
        },
      ),
      { numRuns: 15 },
    )
  })
})

/** File operations of a process that dies after so many of them: nothing happens from then on. */
function diesAfter(count: number): { readonly files: WorkspaceFiles } {
  let left = count
  const alive = <T>(work: () => T): T => {
    left -= 1
    if (left < 0) throw new Error('the process is dead')
    return work()
  }
  const deadFile = (): Writable => {
    const file = new PassThrough()
    file.destroy(new Error('the process is dead'))
    return file
  }
  const real = workspaceFiles
  const attempt = async <T>(work: () => Promise<T>): Promise<T> => alive(work)
  return {
    files: {
      makeFolder: (path) => attempt(() => real.makeFolder(path)),
      create: (path) => {
        try {
          return alive(() => real.create(path))
        } catch {
          return deadFile()
        }
      },
      write: (path, text) => attempt(() => real.write(path, text)),
      rename: (from, to) => attempt(() => real.rename(from, to)),
      remove: (path) => attempt(() => real.remove(path)),
      read: (path) => attempt(() => real.read(path)),
      stat: (path) => attempt(() => real.stat(path)),
      list: (path) => attempt(() => real.list(path)),
    },
  }
}
