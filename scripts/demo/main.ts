import { mkdir, writeFile } from 'node:fs/promises'
import { simulatePractice } from './simulatePractice.ts'
import { demoTabs, tabCounts } from './workbook/demoTabs.ts'
import { toXlsx } from './workbook/toXlsx.ts'

const folder = new URL('../../data/demo/', import.meta.url)

/** Writes the demo workbook and its truth to `data/demo`. */
async function main(): Promise<void> {
  const simulation = simulatePractice()
  const tabs = demoTabs(simulation)
  await mkdir(folder, { recursive: true })
  await writeFile(new URL('practice-vitals-demo.xlsx', folder), toXlsx(tabs))
  await writeFile(
    new URL('truth.json', folder),
    JSON.stringify({ ...simulation.truth, tabs: tabCounts(tabs) }),
  )
  console.log('Wrote data/demo/practice-vitals-demo.xlsx and data/demo/truth.json')
}

await main()
