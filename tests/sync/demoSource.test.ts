import { appendFile, copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { utils, write } from '@e965/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoSource } from '../../scripts/sync/demoSource.ts'

describe('the demo practice, which is published in the open', () => {
  let project = ''
  let invented: string[] = []
  // A small workbook in place of the simulation, which takes long and is tested elsewhere.
  const simulate = () => {
    const workbook = utils.book_new()
    utils.book_append_sheet(workbook, utils.aoa_to_sheet([['Provider'], ['Ada Birch']]), 'Providers')
    return Promise.resolve(
      new Uint8Array(write(workbook, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer),
    )
  }
  const source = (say: (text: string) => void = () => undefined) => demoSource(project, say, simulate)
  const tabs = async () => (await (await source()).tabs()).map(({ workbook, name }) => `${workbook} ${name}`)

  beforeAll(async () => {
    project = await mkdtemp(join(tmpdir(), 'demo-'))
    await mkdir(join(project, 'scripts', 'demo'), { recursive: true })
    invented = await tabs()
  })

  afterAll(() => rm(project, { recursive: true }))

  it('is one workbook: what somebody lays beside it is not read', async () => {
    await writeFile(join(project, 'data', 'demo', 'schedule.csv'), 'Patient,Date\n7,2026-01-05\n')
    const workbook = join(project, 'data', 'demo', 'practice-vitals-demo.xlsx')
    await copyFile(workbook, join(project, 'data', 'demo', 'another.xlsx'))
    expect(await tabs()).toEqual(invented)
  })

  it('is simulated anew where its workbook was changed', async () => {
    const workbook = join(project, 'data', 'demo', 'practice-vitals-demo.xlsx')
    await appendFile(workbook, 'something else')
    const said: string[] = []
    await source((text) => said.push(text))
    await source((text) => said.push(text))
    expect(said).toEqual(['simulating the demo practice'])
    expect(await tabs()).toEqual(invented)
  })
})
