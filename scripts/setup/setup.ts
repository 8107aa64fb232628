import { shownPath } from '../files/shownPath.ts'
import { onOneLine } from '../errors/onOneLine.ts'
import { isTimeZone } from '../private/config/isTimeZone.ts'
import { configText } from './configText.ts'
import type { DataPlace, Draft, ReviewedTab } from './draft.ts'
import { holdsData } from '../private/recognise/recognition.ts'
import { nextSteps, syncArguments, syncCommand } from './nextSteps.ts'
import type { Prompter } from './prompter.ts'
import type { SetupEffects } from './setupEffects.ts'
import { SetupCancelled } from './SetupCancelled.ts'
import { addFirstOwner } from './steps/addFirstOwner.ts'
import { askDestination } from './steps/askDestination.ts'
import { askFolder } from './steps/askFolder.ts'
import { askPractice } from './steps/askPractice.ts'
import { askSite } from './steps/askSite.ts'
import { askSpreadsheets } from './steps/askSpreadsheets.ts'
import { askStatusWorkbook } from './steps/askStatusWorkbook.ts'
import { confirmTabs } from './steps/confirmTabs.ts'
import { findCredentials } from './steps/findCredentials.ts'
import { verifyConfig } from './verifyConfig.ts'

const welcome = `This asks where your data is, looks at the first rows of every tab, and writes a config.
Then it makes a dry run: everything is read and checked, and nothing is published.
Nothing is written before you say so. Leave at any time with Ctrl-C.`

/**
 * The whole conversation, from the first question to the dry run and the first owner. Returns the dry run's exit code. Throws
 * `SetupCancelled` if the person leaves; nothing was written then.
 */
export async function setup(prompter: Prompter, effects: SetupEffects): Promise<number> {
  prompter.start('Practice Vitals: setup')
  prompter.tell('What happens now', welcome)
  const { from, tabs } = await askData(prompter, effects)
  const usualZone = from.kind === 'sheets' ? from.spreadsheets[0]?.timeZone : effects.timeZone
  const timeZone = usualZone !== undefined && isTimeZone(usualZone) ? usualZone : effects.timeZone
  const practice = await askPractice(prompter, { tabs, timeZone })
  const statusWorkbook =
    from.kind === 'sheets' ? await askStatusWorkbook(prompter, effects, from.spreadsheets) : null
  const site = await askSite(prompter)
  const path = await askDestination(prompter, effects)
  const draft: Draft = { from, tabs, ...practice, statusWorkbook, site }
  const text = configText(draft, tabs)
  await verifyConfig(text, tabs)
  prompter.tell('Summary', summaryOf(draft, tabs, shownPath(path, effects.project)))
  if (!(await prompter.confirm('Write the config and make a dry run?', true))) throw new SetupCancelled()
  await effects.write(path, text)
  prompter.good(`Written: ${shownPath(path, effects.project)}`)
  return dryRun(prompter, effects, { from, path })
}

async function askData(
  prompter: Prompter,
  effects: SetupEffects,
): Promise<{ from: DataPlace; tabs: ReviewedTab[] }> {
  const kind = await prompter.choose({
    question: 'Where is the data?',
    choices: [
      { value: 'sheets', label: 'In Google Sheets', hint: 'read by itself, on a schedule' },
      { value: 'folder', label: 'In a folder', hint: 'XLSX, XLS, ODS, CSV, TSV' },
    ],
  })
  if (kind === 'folder') {
    const { folder, peeks } = await askFolder(prompter, effects)
    return { from: { kind, folder }, tabs: await confirmTabs(prompter, peeks) }
  }
  await findCredentials(prompter, effects)
  const found = await askSpreadsheets(prompter, effects)
  const tabs = await confirmTabs(
    prompter,
    found.flatMap(({ peeks }) => peeks),
  )
  return { from: { kind, spreadsheets: found.map(({ spreadsheet }) => spreadsheet) }, tabs }
}

function summaryOf(draft: Draft, tabs: readonly ReviewedTab[], path: string): string {
  const { from, practiceName, timeZone, statusWorkbook, site } = draft
  const data = tabs.filter(({ recognition }) => holdsData(recognition)).length
  const place =
    from.kind === 'folder'
      ? from.folder
      : from.spreadsheets.map(({ title }) => `"${onOneLine(title)}"`).join(', ')
  return [
    `Data:             ${place} (${String(data)} of ${String(tabs.length)} tabs hold data)`,
    `Practice:         ${practiceName ?? 'as the settings tab has it'}, ${timeZone}`,
    ...(from.kind === 'sheets' ? [`Status workbook:  ${statusWorkbook === null ? 'none' : 'yes'}`] : []),
    `Site:             ${site}`,
    `Config:           ${path}`,
  ].join('\n')
}

async function dryRun(
  prompter: Prompter,
  effects: SetupEffects,
  { from, path }: { readonly from: DataPlace; readonly path: string },
): Promise<number> {
  prompter.tell('Dry run', 'Reading and checking everything; nothing is published.')
  const code = await effects.sync([...syncArguments(from, path), '--dry-run'])
  if (code === 0) prompter.good('The dry run went well.')
  else {
    prompter.trouble(
      'The dry run found something to mend (see above).',
      'The config is written; mend the tabs or the config, and run the dry run again.',
    )
  }
  const shown = shownPath(path, effects.project)
  const people = await addFirstOwner(prompter, effects, { path, sync: syncCommand(from, shown) })
  prompter.tell('What to do next', nextSteps(from, { config: shown, people }))
  prompter.end(code === 0 ? 'Done.' : 'Done, with something to mend.')
  return code
}
