import { spreadsheetLink } from '../google/spreadsheetLink.ts'
import { andMore, counted } from '../words/counted.ts'
import { count, linked, sentence, text } from './cells.ts'
import { cutText } from './safeText.ts'
import { dateInWords, momentInWords, monthInWords } from './momentInWords.ts'
import { readRows } from './readRows.ts'
import { finishedInWords } from './runInWords.ts'
import type { StatusReport } from './statusReport.ts'
import type { Look, StatusRow, StatusSheet } from './statusSheet.ts'
import { tieOutRows } from './tieOutRows.ts'

const problemLimit = 50
const warningLimit = 100
/** A message of ours is never longer; a name from a spreadsheet within it may be. */
const messageLimit = 2000

/** What a manager reads in ten seconds: the outcome, what to do, what was read and whether it adds up. */
export function statusTab(report: StatusReport): StatusSheet {
  const title: StatusRow = [text(`Practice Vitals: ${report.practice?.name ?? 'status'}`, 'title')]
  const [outcome, look] = outcomeInWords(report)
  return {
    id: 'status',
    title: 'Status',
    widths: [240, 190, 130, 90, 90, 90, 90, 90, 90, 90, 100, 130, 130, 130],
    frozenRows: 2,
    rows: [
      title,
      [text(outcome, look)],
      ...factRows(report),
      ...problemRows(report),
      ...todoRows(report),
      ...section('Does it add up', tieOutRows(report)),
      ...section('Spreadsheets', spreadsheetRows(report)),
      ...section('What was read', readRows(report)),
      ...section('Good to know', warningRows(report)),
    ],
    onlyIfThere: false,
  }
}

function outcomeInWords(report: StatusReport): [string, Look] {
  const { run, spreadsheets } = report
  const finished = finishedInWords(report)
  const older = spreadsheets.filter(({ state }) => state === 'unavailable').length
  switch (run.outcome) {
    case 'published': {
      if (run.dry) return [`Dry run on ${finished}: everything was checked, nothing was published`, 'watch']
      if (older === 0) return [`Published on ${finished}`, 'good']
      return [`Published on ${finished}, with older data of ${counted(older, 'spreadsheet')}`, 'watch']
    }
    case 'unchanged':
      if (older === 0) return [`Unchanged on ${finished}: what was published before is up to date`, 'good']
      return [`Unchanged on ${finished}, but ${counted(older, 'spreadsheet')} could not be read`, 'watch']
    case 'refused':
      return ['Refused: nothing was published; the last good data stays', 'bad']
  }
}

function factRows(report: StatusReport): StatusRow[] {
  const { run, practice } = report
  const facts = [
    run.outcome === 'refused' ? `Tried on ${finishedInWords(report)}.` : '',
    practice === null
      ? ''
      : `Data as of ${dateInWords(practice.asOf)}: ${monthInWords(practice.months.first)} to ${monthInWords(practice.months.last)}.`,
  ]
  return facts.filter((fact) => fact !== '').flatMap((fact) => sentence(fact))
}

function problemRows({ problems }: StatusReport): StatusRow[] {
  const rows = problems
    .slice(0, problemLimit)
    .flatMap(({ message, hint }, index) => [
      ...sentence(`${index + 1}. ${cutText(message, messageLimit)}`, 'bad'),
      ...sentence(`What to do: ${cutText(hint, messageLimit)}`),
    ])
  return section('What is wrong, and what to do', [
    ...rows,
    ...more(problems.length - problemLimit, 'problem'),
  ])
}

/** What waits in the other tabs. */
function todoRows(report: StatusReport): StatusRow[] {
  const { health, rejects, unmapped, worklists } = report
  const checked = health !== null || rejects.length > 0 || unmapped.length > 0
  if (!checked) {
    const kept = 'The other tabs were left as they were; each says at its top of which run it is.'
    return section('To do', sentence(kept))
  }
  const rejected = new Set(rejects.map(({ workbook, tab, row }) => JSON.stringify([workbook, tab, row]))).size
  const lines: (readonly [number, string])[] = [
    [rejected, 'Rejected rows: correct them in their spreadsheets'],
    [unmapped.length, 'Unmapped values: say what they mean'],
    ...worklists.map(({ total, title }) => [total, title] as const),
  ]
  return section(
    'To do',
    lines.map(([number, words]) => [text(words), null, null, count(number, number === 0 ? 'good' : 'watch')]),
  )
}

function spreadsheetRows({ spreadsheets, practice, timeZone }: StatusReport): StatusRow[] {
  const zone = practice?.timeZone ?? timeZone ?? 'UTC'
  return spreadsheets.flatMap(({ id, title, state, readAt, problem }): StatusRow[] => {
    const name = linked(cutText(title, 200), spreadsheetLink(id))
    const at = momentInWords(readAt, zone)
    if (state === 'read') return [[name, text(`Read on ${at}`)]]
    if (state === 'unchanged') return [[name, text(`Unchanged since it was read on ${at}`)]]
    const why = problem === null ? [] : [problem.message, `What to do: ${problem.hint}`]
    return [
      [name, text(`Not available now: its data is from ${at}`, 'bad')],
      ...why.flatMap((words) => sentence(cutText(words, messageLimit))).map((row) => [null, ...row]),
    ]
  })
}

function warningRows({ health, run, requests, ...report }: StatusReport): StatusRow[] {
  const warnings = health?.warnings ?? []
  const zone = report.practice?.timeZone ?? report.timeZone ?? 'UTC'
  const { sheetsReads, sheetsWrites, driveReads } = requests
  return [
    ...warnings.slice(0, warningLimit).flatMap((warning) => sentence(cutText(warning, messageLimit))),
    ...more(warnings.length - warningLimit, 'note'),
    ...sentence(
      `The run started on ${momentInWords(run.started, zone)}. It sent ${counted(sheetsReads + sheetsWrites, 'request')} to Google Sheets and ${counted(driveReads, 'request')} to Google Drive.`,
      'note',
    ),
  ]
}

/** A heading with its rows, a blank row before it; nothing without rows. */
function section(heading: string, rows: readonly StatusRow[]): StatusRow[] {
  return rows.length === 0 ? [] : [[], [text(heading, 'heading')], ...rows]
}

function more(number: number, what: string): StatusRow[] {
  return number > 0 ? [[text(andMore(number, what), 'note')]] : []
}
