import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../../scripts/private/config/parseConfig.ts'
import { configText } from '../../../scripts/setup/configText.ts'
import type { Draft, ReviewedTab } from '../../../scripts/setup/draft.ts'
import { reviewTabs } from '../../../scripts/setup/reviewTabs.ts'
import { verifyConfig } from '../../../scripts/setup/verifyConfig.ts'

const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((text) => text.trim() !== '')

function tabCalled(title: string, choice: ReviewedTab['choice']) {
  const rows = [
    ['Appt ID', 'Date', 'Provider', 'Status'],
    ['A1', 45_962, 'Ada Birch', 'completed'],
  ]
  const tab = {
    workbook: 'Two Rivers',
    name: title,
    hidden: false,
    sheet: { spreadsheetId: 'front-desk_1', sheetId: 7 },
    rows: async function* () {
      yield await Promise.resolve(rows)
    },
  }
  return { peek: { tab, order: 0, rows }, choice }
}

function draftOf(practiceName: string | null, title: string): Draft {
  const spreadsheets = [
    { id: 'front-desk_1', title, timeZone: 'America/Chicago', volatile: true, watched: true },
  ]
  return {
    from: { kind: 'sheets', spreadsheets },
    tabs: [],
    practiceName,
    timeZone: 'America/Chicago',
    statusWorkbook: 'answers',
    site: 'https://numbers.tworivers.example/',
  }
}

describe('configText', () => {
  it('is read back as it was meant, whatever the practice, spreadsheet and tab are called', async () => {
    const property = fc.asyncProperty(name, name, name, async (practice, title, tabTitle) => {
      const tabs = await reviewTabs([tabCalled(tabTitle, 'appointments')])
      const config = parseConfig(configText(draftOf(practice, title), tabs), 'test')
      expect(config.practice).toEqual({ name: practice, time_zone: 'America/Chicago' })
      expect(config.sheets.spreadsheets).toEqual([{ link: 'front-desk_1', volatile: true }])
      expect(config.sheets.status_workbook).toBe('answers')
      expect(config.sharing).toEqual({ site: 'https://numbers.tworivers.example/' })
      expect(config.tabs).toMatchObject([
        { spreadsheet: 'front-desk_1', sheet_id: 7, tab: tabTitle, dataset: 'appointments' },
      ])
    })
    await fc.assert(property, { numRuns: 200 })
  })

  it.each(['no', '0123', '1e3', '~', 'a: b # c', '- x', '"', "Dr. O'Brien\nand sons", '{', '2026-10-31'])(
    'keeps the name %j',
    async (text) => {
      const tabs = await reviewTabs([tabCalled(text, 'ignore')])
      const config = parseConfig(configText(draftOf(text, text), tabs), 'test')
      expect(config.practice.name).toBe(text)
      expect(config.tabs).toEqual([{ spreadsheet: 'front-desk_1', sheet_id: 7, tab: text, ignore: true }])
    },
  )

  it('leaves the name to the settings tab where none was given', async () => {
    const config = parseConfig(configText(draftOf(null, 'x'), await reviewTabs([])), 'test')
    expect(config.practice.name).toBeUndefined()
    expect(config.tabs).toEqual([])
  })
})

describe('configText of a spreadsheet that Drive does not watch', () => {
  it('turns change detection off', async () => {
    const draft = draftOf('x', 'x')
    if (draft.from.kind === 'folder') throw new Error('expected spreadsheets')
    const spreadsheets = draft.from.spreadsheets.map((one) => ({ ...one, watched: false }))
    const text = configText({ ...draft, from: { kind: 'sheets', spreadsheets } }, await reviewTabs([]))
    expect(parseConfig(text, 'test').sheets.change_detection).toBe(false)
  })
})

describe('verifyConfig', () => {
  it('lets a config through that recognises what the person saw', async () => {
    const tabs = await reviewTabs([tabCalled('Sheet1', 'appointments')])
    await expect(verifyConfig(configText(draftOf('x', 'x'), tabs), tabs)).resolves.toBeUndefined()
  })

  it('stops one that recognises something else', async () => {
    const tabs = await reviewTabs([tabCalled('Sheet1', 'appointments')])
    const other = configText(draftOf('x', 'x'), tabs).replace(/dataset: appointments[^]*/, 'ignore: true\n')
    await expect(verifyConfig(other, tabs)).rejects.toThrow('invalid config: tab 0')
  })

  it('stops one that cannot be read', async () => {
    const tabs = await reviewTabs([tabCalled('Sheet1', 'appointments')])
    const other = configText(draftOf('x', 'x'), tabs).replace('dataset:', 'datset:')
    await expect(verifyConfig(other, tabs)).rejects.toThrow(/tabs\[0\]/)
  })
})
