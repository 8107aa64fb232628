import type { CubeTable, Dimension, Fact } from '../../../src/cubes/cube.ts'
import { facts } from '../../../src/cubes/facts.ts'
import type { PersonRows } from '../ledger/ledger.ts'
import { AuditMemory } from './AuditMemory.ts'
import type { AuditReport, Finding } from './auditReport.ts'
import { checkAcross } from './checkAcross.ts'
import { checkDerived } from './checkDerived.ts'
import { checkFollowers } from './checkFollowers.ts'
import { checkLeftovers } from './checkLeftovers.ts'
import { checkSchema, type Vocabulary } from './checkSchema.ts'
import { checkSums } from './checkSums.ts'
import { checkTotals } from './checkTotals.ts'
import { factAudit, finding, type FactAudit } from './factAudit.ts'
import { fineCells } from './fineCells.ts'
import { layersOf } from './layer.ts'
import { publishedSums } from './publishedSums.ts'
import { countSums } from './countSums.ts'

/** What an audit has to know besides the tables. */
export interface AuditOptions {
  /** Civil date up to which rows count. */
  readonly asOf: string
  /** The running month, `2026-10`. */
  readonly openMonth: string
  /** The texts that may be published. */
  readonly vocabulary: Vocabulary
  /** What may be published; all declared facts unless a test has its own. */
  readonly facts?: readonly Fact[]
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
    const wrong = memory.recall(`schema ${fact.name}`, [fact, options.vocabulary, ...tables], () =>
      checkSchema(fact, tables, options.vocabulary),
    )
    findings.push(...wrong, ...checkFollowers({ fact, tables }, published))
    if (fact.people === null || wrong.length > 0 || tables.length === 0) continue
    const rows = await people(fact, fact.dimensions)
    audits.set(fact.name, prepared(memory, { fact, rows, tables, openMonth: options.openMonth.slice(0, 7) }))
  }
  const checked = [...audits.values()].map((each) =>
    memory.recall(`checks ${each.fact.name}`, [each], () => ({
      ...checkSums(each),
      ...{ totals: checkTotals(each), others: [...checkLeftovers(each), ...checkDerived(each, memory)] },
    })),
  )
  findings.push(
    ...checked.flatMap((each) => [...each.findings, ...each.totals.findings, ...each.others]),
    ...checkAcross(audits),
  )
  const worst = checked.flatMap(({ worstCell }) => worstCell ?? []).sort((a, b) => a.people - b.people)
  return {
    asOf: options.asOf,
    cellsChecked: checked.reduce((sum, each) => sum + each.cellsChecked, 0),
    ...countSums([...audits.values()].flatMap(({ slices }) => slices)),
    worstCell: worst[0] ?? null,
    findings,
    totals: checked.flatMap(({ totals }) => totals.totals),
  }
}

interface Prepared {
  readonly fact: Fact
  readonly rows: PersonRows
  readonly tables: readonly CubeTable[]
  readonly openMonth: string
}

/** All that the checks of a fact need; the rows, and tables that are the same, are read once. */
function prepared(memory: AuditMemory, { fact, rows, tables, openMonth }: Prepared): FactAudit {
  const fine = memory.recall(`cells ${fact.name}`, [fact, rows], () => fineCells(fact, rows))
  const layer = memory.recall(`layers ${fact.name}`, [fine], () => layersOf(fine))
  return memory.recall(`audit ${fact.name}`, [fine, openMonth, ...tables], () => {
    const slices = tables.flatMap((table) =>
      memory.recall(`sums ${table.cube.name}`, [fine, openMonth, table], () =>
        publishedSums(fine, table, openMonth),
      ),
    )
    return factAudit(fine, { slices, layer })
  })
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
