import { spawn } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { templateTabs } from '../../../scripts/template/templateTabs.ts'
import { writeTemplateXlsx } from '../../../scripts/template/writeTemplateXlsx.ts'
import { startStandIn, type StandIn } from '../../google/startStandIn.ts'
import { temporaryFolder } from '../../helpers/syncFolder.ts'

const project = resolve(import.meta.dirname, '../../..')
let folder = ''
let standIn: StandIn

beforeAll(async () => {
  folder = await temporaryFolder()
  const held = [['Two Rivers Clinic']]
  standIn = await startStandIn({
    folder,
    spreadsheets: [
      { id: 'made-by-hand', title: 'Two Rivers', access: 'writer', tabs: [{ title: 'Sheet1' }] },
      { id: 'in-use', title: 'In use', access: 'writer', tabs: [{ title: 'Sheet1', rows: held }] },
    ],
  })
})
afterAll(async () => {
  await standIn.close()
  await rm(folder, { recursive: true, force: true })
})

/** Runs `npm run template -- …` in the test's folder. */
function template(...options: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((done, fail) => {
    const child = spawn(
      join(project, 'node_modules/.bin/node'),
      [join(project, 'scripts/template/main.ts'), ...options],
      {
        cwd: folder,
        env: { ...process.env, ...standIn.env, NO_COLOR: '1', NODE_OPTIONS: '' },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    let [stdout, stderr] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
    child.on('error', fail)
    child.on('close', (code) => done({ code, stdout, stderr }))
  })
}

describe('npm run template', () => {
  it('writes the workbook and says what to do next; a second run leaves it alone', async () => {
    const first = await template('--time-zone', 'America/Chicago')
    expect(first).toMatchObject({ code: 0, stderr: '' })
    expect(first.stdout).toContain('Written: practice-vitals-template.xlsx')
    const path = join(folder, 'practice-vitals-template.xlsx')
    const written = await writeTemplateXlsx(templateTabs({ timeZone: 'America/Chicago' }))
    expect(Buffer.compare(await readFile(path), written)).toBe(0)
    await writeFile(path, 'filled in by the office')
    const second = await template()
    expect(second).toMatchObject({ code: 1, stdout: '' })
    expect(second.stderr).toContain('The file is there already')
    expect(await readFile(path, 'utf8')).toBe('filled in by the office')
    expect(await template('--force')).toMatchObject({ code: 0, stderr: '' })
    expect(Buffer.compare(await readFile(path), await writeTemplateXlsx(templateTabs()))).toBe(0)
  })

  it('--google makes a spreadsheet and tells whose it is', async () => {
    const { code, stdout, stderr } = await template('--google', '--title', 'Our figures')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const id = standIn.ids.at(-1) ?? ''
    expect(standIn.spreadsheet(id)).toMatchObject({ title: 'Our figures' })
    expect(stdout).toContain(`https://docs.google.com/spreadsheets/d/${id}`)
    expect(stdout).toContain(`It belongs to ${standIn.account}, and nobody else can open it yet.`)
  })

  it('--into fills an empty spreadsheet by its link, and asks to take the right to write back', async () => {
    const link = 'https://docs.google.com/spreadsheets/d/made-by-hand/edit#gid=0'
    const { code, stdout, stderr } = await template('--into', link)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(standIn.spreadsheet('made-by-hand').tabs).toHaveLength(templateTabs().length)
    expect(stdout).toContain(`set ${standIn.account} from Editor to Viewer`)
  })

  it('--into refuses a spreadsheet in use, what is no link, and a time zone that does not exist', async () => {
    const inUse = await template('--into', 'in-use')
    expect(inUse).toMatchObject({ code: 1, stdout: '' })
    expect(inUse.stderr).toContain('"In use" is not empty')
    const noLink = await template('--into', 'https://example.com/sheet')
    expect(noLink.stderr).toContain('not the link of a Google spreadsheet')
    const noZone = await template('--into', 'in-use', '--time-zone', 'Mars/Olympus')
    expect(noZone.stderr).toContain('There is no such time zone')
    expect([noLink.code, noZone.code]).toEqual([1, 1])
  })
})
