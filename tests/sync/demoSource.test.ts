import { appendFile, copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoSource } from '../../scripts/sync/demoSource.ts'

describe('the demo practice, which is published in the open', () => {
  let project = ''
  let invented: string[] = []
  const tabs = async () =>
    (await (await demoSource(project)).tabs()).map(({ workbook, name }) => `${workbook} ${name}`)

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
    let said = ''
    await demoSource(project, (text) => (said = text))
    expect(said).toBe('simulating the demo practice')
  })
})
