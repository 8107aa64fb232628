import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { defaultConfig } from '../../../scripts/private/config/config.ts'
import { folderSource } from '../../../scripts/private/sources/folderSource.ts'
import { sync, type SyncResult } from '../../../scripts/sync/sync.ts'
import { templateTabs } from '../../../scripts/template/templateTabs.ts'
import { writeTemplateXlsx } from '../../../scripts/template/writeTemplateXlsx.ts'
import { temporaryFolder, testClock } from '../../helpers/syncFolder.ts'
import { filledTemplate, type FilledRows } from './filledTemplate.ts'
import { smallPractice } from './smallPractice.ts'

vi.mock(import('../../../scripts/publish/prepareAnswers.ts'), async (original) =>
  (await import('../../helpers/answersOnce.ts')).answersOnce(original),
)

const tabs = templateTabs({ timeZone: 'America/Chicago' })

let result: SyncResult
const folders: string[] = []

beforeAll(async () => {
  result = await syncTemplate(smallPractice)
})
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

/** A dry run over a template with these rows in it, without any config. */
async function syncTemplate(rows: FilledRows, template = tabs): Promise<SyncResult> {
  const folder = await temporaryFolder()
  folders.push(folder)
  const bytes = filledTemplate(await writeTemplateXlsx(template), template, rows)
  await writeFile(join(folder, 'practice.xlsx'), bytes)
  const source = folderSource(folder)
  return sync(
    { source, config: defaultConfig, asOf: '2026-10-31', out: null, project: import.meta.dirname },
    { now: () => testClock, progress: () => undefined },
  )
}

describe('the template, filled in', () => {
  it('syncs without a config: no row rejected, no value unmapped, every row counted', () => {
    const { intake, health } = result
    expect(intake.rejects).toEqual([])
    expect(health.unmapped).toEqual([])
    const counted = Object.fromEntries(health.tabs.map(({ tab, rows }) => [tab, rows.included]))
    for (const [tab, rows] of Object.entries(smallPractice))
      expect({ tab, rows: counted[tab] }).toEqual({ tab, rows: rows.length })
    expect(health.tabs.every(({ rows }) => rows.read === rows.included)).toBe(true)
  })

  it('gives the practice what was typed: settings, providers, money to the cent', () => {
    const { intake, practice, health } = result
    expect(practice).toMatchObject({ name: 'Our practice', timeZone: 'America/Chicago' })
    expect(intake.settings).toMatchObject({ fiscal_year_start: 1, accounting_basis: 'cash' })
    expect(intake.providerOrder).toEqual(['Ada Birch', 'Tom Reed'])
    const cents = Object.fromEntries(health.tabs.map(({ tab, cents: sum }) => [tab, sum?.included]))
    expect(cents).toMatchObject({
      Charges: 30_050,
      Transactions: -21_025,
      Payroll: 176_000,
      Expenses: 51_200,
    })
  })

  it('says nothing about it but which tabs are for people, which rows name no patient, who has no slots, and that two are too few to be shown', () => {
    const aside = /^Tab "(Read me|Words|_control)" of practice.xlsx was left out/
    const tooFew = /^(Providers|Sites) kept private: 2\./
    const others = result.health.warnings.filter((warning) => !aside.test(warning))
    expect(others.filter((warning) => !tooFew.test(warning))).toEqual([
      expect.stringMatching(/^Rows that name no patient: 1 of 3 in "Schedule" of practice\.xlsx, /),
      expect.stringMatching(/^Bookable slots are missing for 1 provider: /),
    ])
    expect(others).toHaveLength(4)
  })

  it('its example lines change nothing: the maps without them give the same', async () => {
    const bare = tabs.map((tab) => (tab.kind === 'map' ? { ...tab, rows: [] } : tab))
    const without = await syncTemplate(smallPractice, bare)
    expect(without.tables).toEqual(result.tables)
  })

  it('a word of the practice is understood once it stands in the map tab', async () => {
    const [first, ...others] = smallPractice.Schedule
    const own = { ...smallPractice, Schedule: [{ ...first, Status: 'Roomed & seen' }, ...others] }
    await expect(syncTemplate(own)).rejects.toThrow(/a value that no map knows/)
    const mapped = { ...own, map_status: [{ 'Raw Value': 'Roomed & seen', Means: 'completed' }] }
    const { intake } = await syncTemplate(mapped)
    expect(intake.rejects).toEqual([])
  })
})
