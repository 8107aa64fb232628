import type { Account, Health } from '../../src/bundle/bundle.ts'
import { andMore, counted } from '../words/counted.ts'
import { dollars } from '../words/dollars.ts'
import { sentence } from './cells.ts'
import { cutText } from './safeText.ts'
import type { ControlFigure } from '../private/sources/checkControl.ts'
import type { StatusReport } from './statusReport.ts'
import type { StatusRow } from './statusSheet.ts'

const parts = ['included', 'quarantined', 'duplicates', 'blank', 'outOfScope'] as const
const names: Readonly<Record<(typeof parts)[number], string>> = {
  included: 'included',
  quarantined: 'rejected',
  duplicates: 'duplicate',
  blank: 'blank',
  outOfScope: 'not data (total rows, test patients and the like)',
}
const lineLimit = 100

/** Whether every row and every dollar that was read is accounted for, and what `_control` tabs say; in words. */
export function tieOutRows({ health, controls = [] }: StatusReport): StatusRow[] {
  const lines = [
    ...(health === null || health.tabs.length === 0 ? [] : [...rowLines(health), ...moneyLines(health)]),
    ...controlLines(controls),
  ]
  const wrong = lines.filter(({ ties }) => !ties)
  const right = lines.filter(({ ties }) => ties)
  const shown = [...wrong, ...right].slice(0, lineLimit)
  const rows = shown.flatMap(({ words, ties }) => sentence(words, ties ? 'good' : 'bad'))
  const hidden = wrong.length + right.length - shown.length
  return hidden > 0 ? [...rows, ...sentence(andMore(hidden, 'line'), 'note')] : rows
}

interface Line {
  readonly words: string
  readonly ties: boolean
}

function rowLines({ tabs }: Health): Line[] {
  const whole = (value: number) => value.toLocaleString('en-US')
  const lost = tabs.filter(({ rows }) => missing(rows) !== 0)
  return [
    {
      words: `Rows: ${equation(
        tabs.map(({ rows }) => rows),
        whole,
      )}`,
      ties: lost.length === 0,
    },
    ...lost.map(({ workbook, tab, rows }) => lostLine(workbook, tab, `${whole(missing(rows))} rows are`)),
  ]
}

/** Amounts as the ledger signs them; a tab whose amounts could not all be read says so. */
function moneyLines({ tabs }: Health): Line[] {
  const paid = tabs.flatMap(({ workbook, tab, cents }) => (cents === null ? [] : [{ workbook, tab, cents }]))
  if (paid.length === 0) return []
  const lost = paid.filter(({ cents }) => missing(cents) !== 0)
  const unreadable = paid.reduce((sum, { cents }) => sum + cents.unreadable, 0)
  const note = unreadable === 0 ? '' : `; amounts of ${counted(unreadable, 'row')} cannot be read`
  return [
    {
      words: `Money: ${equation(
        paid.map(({ cents }) => cents),
        dollars,
      )}${note}`,
      ties: lost.length === 0 && unreadable === 0,
    },
    ...lost.map(({ workbook, tab, cents }) => lostLine(workbook, tab, `${dollars(missing(cents))} is`)),
  ]
}

function lostLine(workbook: string, tab: string, what: string): Line {
  return {
    words: `${what} not accounted for in ${cutText(workbook, 200)}, tab ${cutText(tab, 200)}. Please report this; the numbers of that tab are in doubt.`,
    ties: false,
  }
}

function missing(account: Account): number {
  return account.read - parts.reduce((sum, part) => sum + account[part], 0)
}

function equation(accounts: readonly Account[], format: (value: number) => string): string {
  const total = (part: keyof Account) => accounts.reduce((sum, account) => sum + account[part], 0)
  const filled = parts.filter((part) => part === 'included' || total(part) !== 0)
  const sum = filled.map((part) => `${format(total(part))} ${names[part]}`).join(' + ')
  const ties = accounts.every((account) => missing(account) === 0)
  return `${format(total('read'))} read ${ties ? '=' : 'is not'} ${sum}`
}

/** One line for all of them: the template has some twenty, and one that does not tie refuses the run. */
function controlLines(controls: readonly ControlFigure[]): Line[] {
  const [first, ...others] = controls
  if (!first) return []
  if (others.length > 0) {
    const figures = `all ${controls.length.toLocaleString('en-US')} counts and sums`
    return [{ words: `Control: ${figures} are as the _control tab says`, ties: true }]
  }
  const { workbook, tab, measure, figure } = first
  const where = `${cutText(workbook, 200)}, tab ${cutText(tab, 200)}: ${measure}`
  const words = `Control: ${where}: ${figure.toLocaleString('en-US')}, as the _control tab says`
  return [{ words, ties: true }]
}
