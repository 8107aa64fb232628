import type { CubeTable, Dimension, Fact } from '../../../src/cubes/cube.ts'
import { facts } from '../../../src/cubes/facts.ts'
import type { BillingLines, PersonRows, TwoDatedRows } from '../ledger/ledger.ts'
import { AuditMemory } from './AuditMemory.ts'
import type { AuditReport, Finding, SmallestGroup } from './auditReport.ts'
import { checkClaimEdges, claimEdgeFacts } from './checkClaimEdges.ts'
import { checkFollowers } from './checkFollowers.ts'
import { checkLines } from './checkLines.ts'
import { checkMonthEdges } from './checkMonthEdges.ts'
import { checkPanel } from './checkPanel.ts'
import { checkQuarters, type QuarterCheck } from './checkQuarters.ts'
import { checkRollForward, rolledFacts } from './checkRollForward.ts'
import { checkSameVisits, visitFacts } from './checkSameVisits.ts'
import { checkSchema, type Vocabulary } from './checkSchema.ts'
import { checkStockChanges } from './checkStockChanges.ts'
import { checkTelling } from './checkTelling.ts'
import { edgeFacts } from './datedSums.ts'
import { factAudit, finding, type FactAudit } from './factAudit.ts'
import { fineCells } from './fineCells.ts'
import { layersOf } from './layer.ts'
import { publishedSums } from './publishedSums.ts'

/** What an audit has to know besides the tables. */
export interface AuditOptions {
  /** Civil date up to which rows count. */
  readonly asOf: string
  /** The texts that may be published. */
  readonly vocabulary: Vocabulary
  /** What may be published; all declared facts unless a test has its own. */
  readonly facts?: readonly Fact[]
  /** The rows that two facts date otherwise; null compares no sums by two dates, for tests of other laws. */
  readonly twoDates: TwoDatedRows | null
  /** The lines behind all sums of money; null asks nothing of facts together, for tests of other laws. */
  readonly lines: BillingLines | null
  /** What an audit of other tables with the same people and options left. */
  readonly memory?: AuditMemory
}

/**
 * Checks written tables against the rows of people behind them, by ways of its own: it shares no code with
 * the gate that made them. `published` is what was read back from the written bytes; `people` gives a
 * fact's rows at all of its dimensions. Nothing may be published while there are findings.
 */
export async function audit(
  published: readonly CubeTable[],
  people: (fact: Fact, cut: readonly Dimension[]) => Promise<PersonRows>,
  options: AuditOptions,
): Promise<AuditReport> {
  const declared: readonly Fact[] = options.facts ?? Object.values(facts)
  const { memory = new AuditMemory() } = options
  const findings: Finding[] = undeclared(published, declared)
  const audits = new Map<string, FactAudit>()
  for (const fact of declared) {
    const tables = published.filter(({ cube }) => cube.fact === fact.name)
    const wrong = checkSchema(fact, tables, { vocabulary: options.vocabulary, memory })
    findings.push(...wrong, ...checkFollowers({ fact, tables }, { published, memory }))
    findings.push(...checkTelling(fact, tables))
    if (fact.people === null || wrong.length > 0 || tables.length === 0) continue
    const rows = await people(fact, fact.dimensions)
    audits.set(fact.name, prepared(memory, { fact, rows, tables, openMonth: options.asOf.slice(0, 7) }))
  }
  const checked = [...audits.values()].flatMap((each) =>
    checkQuarters(each, memory).map((quarter) => ({ ...quarter, whose: each.fact.people })),
  )
  const rolled = rolledFacts.map((name) => audits.get(name))
  findings.push(
    ...checked.flatMap((each) => each.findings),
    ...memory.recall('roll forward', rolled, () => checkRollForward(audits)),
    ...checkChanges(audits, memory),
    ...checkDates(audits, options.twoDates, memory),
  )
  // Both are asked once nothing else is left: what was named before may part what they ask about, and money takes long.
  if (findings.length === 0) findings.push(...sameVisits(audits, memory))
  const money =
    findings.length > 0 || options.lines === null ? null : checkLines(audits, options.lines, memory)
  findings.push(...(money?.findings ?? []))
  const smallestOf = (people: Fact['people']): SmallestGroup | null =>
    checked
      .flatMap(({ whose, smallest }) => (whose === people ? (smallest ?? []) : []))
      .reduce<SmallestGroup | null>((least, one) => (least && least.people <= one.people ? least : one), null)
  const sum = (of: (each: QuarterCheck) => number): number => checked.reduce((all, each) => all + of(each), 0)
  return {
    asOf: options.asOf,
    cellsChecked: sum((each) => each.cellsChecked),
    merged: sum((each) => each.merged),
    withheld: sum((each) => each.withheld),
    smallest: { patient: smallestOf('patient'), employee: smallestOf('employee') },
    money: money?.asked ?? null,
    findings,
    totals: checked.flatMap(({ totals }) => totals),
  }
}

function sameVisits(audits: ReadonlyMap<string, FactAudit>, memory: AuditMemory): Finding[] {
  const counts = visitFacts.map((name) => audits.get(name))
  return memory.recall('same visits', counts, () => checkSameVisits(audits))
}

function checkChanges(audits: ReadonlyMap<string, FactAudit>, memory: AuditMemory): Finding[] {
  const receivables = audits.get('receivables')
  const counts = [...audits.values()].filter(({ fact }) => fact.people === 'patient')
  return [
    ...memory.recall('stock changes', [receivables], () => checkStockChanges(receivables)),
    ...memory.recall('panel', counts, () => checkPanel(audits, memory)),
  ]
}

function checkDates(
  audits: ReadonlyMap<string, FactAudit>,
  rows: TwoDatedRows | null,
  memory: AuditMemory,
): Finding[] {
  if (rows === null) return []
  const { claims } = rows
  const inputs = [rows, ...edgeFacts.map((name) => audits.get(name))]
  const ofClaims = [claims, ...claimEdgeFacts.map((name) => audits.get(name))]
  return [
    ...memory.recall('month edges', inputs, () => checkMonthEdges(audits, rows, memory)),
    ...memory.recall('claim edges', ofClaims, () =>
      claims === undefined ? [] : checkClaimEdges(audits, claims, memory),
    ),
  ]
}

interface Prepared {
  readonly fact: Fact
  readonly rows: PersonRows
  readonly tables: readonly CubeTable[]
  /** The running month, `2026-10`: that of the as-of date. */
  readonly openMonth: string
}

/** All that the checks of a fact need; the rows, and tables that are the same, are read once. */
function prepared(memory: AuditMemory, { fact, rows, tables, openMonth }: Prepared): FactAudit {
  const fine = memory.recall(`cells ${fact.name}`, [fact, rows], () => fineCells(fact, rows))
  const layer = memory.recall(`layers ${fact.name}`, [fine], () => layersOf(fine))
  const slices = tables.flatMap((table) =>
    memory.recall(`sums ${table.cube.name}`, [fine, openMonth, table], () =>
      publishedSums(fine, table, openMonth),
    ),
  )
  // Tables that show the same are asked nothing again, even where they were read anew.
  const shown = slices.map(({ text }) => text).join('\n')
  return memory.recall(`audit ${fact.name}`, [fine, shown], () => factAudit(fine, { slices, layer }))
}

/** A table of a fact that nobody declared. */
function undeclared(published: readonly CubeTable[], declared: readonly Fact[]): Finding[] {
  const names = declared.map(({ name }) => name)
  return published
    .filter(({ cube }) => !names.includes(cube.fact))
    .map(({ cube }) =>
      finding({ name: cube.fact }, 'schema', {
        sum: { table: cube.name, month: '', months: 0, values: [], measure: '' },
      }),
    )
}
