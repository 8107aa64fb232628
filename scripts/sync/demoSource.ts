import { createHash } from 'node:crypto'
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { demoWorkbook } from '../demo/writeDemoWorkbook.ts'
import { folderSource } from '../private/sources/folderSource.ts'
import type { Source } from '../private/sources/source.ts'

/**
 * The invented practice's workbook, read like any folder. It is simulated when it is missing or the
 * simulation has changed; the same code always gives the same bytes.
 */
export async function demoSource(
  project: string,
  progress: (text: string) => void = () => undefined,
): Promise<Source> {
  const folder = join(project, 'data', 'demo')
  const stamp = await simulationHash(join(project, 'scripts', 'demo'))
  const stampFile = join(folder, '.simulation')
  if ((await readFile(stampFile, 'utf8').catch(() => '')) !== stamp) {
    progress('simulating the demo practice')
    await mkdir(folder, { recursive: true })
    const workbook = join(folder, 'practice-vitals-demo.xlsx')
    await writeFile(`${workbook}.partial`, await demoWorkbook())
    await rename(`${workbook}.partial`, workbook)
    await writeFile(stampFile, stamp)
  }
  return { ...folderSource(folder), kind: 'demo', label: 'the demo practice' }
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
