import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../../scripts/private/config/readConfig.ts'
import { setup } from '../../../scripts/setup/setup.ts'
import { SetupCancelled } from '../../../scripts/setup/SetupCancelled.ts'
import { scriptedPrompter } from './scriptedPrompter.ts'
import { world, link, plain, answersWith } from './world.ts'

describe('setup, where something is amiss with a spreadsheet,', () => {
  it('shows the address to share with, and what every tab was recognised as', async () => {
    const { google, effects } = await world()
    const prompter = scriptedPrompter(plain)
    await setup(prompter, effects)
    expect(prompter.said).toContain(google.account)
    const said = prompter.said.join('\n')
    expect(said).toMatch(
      /Schedule +appointments \(sure: name and headers agree; header in row 1, 6 columns known\)/,
    )
    expect(said).toMatch(/Notes +left alone: neither name nor headers say what it holds/)
  })

  it('says what is wrong with a spreadsheet that is not shared, and tries it again', async () => {
    const { google, effects } = await world()
    google.spreadsheet('frontdesk').access = 'none'
    const share = () => {
      google.spreadsheet('frontdesk').access = 'reader'
      return 'again'
    }
    const answers = answersWith({
      'Link of the spreadsheet': [
        ['Link of the spreadsheet', link('nowhere')],
        ['What now', 'other'],
        ['Link of the spreadsheet', link('frontdesk')],
        ['What now', 'again'],
        ['What now', share],
      ],
    })
    const prompter = scriptedPrompter(answers)
    expect(await setup(prompter, effects)).toBe(0)
    expect(prompter.said.filter((text) => text.includes('is not shared with'))).toHaveLength(2)
    expect(prompter.said.filter((text) => text.includes('Google does not know'))).toHaveLength(1)
  })

  it('does without Drive where its API is off, if the person agrees', async () => {
    const { google, project, effects } = await world()
    google.disable('drive')
    const prompter = scriptedPrompter([
      ['Where is the data', 'sheets'],
      ['Link of the spreadsheet', link('frontdesk')],
      ['Go on without Google Drive', false],
      ['Go on without Google Drive', true],
      ...plain.slice(3),
    ])
    expect(await setup(prompter, effects)).toBe(0)
    expect(prompter.said.filter((text) => text.includes('Drive API is not enabled'))).toHaveLength(2)
    const { sheets } = await readConfig(join(project, 'data', 'private', 'practice.yaml'))
    expect(sheets).toMatchObject({ change_detection: false, status_workbook: 'answers' })
    expect(google.log.some(({ kind, status }) => kind === 'sheets-write' && status === 200)).toBe(true)
  })

  it('does not take a spreadsheet that lies in the bin', async () => {
    const { google, effects } = await world()
    google.spreadsheet('frontdesk').trashed = true
    const prompter = scriptedPrompter(
      answersWith({
        'Link of the spreadsheet': [
          ['Link of the spreadsheet', link('frontdesk')],
          ['What now', 'again'],
        ],
      }),
      3,
    )
    await expect(setup(prompter, effects)).rejects.toThrow(SetupCancelled)
    expect(prompter.said.filter((text) => text.includes('is in the bin'))).toHaveLength(2)
  })

  it('takes a tab for what the person says, after trying it', async () => {
    const { google, project, effects } = await world()
    google.spreadsheet('office').rename('Expenses', 'Sheet1')
    google.spreadsheet('office').edit('Sheet1', 1, 1, 'Due date')
    const prompter = scriptedPrompter(
      answersWith({
        'Is that right': [
          ['Is that right', 'change'],
          ['Which tab', '1'],
          ['What does "Notes" hold', 'ignore'],
          ['Is that right', 'change'],
          ['Which tab', '2'],
          ['What does "Sheet1" hold', 'charges'],
          ['Which column holds service_date', 'none'],
          ['Is that right', 'yes'],
          ['cannot be read', false],
          ['Is that right', 'change'],
          ['Which tab', '2'],
          ['What does "Sheet1" hold', 'ignore'],
          ['Is that right', 'yes'],
        ],
      }),
    )
    expect(await setup(prompter, effects)).toBe(0)
    expect(prompter.said.join('\n')).toContain('charges needs service_date')
    const { tabs } = await readConfig(join(project, 'data', 'private', 'practice.yaml'))
    const secondTab = google.spreadsheet('frontdesk').tab('Notes').sheetId
    expect(tabs).toMatchObject([
      { spreadsheet: 'frontdesk', sheet_id: 0, dataset: 'appointments' },
      { spreadsheet: 'frontdesk', sheet_id: secondTab, tab: 'Notes', ignore: true },
      { spreadsheet: 'office', sheet_id: 0, tab: 'Sheet1', ignore: true },
    ])
  })

  it('goes on with a tab that cannot be read yet, does not pin it, and says that the dry run failed', async () => {
    const { google, project, effects } = await world()
    google.spreadsheet('office').edit('Expenses', 1, 4, 'Price')
    const prompter = scriptedPrompter(
      answersWith({
        'Is that right': [
          ['Is that right', 'yes'],
          ['cannot be read', true],
        ],
      }),
    )
    expect(await setup(prompter, effects)).toBe(1)
    expect(prompter.said).toContain('The dry run found something to mend (see above).')
    const { tabs } = await readConfig(join(project, 'data', 'private', 'practice.yaml'))
    expect(tabs).toMatchObject([{ spreadsheet: 'frontdesk', dataset: 'appointments' }])
  })

  it('marks a spreadsheet whose formulas fetch from elsewhere as volatile', async () => {
    const { google, project, effects } = await world()
    google.spreadsheet('office').edit('Expenses', 2, 3, { formula: '=IMPORTRANGE("x", "y")', value: 'Rent' })
    await setup(scriptedPrompter(plain), effects)
    const { sheets } = await readConfig(join(project, 'data', 'private', 'practice.yaml'))
    expect(sheets.spreadsheets.map((one) => one.volatile)).toEqual([false, true])
  })

  it.each([
    { what: 'is one of the sources', given: 'office', says: /must be a spreadsheet of its own/ },
    { what: 'is no link', given: 'https://example.com/x', says: /no link/ },
  ])('refuses a status workbook that $what', async ({ given, says }) => {
    const { effects } = await world()
    const text = given.startsWith('https') ? given : link(given)
    const prompter = scriptedPrompter(answersWith({ 'status workbook': [['status workbook', text]] }))
    await expect(setup(prompter, effects)).rejects.toThrow(says)
  })

  it('asks again for a status workbook that the account cannot write to', async () => {
    const { google, project, effects } = await world()
    google.spreadsheet('answers').access = 'reader'
    const prompter = scriptedPrompter(
      answersWith({
        'status workbook': [
          ['status workbook', link('answers')],
          ['status workbook', ''],
        ],
      }),
    )
    expect(await setup(prompter, effects)).toBe(0)
    expect(prompter.said.join('\n')).toContain('can be read, but not written to')
    const { sheets } = await readConfig(join(project, 'data', 'private', 'practice.yaml'))
    expect(sheets.status_workbook).toBeUndefined()
  })

  it('refuses a spreadsheet that is in the list already', async () => {
    const { effects } = await world()
    const prompter = scriptedPrompter(
      answersWith({ 'Link of another': [['Link of another', link('frontdesk')]] }),
    )
    await expect(setup(prompter, effects)).rejects.toThrow(/in the list already/)
  })
})
