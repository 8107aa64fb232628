import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import type { Access } from '../../src/bundle/access.ts'
import { letIn } from '../helpers/letIn.ts'
import { folderBytes, temporaryFolder } from '../helpers/syncFolder.ts'
import { inventedConfigText, inventedTabs, writeText, type InventedTab } from './inventedPractice.ts'
import { projectView, runSync, withoutPaths, type CommandRun } from './runSync.ts'

/** What no output may hold: it is planted as a cell's value. */
export const canary = 'Zebulon-Quagga-7731'

/** The folder of the running file; in it the project, the good tabs, and what was published of them. */
export let root = ''
export let view = ''
export let good = ''
export let out = ''
export let goodRun: CommandRun
export let owner: Access

beforeAll(async () => {
  root = await temporaryFolder()
  good = join(root, 'good')
  view = await projectView(join(root, 'project'))
  out = join(root, 'bundle')
  await mkdir(good)
  for (const tab of inventedTabs()) await writeText(good, tab)
  await writeFile(join(root, 'config.yaml'), inventedConfigText())
  owner = await letIn(join(root, 'config.yaml'), { project: view })
  goodRun = await runSync(view, [...folderOptions(good), '--out', out])
})

afterAll(() => rm(root, { recursive: true, force: true }))

/** The options of a run over a folder. */
export function folderOptions(folder: string, config = join(root, 'config.yaml')): string[] {
  return ['--source', 'folder', '--folder', folder, '--config', config]
}

/** A copy of the good folder with other files put in. */
export async function folderWith(name: string, change: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(root, name)
  await mkdir(folder)
  for (const file of await readdir(good)) await copyFile(join(good, file), join(folder, file))
  await change(folder)
  return folder
}

/** A config of its own: the good one and further lines. */
export async function configWith(name: string, more: string): Promise<string> {
  const path = join(root, `${name}.yaml`)
  await writeFile(path, inventedConfigText(more))
  return path
}

/** Runs on the last good bundle; what went wrong is told, and the bundle is as it was. */
export async function refused(options: readonly string[]): Promise<string> {
  const before = await folderBytes(out)
  expect(Object.keys(before)).toContain('manifest.json')
  const run = await runSync(view, [...options, '--out', out])
  expect(run.code).toBe(1)
  expect(run.stdout).toBe('')
  expect(await folderBytes(out)).toEqual(before)
  expect(run.stderr).not.toContain(canary)
  return withoutPaths(run.stderr, root)
}

/** A tab with one text in all cells of a column. */
export function withColumn(tab: InventedTab, column: number, text: string): InventedTab {
  return { ...tab, rows: tab.rows.map((row) => row.map((cell, index) => (index === column ? text : cell))) }
}
