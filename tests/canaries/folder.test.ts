import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { CommandRun } from '../sync/runSync.ts'
import { plantedPractice, type PlantedPractice } from './plantedPractice.ts'
import { published } from './published.ts'

// The real command, several times.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

let practice: PlantedPractice
let runs: readonly CommandRun[] = []

beforeAll(async () => {
  practice = await plantedPractice()
  const options = ['--folder', practice.input, '--config', practice.config, '--out', practice.out]
  runs = [await practice.run(options), await practice.run([...options, '--json'])]
})
afterAll(() => practice.close())

describe('a folder with a canary in every column of every dataset', () => {
  it('is published, as text and as JSON', () => {
    expect(runs.map(({ code, stderr }) => ({ code, stderr }))).toEqual([
      { code: 0, stderr: '' },
      { code: 0, stderr: '' },
    ])
  })

  it('comes out nowhere: not in what is said, not in what is written, opened or not', async () => {
    for (const run of runs) expect(await practice.cameOut(run)).toEqual([])
  })

  it.each([published.practice, ...published.providers, ...published.sites])(
    'while what is published on purpose is found in the opened files: %s',
    async (text) => {
      const found = await practice.published(text)
      expect(found.length).toBeGreaterThan(0)
      expect(found.every((line) => line.includes('> decrypted'))).toBe(true)
    },
  )

  it('leaves nothing in the folder for temporary files, nor beside the project', async () => {
    expect(await practice.strays()).toEqual([])
  })

  it('keeps its list of rejected rows and its notes for the owner alone', async () => {
    const beside = join(practice.out, '..')
    const files = (await readdir(beside, { recursive: true, withFileTypes: true })).filter((one) =>
      one.isFile(),
    )
    expect(files.length).toBeGreaterThan(5)
    for (const file of files) {
      const { mode } = await stat(join(file.parentPath, file.name))
      expect({ name: file.name, mode: (mode & 0o777).toString(8) }).toEqual({ name: file.name, mode: '600' })
    }
    expect(await readFile(`${practice.out}-quarantine.csv`, 'utf8')).toMatch(/not a date/)
  })
})
