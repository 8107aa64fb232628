import type {
  AskedMoney,
  AuditReport,
  AuditRule,
  Finding,
  SmallestGroup,
  SumName,
  TotalLine,
} from './auditReport.ts'

const mostFindings = 40

const meanings: Readonly<Record<AuditRule, string>> = {
  schema: 'is not as declared',
  value: 'is not what the rows behind it add up to',
  people: 'is of fewer people than may be shown',
  dominance: 'is mostly one or two people’s',
  merged: 'stands for one value alone',
  total: 'does not add up to the control total',
  whole: 'adds up to a total that is withheld',
  open_period: 'splits a month or quarter that has not ended',
  leftover: 'less its other published parts leaves a small group',
  nested: 'less a published group inside it leaves a small group',
  rank: 'follows for a small group from several published sums',
  roll_forward: 'and another balance tell a withheld sum of a small group',
  change: 'and that of another month end tell a change of a small group',
  telling: 'tells a merged sum beside it, by a rate that people know',
  month_edges: 'tells, with sums by another date, a small group at the edge of its months',
  between_facts: 'tells, with sums of other facts, a small group',
  follows: 'is shown although a sum that it follows is merged',
}

/**
 * The audit as a page of plain text to print and keep. It names tables, periods and values, never an
 * amount, and of groups that are too small not their size.
 */
export function formatAudit(report: AuditReport, edition: 'owners' | 'viewers' = 'owners'): string {
  const { asOf, cellsChecked, merged, withheld, smallest, findings } = report
  const number = (value: number): string => value.toLocaleString('en-US')
  const group = (one: SmallestGroup | null, what: string): string =>
    one ? `${number(one.people)} ${what} (${one.table}, ${one.measure})` : 'none shown'
  const verdict =
    findings.length === 0 ? 'Nothing found: may be published.' : 'FAILED: nothing may be published.'
  return [
    'DISCLOSURE AUDIT',
    '',
    `For                  ${edition}`,
    `Rows up to           ${asOf}`,
    `Result               ${verdict}`,
    `Sums checked         ${number(cellsChecked)}`,
    `Sums merged          ${number(merged)}`,
    `Totals shown nowhere ${number(withheld)}`,
    `Fewest patients      ${group(smallest.patient, 'patients')}`,
    `Fewest staff         ${group(smallest.employee, 'people on the payroll')}`,
    `Money of all tables  ${moneyLine(report.money)}`,
    '',
    'CONTROL TOTALS (published = recomputed, by month and quarter)',
    '',
    ...totalLines(report.totals),
    ...findingLines(findings),
    '',
  ].join('\n')
}

function moneyLine(money: AskedMoney | null): string {
  if (money === null) return 'not asked'
  if (money.isTogether) return 'solved together'
  const without = money.without.length > 0 ? `, but not by ${money.without.join(', ')}: too many lines` : ''
  return `solved for the practice, and by one dimension at a time${without}`
}

function totalLines(totals: readonly TotalLine[]): string[] {
  const groups = Map.groupBy(totals, ({ fact, measure }) => `${fact}.${measure}`)
  const width = Math.max(0, ...[...groups.keys()].map((name) => name.length))
  return [...groups].map(([name, lines]) => {
    const count = (state: TotalLine['state']): string =>
      String(lines.filter((line) => line.state === state).length).padStart(4)
    return `${name.padEnd(width)} ${count('ties')} tie ${count('withheld')} withheld ${count('differs')} differ`
  })
}

function findingLines(findings: readonly Finding[]): string[] {
  if (findings.length === 0) return []
  const more = findings.length - mostFindings
  return [
    '',
    'FINDINGS',
    '',
    ...findings.slice(0, mostFindings).map((found) => {
      const less = found.less === null ? '' : ` (less ${place(found.less)})`
      return `${place(found)} ${meanings[found.rule]}${less}.`
    }),
    ...(more > 0 ? [`… and ${String(more)} more.`] : []),
  ]
}

function place({ table, measure, month, months, values }: SumName): string {
  const period = months === 3 ? `quarter from ${month}` : month
  return [table, measure, period, ...values.map(String)].filter((text) => text !== '').join(', ')
}
