import { execFile } from 'node:child_process'
import { copyFile, cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { CommandRun } from '../sync/runSync.ts'
import { brokenFolder, plantedPractice, type PlantedPractice } from './plantedPractice.ts'

const project = resolve(import.meta.dirname, '../..')

// The real command, twice, and git.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

let practice: PlantedPractice
let runs: readonly CommandRun[] = []
let before = ''

beforeAll(async () => {
  practice = await plantedPractice()
  const { root, view, input, configText } = practice
  await copyFile(join(project, '.gitignore'), join(view, '.gitignore'))
  // Where the papers say that a practice keeps its own: what the project's folder holds besides is its code.
  const own = join(view, 'data', 'private')
  await cp(input, join(own, 'spreadsheets'), { recursive: true })
  for (const file of ['readers.yaml', 'signing-key.pem']) await copyFile(join(root, file), join(own, file))
  await writeFile(join(own, 'practice.yaml'), configText)
  const tabs = join(own, 'broken')
  await mkdir(tabs)
  await cp(await brokenFolder(practice, 'half', { files: cutOff }), tabs, { recursive: true })
  await git('init', '--quiet')
  await git('add', '--all')
  await commit('before any run')
  before = await git('rev-parse', 'HEAD^{tree}')
  const sync = (folder: string) =>
    practice.run(['--folder', join(own, folder), '--config', join(own, 'practice.yaml')])
  runs = [await sync('spreadsheets'), await sync('broken')]
})
afterAll(() => practice.close())

/** A workbook that breaks off in the middle. */
async function cutOff(folder: string): Promise<void> {
  const path = join(folder, `${practice.places.workbook}.xlsx`)
  await writeFile(path, (await readFile(path)).subarray(0, 20_000))
}

/** Runs git in the project's folder, under nobody's settings. */
async function git(...command: readonly string[]): Promise<string> {
  const env = { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
  const options = { cwd: practice.view, env, encoding: 'latin1', maxBuffer: 1e9 } as const
  return (await promisify(execFile)('git', command, options)).stdout
}

function commit(message: string): Promise<string> {
  const somebody = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@practice.example']
  return git(...somebody, 'commit', '--quiet', '--allow-empty', '--message', message)
}

describe('a project that is kept in git', () => {
  it('is as it was after a publication and after a refusal: nothing is new, nothing has changed', async () => {
    expect(runs.map(({ code }) => code)).toEqual([0, 1])
    expect(await git('status', '--porcelain', '--untracked-files=all')).toBe('')
  })

  it('takes up no canary even if all there is was added and committed', async () => {
    await git('add', '--all')
    await commit('after the runs')
    expect(await git('rev-parse', 'HEAD^{tree}')).toBe(before)
    const objects = await git('cat-file', '--batch-all-objects', '--batch')
    expect(objects).toContain('data/private/')
    const shown = { code: 0, stdout: objects, stderr: await git('log', '--stat') }
    const found = await practice.cameOut(shown, 'without')
    // The practice's own files lie in this folder and hold them all; what git keeps was said to be standard output.
    expect(found.length).toBeGreaterThan(100)
    expect(found.filter((line) => / in std(out|err)/.test(line))).toEqual([])
  })

  it('would take them up without its .gitignore, so that the test above can fail', async () => {
    await writeFile(join(practice.view, '.gitignore'), '')
    const seen = await git('status', '--porcelain', '--untracked-files=all')
    expect(seen).toContain('data/private/spreadsheets/')
    expect(seen).toContain('data/private/bundle-quarantine.csv')
  })
})
