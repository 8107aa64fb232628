import { createHash } from 'node:crypto'
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { demoWorkbook } from '../demo/writeDemoWorkbook.ts'
import { folderSource } from '../private/sources/folderSource.ts'
import type { Source } from '../private/sources/source.ts'

/**
 * The invented practice's workbook, read like any folder. It is simulated when it is missing or the
 * simulation or the workbook has changed; the same code always gives the same bytes.
 */
export async function demoSource(
  project: string,
  progress: (text: string) => void = () => undefined,
  simulate: () => Promise<Uint8Array> = demoWorkbook,
): Promise<Source> {
  const folder = join(project, 'data', 'demo')
  const path = join(folder, workbook)
  const simulation = await simulationHash(join(project, 'scripts', 'demo'))
  const stampFile = join(folder, '.simulation')
  const stamp = await readFile(stampFile, 'utf8').catch(() => '')
  if (stamp !== `${simulation} ${await hashOf(path)}`) {
    progress('simulating the demo practice')
    await mkdir(folder, { recursive: true })
    await rm(`${path}.partial`, { force: true })
    await writeFile(`${path}.partial`, await simulate())
    await rename(`${path}.partial`, path)
    await writeFile(stampFile, `${simulation} ${await hashOf(path)}`)
  }
  const source = folderSource(folder)
  // What somebody laid beside it is not invented, and the demo is published in the open.
  const tabs = async () => (await source.tabs()).filter((tab) => tab.workbook === workbook)
  return { ...source, tabs, kind: 'demo', label: 'the demo practice' }
}

/** The one workbook that is the demo practice. */
const workbook = 'practice-vitals-demo.xlsx'

/** '' where there is no such file. */
async function hashOf(path: string): Promise<string> {
  const bytes = await readFile(path).catch(() => null)
  return bytes === null ? '' : createHash('sha256').update(bytes).digest('hex')
}

async function simulationHash(folder: string): Promise<string> {
  const hash = createHash('sha256')
  for (const name of (await readdir(folder, { recursive: true }))
    .filter((file) => file.endsWith('.ts'))
    .sort()) {
    hash.update(name).update(await readFile(join(folder, name)))
  }
  return hash.digest('hex')
}
