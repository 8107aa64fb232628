import { cubesOf, merged, type CubeTable, type Fact } from '../../../src/cubes/cube.ts'
import { facts } from '../../../src/cubes/facts.ts'
import type { PersonRows } from '../ledger/ledger.ts'
import { decisionName } from './decisionName.ts'
import { decideValues } from './decideValues.ts'
import { decideWhole, wholeKey } from './decideWhole.ts'
import type { Decision } from './decision.ts'
import { followTable } from './followTable.ts'
import { GateMemory } from './GateMemory.ts'
import { gateLags } from './gateLags.ts'
import { gateTable } from './gateTables.ts'
import { balanceFlows, lastMergedFlow } from './lastMergedFlow.ts'
import { sumsOf, type Sums } from './sums.ts'

/** A published sum that the audit wants merged, because a small group follows from it and others. */
export interface MergeRequest {
  readonly cube: string
  readonly month: string
  readonly months: 1 | 3
  readonly measure: string
  /** The value's key, as `cellKey` writes it. */
  readonly key: string
}

/** Stands for every value of a cut. */
export const anyKey = '*'

export interface GateOptions {
  /** Civil date up to which rows count. */
  readonly asOf: string
  /** The ungated sums, for facts that are nobody's. */
  readonly tables: readonly CubeTable[]
  /** What stands behind a fact's sums. */
  readonly people: (fact: Fact, cut: Fact['cuts'][number]) => Promise<PersonRows>
  readonly requests?: readonly MergeRequest[]
  /** What the gate decided of the same tables and people with fewer requests. */
  readonly memory?: GateMemory
}

/**
 * The only way from the private side to the public one: turns the ledger's sums into tables that hold no
 * sum of a group too small to be published, and none from which one could be found by subtraction. Sums
 * are merged, never left out, so that totals still tie to the cent.
 */
export async function gate(options: GateOptions): Promise<CubeTable[]> {
  const { memory = new GateMemory() } = options
  const published: CubeTable[] = []
  const decisions = new Map<string, Decision>()
  const wanted = new Set((options.requests ?? []).map(requestText))
  for (const fact of Object.values(facts) as Fact[]) {
    if (!options.tables.some(({ cube }) => cube.fact === fact.name)) continue
    const tables =
      fact.people === null
        ? gateNobodys(fact, { ...options, memory }, decisions)
        : await gatePeoples(fact, { ...options, memory, decisions, wanted })
    published.push(...tables)
  }
  return published
}

/** Facts without people of their own: as they are, or where the sums that they follow are shown. */
function gateNobodys(
  fact: Fact,
  { tables, asOf, memory }: GateOptions & { readonly memory: GateMemory },
  decisions: ReadonlyMap<string, Decision>,
): CubeTable[] {
  const own = tables.filter(({ cube }) => cube.fact === fact.name)
  const { follows } = fact
  if (follows === undefined) return own
  const followed = [...decisions].filter(([name]) => follows.some(({ fact: one }) => isOf(name, one)))
  const inputs = followed.map(([, decision]) => decision)
  return own.map((table) =>
    memory.recall(`table ${table.cube.name}`, [table, asOf, ...inputs], () =>
      followTable(table, { follows, decisions, asOf }),
    ),
  )
}

interface Work extends GateOptions {
  readonly memory: GateMemory
  readonly decisions: Map<string, Decision>
  readonly wanted: ReadonlySet<string>
}

async function gatePeoples(fact: Fact, work: Work): Promise<CubeTable[]> {
  const { people, decisions, memory } = work
  const sumsAt = async (cut: Fact['cuts'][number]): Promise<Sums> => {
    const rows = await people(fact, cut)
    return memory.recall(`sums ${decisionName(fact.name, cut)}`, [rows], () => sumsOf(fact, rows))
  }
  const wholeSums = await sumsAt([])
  const whole = memory.recall(
    `whole ${fact.name}`,
    [wholeSums, requestCount(work, fact.name), ...decisionsBehind(fact, [], decisions)],
    () => decidePractice(wholeSums, work),
  )
  decisions.set(decisionName(fact.name, []), whole)
  const tables: CubeTable[] = []
  for (const cut of fact.cuts) {
    const [cube] = cubesOf({ ...fact, cuts: [cut] })
    if (cube === undefined) continue
    const sums = cut.length === 0 ? wholeSums : await sumsAt(cut)
    const behind = decisionsBehind(fact, cut, decisions)
    const made = memory.recall(
      `table ${cube.name}`,
      [sums, whole, requestCount(work, cube.name), ...behind],
      () => gateCut(sums, { ...work, cut, cube: cube.name, whole }),
    )
    if (made.decision !== null) decisions.set(decisionName(fact.name, cut), made.decision)
    tables.push(made.table)
  }
  return tables
}

/** How many requests there are about a table; they only ever become more. */
function requestCount({ requests = [] }: GateOptions, cube: string): number {
  return requests.filter((request) => request.cube === cube).length
}

/** The decisions of other facts on which those about a cut depend. */
function decisionsBehind(
  fact: Fact,
  cut: Fact['cuts'][number],
  decisions: ReadonlyMap<string, Decision>,
): (Decision | undefined)[] {
  const totals = Object.values(fact.measures).flatMap(({ totalOf }) =>
    totalOf === undefined ? [] : [decisionName(totalOf.fact, [])],
  )
  const flows = fact.name === 'receivables' ? balanceFlows.map((flow) => decisionName(flow.fact, cut)) : []
  return [...new Set([...totals, ...flows])].map((name) => decisions.get(name))
}

/** The decision for the whole practice. */
function decidePractice(sums: Sums, { asOf, decisions, wanted }: Work): Decision {
  const { fact } = sums
  const isBeforeMergedFlow =
    fact.name === 'receivables' ? beforeMergedFlow([], { decisions, asOf }) : () => false
  return decideWhole(sums, {
    asOf,
    mustHide: (measure, month, months) =>
      isTotalHidden(fact, { measure, month, months }, decisions) ||
      isWanted(wanted, { cube: fact.name, month, months, measure, key: wholeKey }) ||
      isBeforeMergedFlow(wholeKey, month),
  })
}

interface CutWork extends Work {
  readonly cut: Fact['cuts'][number]
  readonly cube: string
  readonly whole: Decision
}

/** A cut's table, and what was decided of its values; null where they are no values of their own. */
function gateCut(
  sums: Sums,
  { cut, cube, whole, asOf, decisions, wanted }: CutWork,
): { table: CubeTable; decision: Decision | null } {
  if (cut.length === 0) return { table: gateTable(sums, { cut, decision: whole, asOf }), decision: whole }
  if (cut.includes('lag_days')) return { table: gateLags(sums, { whole, asOf }), decision: null }
  const isReceivables = sums.fact.name === 'receivables'
  const isBeforeMergedFlow = isReceivables ? beforeMergedFlow(cut, { decisions, asOf }) : () => false
  const decision = decideValues(sums, {
    asOf,
    whole,
    mustHide: (measure, key, month, months) =>
      key.includes(merged) ||
      isWanted(wanted, { cube, month, months, measure, key }) ||
      isBeforeMergedFlow(key, month),
  })
  return { table: gateTable(sums, { cut, decision, asOf }), decision }
}

/** Whether a balance must be merged because a flow after it is. */
function beforeMergedFlow(
  cut: Fact['cuts'][number],
  options: { decisions: ReadonlyMap<string, Decision>; asOf: string },
): (key: string, month: string) => boolean {
  const { firstShown, hiddenNow } = lastMergedFlow(cut, options)
  return (key, month) => month < (firstShown.get(key) ?? '') || (hiddenNow.get(key) ?? '9999') <= month
}

function isWanted(wanted: ReadonlySet<string>, place: MergeRequest): boolean {
  return wanted.has(requestText(place)) || wanted.has(requestText({ ...place, key: anyKey }))
}

/** Whether a decision's name is one of a fact's. */
function isOf(name: string, fact: string): boolean {
  return name === fact || name.startsWith(`${fact} by `)
}

/** Whether another fact's sum that adds up to the same total is merged in that period. */
function isTotalHidden(
  fact: Fact,
  { measure, month, months }: { measure: string; month: string; months: 1 | 3 },
  decisions: ReadonlyMap<string, Decision>,
): boolean {
  const total = fact.measures[measure]?.totalOf
  if (total === undefined) return false
  const decision = decisions.get(decisionName(total.fact, []))
  return decision?.isHidden({ month, months, measure: total.measure, key: wholeKey }) ?? false
}

function requestText({ cube, month, months, measure, key }: MergeRequest): string {
  return [cube, month, months, measure, key].join('|')
}
