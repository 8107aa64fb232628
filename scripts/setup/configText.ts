import { Document, type YAMLMap, type YAMLSeq } from 'yaml'
import { onOneLine } from '../errors/onOneLine.ts'
import { spreadsheetLink } from '../google/spreadsheetLink.ts'
import type { Draft, ReviewedTab } from './draft.ts'
import { choicesToPin, confirmedHeaders, heldOf, placeOf } from './pinsOf.ts'

const head = ` Configuration of Practice Vitals, written by npm run setup. Change it by hand as you like;
 every key is explained in scripts/private/config/example.yaml. Check it with:
   npm run doctor -- --config <this file>`

/** The config as YAML with comments. Holds links, names of tabs and of the practice, and no cell's value. */
export function configText(draft: Draft, tabs: readonly ReviewedTab[]): string {
  const document = new Document({
    practice: {
      ...(draft.practiceName === null ? {} : { name: draft.practiceName }),
      time_zone: draft.timeZone,
    },
    ...sheetsSection(draft),
    sharing: { site: draft.site },
    ...tabsSection(tabs),
  })
  document.commentBefore = head
  comment(document, ['practice'], ' Name and time zone of the practice; they win over the settings tab.')
  comment(document, ['sheets'], ' Google Sheets. Share each spreadsheet with the account as Viewer.')
  nameSpreadsheets(document, draft)
  const status = ' Written to after every run, and never read: share it with the account as Editor.'
  comment(document, ['sheets', 'status_workbook'], status)
  comment(
    document,
    ['sharing'],
    ' Who may open the numbers is in readers.yaml beside this file: npm run share writes it.',
  )
  comment(document, ['sharing', 'site'], " What people's links begin with.")
  const pins =
    ' What the tabs hold. A tab that is not named here is recognised by its name and headers. `confirmed` are the headers\n as they were: a column that is read and goes is refused, one that comes is told.' +
    (draft.from.kind === 'sheets'
      ? '\n sheet_id is the number behind gid= in the address of the tab; it survives a renaming.'
      : '')
  comment(document, ['tabs'], pins)
  return document.toString({ lineWidth: 0 })
}

function sheetsSection({ from, statusWorkbook }: Draft) {
  if (from.kind === 'folder') return {}
  const spreadsheets = from.spreadsheets.map(({ id, volatile }) => ({
    link: spreadsheetLink(id),
    ...(volatile ? { volatile } : {}),
  }))
  const status = statusWorkbook === null ? {} : { status_workbook: spreadsheetLink(statusWorkbook) }
  const detection = from.spreadsheets.every(({ watched }) => watched) ? {} : { change_detection: false }
  return { sheets: { spreadsheets, ...status, ...detection } }
}

function tabsSection(tabs: readonly ReviewedTab[]) {
  const pins = choicesToPin(tabs).flatMap((tab) => {
    const { peek, choice, headerRow } = tab
    if (choice === 'automatic') return []
    const row = headerRow === undefined ? {} : { header_row: headerRow }
    return [
      {
        ...placeOf(peek.tab),
        ...heldOf(choice),
        ...row,
        ...(choice === 'ignore' ? {} : confirmedHeaders(tab)),
      },
    ]
  })
  return pins.length === 0 ? {} : { tabs: pins }
}

/** A comment above a key that may not be there. */
function comment(document: Document, path: readonly string[], text: string): void {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  const pair = (parent as YAMLMap | undefined)?.items.find((item) => String(item.key) === path.at(-1))
  const key = pair?.key
  if (!isCommented(key)) return
  key.commentBefore = text
  if (path.length === 1 && path[0] !== 'practice') key.spaceBefore = true
}

function isCommented(key: unknown): key is { commentBefore?: string; spaceBefore?: boolean } {
  return typeof key === 'object' && key !== null
}

/** The title of every spreadsheet above its link, which tells nobody anything. */
function nameSpreadsheets(document: Document, { from }: Draft): void {
  if (from.kind === 'folder') return
  const list = document.getIn(['sheets', 'spreadsheets'], true) as YAMLSeq<{ commentBefore?: string }>
  for (const [index, { title }] of from.spreadsheets.entries()) {
    const item = list.items[index]
    if (item) item.commentBefore = ` ${onOneLine(title).replace(/\s+/g, ' ')}`
  }
}
