import { describe, expect, it } from 'vitest'
import type { Row } from '../../../scripts/private/sources/source.ts'
import { parseConfig } from '../../../scripts/private/config/parseConfig.ts'
import { configText } from '../../../scripts/setup/configText.ts'
import { confirmTabs } from '../../../scripts/setup/steps/confirmTabs.ts'
import { verifyConfig } from '../../../scripts/setup/verifyConfig.ts'
import { memorySource } from '../../helpers/memorySource.ts'
import { peekTabs } from '../../../scripts/private/recognise/peekTabs.ts'
import { scriptedPrompter } from './scriptedPrompter.ts'

const rows: Row[] = [
  ['Monthly export'],
  ['Nr', 'Tag', 'Gebucht', 'Wer', 'Betrag'],
  ...['1', '2', '3'].map((id): Row => [`C${id}`, '1/5/2024', '1/6/2024', 'Secret Name', '120.00']),
]

async function peeks() {
  return peekTabs(await memorySource([{ name: 'Sheet1', rows }]).tabs())
}

describe('a tab whose headers nobody knows', () => {
  it('is read as the person says, the columns that fit offered first, and the config has it so', async () => {
    const prompter = scriptedPrompter([
      ['Is that right', 'change'],
      ['Which tab', '0'],
      ['What does', 'charges'],
      ['Which column holds service_date', '1'],
      ['Which column holds post_date', '2'],
      ['Which column holds charge_amount', '4'],
      ['Is that right', 'yes'],
    ])
    const tabs = await confirmTabs(prompter, await peeks())
    const said = prompter.said.join('\n')
    expect(said).toContain('dates; 3 of 3 cells fit')
    expect(said).toContain('amounts; 3 of 3 cells fit')
    expect(said).not.toContain('Secret')
    const draft = {
      from: { kind: 'folder' as const, folder: 'exports' },
      tabs,
      practiceName: 'Two Rivers',
      timeZone: 'America/Chicago',
      statusWorkbook: null,
      site: 'https://numbers.tworivers.example/',
    }
    const text = configText(draft, tabs)
    await verifyConfig(text, tabs)
    expect(parseConfig(text, 'test').tabs).toMatchObject([
      {
        dataset: 'charges',
        header_row: 2,
        columns: { service_date: 'Tag', post_date: 'Gebucht', charge_amount: 'Betrag' },
        confirmed: ['Nr', 'Tag', 'Gebucht', 'Wer', 'Betrag'],
      },
    ])
  })
})
