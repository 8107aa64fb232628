import { onOneLine } from '../../errors/onOneLine.ts'
import { contracts } from '../../private/contracts/contracts.ts'
import { datasets } from '../../private/contracts/dataset.ts'
import { isPresetId, presets } from '../../private/presets/presets.ts'
import type { TabPeek } from '../../private/recognise/recogniseTab.ts'
import { holdsData } from '../../private/recognise/recognition.ts'
import { isOwnFile } from '../../private/recognise/tabLabel.ts'
import { describeTab } from '../describeTab.ts'
import type { Choice, DraftTab, ReviewedTab } from '../draft.ts'
import { askColumns } from './askColumns.ts'
import type { Prompter } from '../prompter.ts'
import { reviewTabs } from '../reviewTabs.ts'

/** Shows what every tab was recognised as, and lets the person say otherwise until all is as they want it. */
export async function confirmTabs(prompter: Prompter, peeks: readonly TabPeek[]): Promise<ReviewedTab[]> {
  let tabs: DraftTab[] = peeks.map((peek) => ({ peek, choice: 'automatic' }))
  for (;;) {
    const reviewed = await reviewTabs(tabs)
    show(prompter, reviewed)
    const next = await prompter.choose({
      question: 'Is that right?',
      choices: [
        { value: 'yes', label: 'Yes, go on' },
        { value: 'change', label: 'Change what a tab holds' },
      ],
      initial: reviewed.some(isRefused) ? 'change' : 'yes',
    })
    if (next === 'yes' && (await mayGoOn(prompter, reviewed))) return reviewed
    if (next === 'change') tabs = await changeOne(prompter, reviewed)
  }
}

function show(prompter: Prompter, tabs: readonly ReviewedTab[]): void {
  const groups = Map.groupBy(tabs, ({ peek }) => (isOwnFile(peek.tab) ? '' : peek.tab.workbook))
  const width = Math.min(36, Math.max(0, ...tabs.map(({ peek }) => nameOf(peek).length)))
  for (const [workbook, members] of groups) {
    const lines = members.map((tab) => `${mark(tab)} ${nameOf(tab.peek).padEnd(width)}  ${describeTab(tab)}`)
    prompter.tell(
      workbook === '' ? 'What the files hold' : `What the tabs of "${onOneLine(workbook)}" hold`,
      lines.join('\n'),
    )
  }
  for (const { recognition } of tabs) {
    if (recognition.kind !== 'refused') continue
    for (const { message, hint } of recognition.errors) prompter.trouble(message, hint)
  }
}

function mark({ recognition }: ReviewedTab): string {
  if (recognition.kind === 'refused') return '!'
  return holdsData(recognition) ? '✓' : '·'
}

function nameOf({ tab }: TabPeek): string {
  return onOneLine(isOwnFile(tab) ? tab.workbook : tab.name)
}

function isRefused({ recognition }: ReviewedTab): boolean {
  return recognition.kind === 'refused'
}

/** A tab that cannot be read stops every sync, and nothing recognised gives nothing to sync. */
async function mayGoOn(prompter: Prompter, tabs: readonly ReviewedTab[]): Promise<boolean> {
  const refused = tabs.filter(isRefused).length
  if (refused > 0) {
    const what = refused === 1 ? 'One tab cannot' : `${String(refused)} tabs cannot`
    const question = `${what} be read as they are, and a sync would be refused. Go on, and mend that afterwards?`
    return prompter.confirm(question, false)
  }
  if (tabs.some(({ recognition }) => holdsData(recognition))) return true
  return prompter.confirm('No tab holds data that the dashboard knows. Go on all the same?', false)
}

async function changeOne(prompter: Prompter, tabs: readonly ReviewedTab[]): Promise<DraftTab[]> {
  const index = await prompter.choose({
    question: 'Which tab?',
    choices: tabs.map((tab, order) => ({
      value: String(order),
      label: nameOf(tab.peek),
      hint: describeTab(tab),
    })),
    initial: String(Math.max(0, tabs.findIndex(isRefused))),
  })
  const tab = tabs[Number(index)]
  if (!tab) throw new Error(`unknown tab: ${index}`)
  const choice = await prompter.choose<Choice>({
    question: `What does "${nameOf(tab.peek)}" hold?`,
    choices: [
      { value: 'automatic', label: 'Recognise it by name and headers' },
      { value: 'ignore', label: 'Leave it alone', hint: 'no data' },
      ...presets.map(({ id, system, report }) => ({ value: id, label: system, hint: report })),
      ...datasets.map((dataset) => ({ value: dataset, label: dataset, hint: contracts[dataset].grain })),
    ],
    initial: tab.choice,
  })
  const isDataset = choice !== 'automatic' && choice !== 'ignore' && !isPresetId(choice)
  const said = isDataset ? await askColumns(prompter, tab.peek, choice) : {}
  return tabs.map((one, order) => {
    const { columns, headerRow } = one
    const before = { ...(columns ? { columns } : {}), ...(headerRow === undefined ? {} : { headerRow }) }
    if (String(order) === index) return { peek: one.peek, choice, ...said }
    return { peek: one.peek, choice: one.choice, ...before }
  })
}
