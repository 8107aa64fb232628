import type { Dimension } from '../../../src/cubes/cube.ts'
import type { BillingLines } from '../ledger/ledger.ts'
import type { AuditMemory } from './AuditMemory.ts'
import type { AskedMoney, Finding, SumName } from './auditReport.ts'
import { finding, isShown, type FactAudit } from './factAudit.ts'
import { lineClasses } from './lineClasses.ts'
import { linePartings } from './linePartings.ts'
import { lineSpan, type SparseSum } from './lineSpan.ts'
import { lineFacts, lineSums, type LineSum } from './lineSums.ts'
import { withoutParts } from './paymentParts.ts'
import { publishingRule } from './publishingRule.ts'
import { toldGroups } from './toldGroups.ts'

const dimensions = [
  'adjustment_category',
  'location',
  'payer',
  'provider',
] as const satisfies readonly Dimension[]

/** Classes of lines up to which all tables are asked together. */
const mostOfAll = 3_000

/** Steps of taking sums apart beyond which nothing is asked. */
const mostWork = 1e9

/** What money of several facts tells together. */
export interface LinesCheck {
  readonly findings: readonly Finding[]
  readonly asked: AskedMoney
}

/**
 * The published sums of money of charges, payments, adjustments, balances and production together: whether a sum over
 * lines of few people follows from them exactly. Of the sums that tell one, the one that matters least is named to be
 * merged. Of the whole practice it is always asked; of tables by a dimension, and of all together, where it can be
 * in seconds. Parts of payments are asked about once all else tells nothing: so they cost nothing that tells nothing without them.
 */
export function checkLines(
  audits: ReadonlyMap<string, FactAudit>,
  lines: BillingLines,
  memory: AuditMemory,
): LinesCheck {
  const own = lineFacts.flatMap((name) => audits.get(name) ?? [])
  const shown = (some: readonly FactAudit[]): string =>
    some.flatMap(({ slices }) => slices.map(({ text }) => text)).join('\n')
  const all = (): LinesCheck =>
    memory.recall('lines', [lines, shown(own)], () => askLines(own, { lines, memory, name: 'lines' }))
  if (lines.part.every((part) => part === 0)) return all()
  const older = own.map((audit) => withoutParts(audit))
  const bare = memory.recall('bare lines', [lines], () => ({ ...lines, part: lines.part.map(() => 0) }))
  const first = memory.recall('older lines', [lines, shown(older)], () =>
    askLines(older, { lines: bare, memory, name: 'bare lines' }),
  )
  if (first.findings.length > 0) return first
  const { findings, asked } = all()
  const without = [...new Set([...first.asked.without, ...asked.without])].sort()
  return { findings, asked: { isTogether: first.asked.isTogether && asked.isTogether, without } }
}

function askLines(own: readonly FactAudit[], kept: Pick<Part, 'lines' | 'memory' | 'name'>): LinesCheck {
  const all = checkPart(own, { by: dimensions, ...kept, isSmall: true })
  if (all !== null) return { findings: all, asked: { isTogether: true, without: [] } }
  const without: Dimension[] = []
  let findings = checkPart(own, { by: [], ...kept, isAlways: true }) ?? []
  for (const name of dimensions) {
    if (findings.length > 0) break
    const found = checkPart(own, { by: [name], ...kept })
    if (found === null) without.push(name)
    else findings = found
  }
  return { findings, asked: { isTogether: false, without } }
}

interface Part {
  readonly by: readonly Dimension[]
  readonly lines: BillingLines
  readonly memory: AuditMemory
  /** Under which the lines are remembered. */
  readonly name: string
  /** Whether it is asked of small practices only. */
  readonly isSmall?: true
  /** Whether it is asked however long it takes. */
  readonly isAlways?: true
}

/** What the tables of some dimensions tell; null where that takes too long. */
function checkPart(
  audits: readonly FactAudit[],
  { by, lines, memory, name, isSmall, isAlways }: Part,
): Finding[] | null {
  const classes = memory.recall(`${name} by ${by.join()}`, [lines], () => lineClasses(lines, by))
  if (isSmall && classes.count > mostOfAll) return null
  const asked = audits.map((audit) => ({ audit, ...lineSums(audit, classes) }))
  const wrong = asked.flatMap(({ audit, unequal }) =>
    unequal.map((sum) => finding(audit.fact, 'value', { sum })),
  )
  if (wrong.length > 0) return wrong
  const sums = asked
    .flatMap(({ audit, sums: own }) => own.map((sum) => ({ ...sum, audit })))
    .toSorted(byWeight)
  const span = lineSpan(steps(sums), classes.count, isAlways ? Infinity : mostWork)
  if (span === null) return null
  const partings = memory.recall(`partings of ${name} by ${by.join()}`, [classes], () =>
    linePartings(classes),
  )
  const groups = toldGroups(classes, partings, {
    vectors: span.vectors,
    least: publishingRule('patient').least,
  })
  const merges = sums.map(mergeOf)
  const telling = tellingOf(
    groups.map((group) => span.behind(group) ?? []),
    (place) => merges[place] !== null,
  )
  const equal = withEquals(sums, telling).filter((place) => merges[place] !== null)
  return [...new Set([...telling, ...equal])].flatMap((place) => {
    const { sum, audit } = sums[place] ?? {}
    return sum === undefined || audit === undefined
      ? []
      : [finding(audit.fact, 'between_facts', { sum, merge: merges[place] ?? null })]
  })
}

/**
 * For each group the last of the sums that it follows from that can be merged, unless it needs one that is named
 * already.
 */
function tellingOf(behind: readonly (readonly number[])[], canMerge: (place: number) => boolean): number[] {
  const lastOf = (places: readonly number[]): number => Math.max(-1, ...places)
  const named = new Set<number>()
  for (const places of behind.toSorted((a, b) => lastOf(a) - lastOf(b))) {
    if (places.some((place) => named.has(place))) continue
    const able = places.filter(canMerge)
    named.add(lastOf(able.length > 0 ? able : places))
  }
  return [...named]
}

/**
 * Places in a list of sums, and all others of the same lines: a balance that stands unchanged for years would take a
 * round for each month end otherwise.
 */
function withEquals(sums: readonly SparseSum[], places: readonly number[]): number[] {
  const text = (place: number): string => {
    const { columns = [], factors = [] } = sums[place] ?? {}
    return `${columns.join()} ${factors.join()}`
  }
  const lengths = new Set(places.map((place) => sums[place]?.columns.length))
  const texts = new Set(places.map(text))
  return [...sums.keys()].filter(
    (place) => lengths.has(sums[place]?.columns.length) && texts.has(text(place)),
  )
}

/** Balances as what they changed since the month before, where that is known too: few lines, and the same answers. */
function steps(sums: readonly AuditedSum[]): SparseSum[] {
  const last = new Map<string, LineSum>()
  return sums.map((one) => {
    const { sum, audit } = one
    if (audit.fact.name !== 'receivables' || sum.isOther) return one
    const key = [sum.table, sum.measure, ...sum.values].join('|')
    const before = last.get(key)
    last.set(key, one)
    if (before === undefined) return one
    return less(one, before)
  })
}

/** One sum less another; both list their columns in order. */
function less(more: SparseSum, fewer: SparseSum): SparseSum {
  const columns: number[] = []
  const factors: number[] = []
  let at = 0
  const take = (column: number, factor: number): void => {
    if (factor === 0) return
    columns.push(column)
    factors.push(factor)
  }
  for (let place = 0; place < more.columns.length; place += 1) {
    const column = more.columns[place] ?? 0
    for (; (fewer.columns[at] ?? Infinity) < column; at += 1)
      take(fewer.columns[at] ?? 0, -(fewer.factors[at] ?? 0))
    const isBoth = fewer.columns[at] === column
    take(column, (more.factors[place] ?? 0) - (isBoth ? (fewer.factors[at] ?? 0) : 0))
    if (isBoth) at += 1
  }
  for (; at < fewer.columns.length; at += 1) take(fewer.columns[at] ?? 0, -(fewer.factors[at] ?? 0))
  return { columns, factors }
}

type AuditedSum = LineSum & { readonly audit: FactAudit }

/**
 * What an owner looks for first comes first, and what gives way last: the practice's own sums, then what is old of its balances, then sums by a
 * dimension, which lose least when one joins the others; of each flows before balances, months before quarters.
 */
function byWeight(a: AuditedSum, b: AuditedSum): number {
  const weight = ({ audit, sum, slice }: AuditedSum): number[] => [
    // Of what gives way the parts of payments do first: the ages of `production` were there before them.
    audit.fact.measures[sum.measure]?.givesWay === true ? 1 + Number(audit.fact.name === 'transactions') : 0,
    slice.cut.some((name) => name !== 'age_bucket') ? 2 : slice.cut.length,
    lineFacts.findIndex((name) => name === audit.fact.name),
    Number(sum.measure !== 'balance_cents'),
    slice.cut.length,
    sum.months,
    Number(!sum.isOther),
  ]
  const [ours, theirs] = [weight(a), weight(b)]
  const at = ours.findIndex((one, index) => one !== theirs[index])
  return at < 0 ? 0 : (ours[at] ?? 0) - (theirs[at] ?? 0)
}

/** The sum itself, or what can join it where it is what is merged with each other; a sum of nobody cannot be merged. */
function mergeOf({ sum, slice }: LineSum): SumName | null {
  const able = (sum.isOther ? slice.sums : [sum]).filter((one) => isShown(one) && !one.isNobodys)
  return able.toSorted((a, b) => a.cells.length - b.cells.length)[0] ?? null
}
