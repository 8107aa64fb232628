import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { heartbeatPath, readHeartbeat, writeHeartbeat } from '../../../scripts/schedule/writeHeartbeat.ts'
import { fineUpTo, parseHeartbeat, runState } from '../../../src/bundle/heartbeat.ts'

const time = '2026-11-04T11:00:00.000Z'
let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heartbeat-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

describe('the heartbeat file', () => {
  it('lies beside the bundle, not in it, however the folder is written', () => {
    expect(heartbeatPath('/srv/bundle')).toBe('/srv/bundle-heartbeat.json')
    expect(heartbeatPath('/srv/bundle/')).toBe('/srv/bundle-heartbeat.json')
  })

  it('holds the time and whether all went well, and never a third thing', async () => {
    const path = heartbeatPath(join(folder, 'bundle'))
    const more = { time, ok: true, practice: 'Two Rivers Clinic', rows: 12 }
    await writeHeartbeat(path, more)
    expect(await readFile(path, 'utf8')).toBe(`{"time":"${time}","ok":true}\n`)
    expect(await readHeartbeat(path)).toEqual({ time, ok: true })
  })

  it('is replaced in one step and leaves nothing beside it', async () => {
    const path = heartbeatPath(join(folder, 'bundle'))
    await writeHeartbeat(path, { time, ok: true })
    await writeHeartbeat(path, { time, ok: false })
    expect(await readHeartbeat(path)).toEqual({ time, ok: false })
    expect(await readdir(folder)).toEqual(['bundle-heartbeat.json'])
  })

  it('that cannot be written fails, and leaves nothing beside it', async () => {
    const path = join(folder, 'taken')
    await mkdir(join(path, 'inside'), { recursive: true })
    await expect(writeHeartbeat(path, { time, ok: true })).rejects.toThrow()
    expect(await readdir(folder)).toEqual(['taken'])
  })

  it.each(['yesterday', '2026-11-04', '2026-11-04T06:00:00-05:00', '2026-13-04T11:00:00Z', ''])(
    'is not written with the time %j',
    async (wrong) => {
      await expect(writeHeartbeat(join(folder, 'one'), { time: wrong, ok: true })).rejects.toThrow(
        'invalid heartbeat time',
      )
      expect(await readdir(folder)).toEqual([])
    },
  )

  it('that is missing, damaged, or more than a heartbeat reads as none', async () => {
    expect(await readHeartbeat(join(folder, 'missing'))).toBeNull()
    const damaged = [
      '',
      'null',
      '[]',
      '{',
      `{"time":"${time}"}`,
      `{"time":"${time}","ok":"yes"}`,
      `{"time":"${time}","ok":true,"rows":1}`,
      '{"time":"soon","ok":true}',
      '<!doctype html>',
    ]
    for (const text of damaged) {
      await writeFile(join(folder, 'one'), text)
      expect({ text, read: await readHeartbeat(join(folder, 'one')) }).toEqual({ text, read: null })
    }
  })

  it('that the site ships says that no schedule has run', async () => {
    const shipped = new URL('../../../public/heartbeat.json', import.meta.url)
    expect(parseHeartbeat(await readFile(shipped, 'utf8'))).toBeNull()
  })
})

describe('runState(heartbeat, now)', () => {
  const at = Date.parse(time)

  it('is what the last run said for 26 hours, and stopped after them', () => {
    expect(fineUpTo / 3_600_000).toBe(26)
    for (const ok of [true, false]) {
      const said = ok ? 'fine' : 'failed'
      expect([0, fineUpTo, fineUpTo + 1].map((age) => runState({ time, ok }, at + age))).toEqual([
        said,
        said,
        'stopped',
      ])
    }
  })

  it('takes a run in the future of a slow clock for a fresh one', () => {
    expect(runState({ time, ok: true }, at - 600_000)).toBe('fine')
  })
})
