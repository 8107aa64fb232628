import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { simulatePractice } from './simulatePractice.ts'
import { demoTabs } from './workbook/demoTabs.ts'
import { toXlsx } from './workbook/toXlsx.ts'

/** The demo workbook as the bytes of an XLSX file; always the same bytes. */
export function demoWorkbook(): Promise<Uint8Array> {
  return Promise.resolve(toXlsx(demoTabs(simulatePractice())))
}

/** Writes the demo workbook to a file, making its folder. */
export async function writeDemoWorkbook(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, await demoWorkbook())
}
