import { readFileSync } from 'node:fs'
import { sitePages } from '../../src/layouts/sitePages.ts'

/** A part of an answer that a page of the site shows. */
export interface Place {
  readonly kind: 'tile' | 'chart' | 'why' | 'section' | 'table' | 'explore' | 'freshness'
  /** Exactly as the page has it; '' for how fresh the data is. */
  readonly title: string
  /** Relative to the site's root, its state included. */
  readonly address: string
}

/** A question of the table, with what answers it and what is still missing. */
export interface Question {
  /** `owner 1` … `manager 25`. */
  readonly id: string
  readonly text: string
  readonly kpis: readonly string[]
  readonly places: readonly Place[]
  /** Titles of tabs of the status workbook. */
  readonly worklists: readonly string[]
  /** Tabs that nothing reads yet. */
  readonly waits: readonly string[]
  /** What could be answered, and is not. */
  readonly open: readonly string[]
}

const file = new URL('../../src/dashboards/questions.md', import.meta.url)
const place = /^(tile|chart|why|section|table|explore) "([^"]+)" on ([A-Z][a-z ]+?)(?: at `(\?[^`]+)`)?$/

/** The questions of `src/dashboards/questions.md`, in its order. Throws where a line is not written as it says. */
export function readQuestions(): Question[] {
  const chapters = readFileSync(file, 'utf8').split(/^## /m).slice(1)
  return chapters.flatMap((chapter) => {
    const [heading = '', ...lines] = chapter.split('\n')
    const rows = lines.filter((line) => line.startsWith('|')).slice(2)
    return rows.map((line) => parseRow(heading === 'Owners' ? 'owner' : 'manager', line))
  })
}

function parseRow(who: string, line: string): Question {
  const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim())
  const [, number = '', text = '', where = '', kpis = ''] = cells
  const id = `${who} ${number}`
  if (cells.length !== 6) throw new Error(`${id}: a row has four cells`)
  const parts = where.split('<br>')
  const after = (start: string) =>
    parts.filter((part) => part.startsWith(start)).map((part) => part.slice(start.length))
  const known = /^(waits: |open: |worklist ")/
  return {
    id,
    text,
    kpis: kpis === '' ? [] : kpis.split(', '),
    places: parts.filter((part) => !known.test(part)).map((part) => parsePlace(id, part)),
    worklists: after('worklist ').map((title) => title.replaceAll('"', '')),
    // What stands in parentheses are columns.
    waits: after('waits: ').flatMap((tabs) => tabs.replaceAll(/ \([^)]*\)/g, '').split(', ')),
    open: after('open: '),
  }
}

function parsePlace(id: string, part: string): Place {
  const fresh = /^freshness on ([A-Z][a-z ]+)$/.exec(part)
  if (fresh) return { kind: 'freshness', title: '', address: addressOf(id, fresh[1]) }
  const [, kind, title = '', page, state = ''] = place.exec(part) ?? []
  if (kind === undefined) throw new Error(`${id}: not written as the table says: ${part}`)
  return { kind: kind as Place['kind'], title, address: `${addressOf(id, page)}${state}` }
}

function addressOf(id: string, title: string | undefined): string {
  const page = sitePages.find((each) => each.title === title)
  if (!page) throw new Error(`${id}: no such page: ${title ?? ''}`)
  return page.path
}
