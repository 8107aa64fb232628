import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SyncError } from '../../scripts/errors/SyncError.ts'
import { bundleLock } from '../../scripts/publish/bundleLock.ts'
import { temporaryFolder } from '../helpers/syncFolder.ts'

let folder = ''

beforeEach(async () => {
  folder = await temporaryFolder()
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('bundleLock(folder)', () => {
  it('of many that want it at once one has it, and the others are told', async () => {
    for (let round = 0; round < 10; round++) {
      const tries = await Promise.allSettled(Array.from({ length: 8 }, () => bundleLock(folder)))
      const [holder, ...others] = tries.filter((each) => each.status === 'fulfilled')
      expect(others).toEqual([])
      const told = tries.filter((each) => each.status === 'rejected')
      expect(told.every(({ reason }) => reason instanceof SyncError)).toBe(true)
      await holder?.value()
    }
    expect(await readdir(folder)).toEqual([])
  })

  it('the lock of a living process is respected', async () => {
    await writeFile(join(folder, '.lock'), String(process.ppid))
    await expect(bundleLock(folder)).rejects.toThrow(
      `Another sync (process ${String(process.ppid)}) is writing to`,
    )
    expect(await readdir(folder)).toEqual(['.lock'])
  })

  it.each([
    ['of a process that has ended', '4194999'],
    ['that an older version left empty', ''],
    ['of a dead process whose number is now ours, as after a restart in a container', String(process.pid)],
  ])('a lock %s is taken over, by one of many', async (_, content) => {
    await writeFile(join(folder, '.lock'), content)
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => bundleLock(folder)))
    const holders = tries.filter((each) => each.status === 'fulfilled')
    expect(holders).toHaveLength(1)
    await holders[0]?.value()
    expect(await readdir(folder)).toEqual([])
  })
})
