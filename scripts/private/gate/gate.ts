import { binOf } from '../../../src/cubes/binDimensions.ts'
import {
  cubeName,
  merged,
  type CubeTable,
  type Cut,
  type Dimension,
  type Fact,
} from '../../../src/cubes/cube.ts'
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
import { withoutUnnamed } from './withoutUnnamed.ts'
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
  readonly people: (fact: Fact, cut: readonly Dimension[]) => Promise<PersonRows>
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
  if (follows === undefined) return own.map(withoutUnnamed)
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
  const sumsAt = async (cut: Cut): Promise<Sums> => {
    const rows = await people(fact, cut.by)
    return memory.recall(`sums ${decisionName(fact.name, cut.by)}`, [rows], () => sumsOf(fact, cut, rows))
  }
  const wholeSums = await sumsAt(fact.cuts.find(({ by }) => by.length === 0) ?? { by: [] })
  const whole = memory.recall(
    `whole ${fact.name}`,
    [wholeSums, requestCount(work, fact.name), ...decisionsBehind(fact, [], decisions)],
    () => decidePractice(wholeSums, work),
  )
  decisions.set(decisionName(fact.name, []), whole)
  const tables: CubeTable[] = []
  for (const cut of fact.cuts) {
    const cube = cubeName(fact.name, cut.by)
    const sums = cut.by.length === 0 ? wholeSums : await sumsAt(cut)
    const behind = decisionsBehind(fact, cut.by, decisions)
    const made = memory.recall(`table ${cube}`, [sums, whole, requestCount(work, cube), ...behind], () =>
      gateCut(sums, { ...work, cube, whole }),
    )
    if (made.decision !== null) decisions.set(decisionName(fact.name, cut.by), made.decision)
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
  cut: readonly Dimension[],
  decisions: ReadonlyMap<string, Decision>,
): (Decision | undefined)[] {
  const flows = fact.name === 'receivables' ? balanceFlows.map((flow) => decisionName(flow.fact, cut)) : []
  return flows.map((name) => decisions.get(name))
}

/** The decision for the whole practice. */
function decidePractice(sums: Sums, { asOf, decisions, wanted }: Work): Decision {
  const { fact } = sums
  const isBeforeMergedFlow =
    fact.name === 'receivables' ? beforeMergedFlow([], { decisions, asOf }) : () => false
  return decideWhole(sums, {
    mustHide: (measure, month, months) =>
      isWanted(wanted, { cube: fact.name, month, months, measure, key: wholeKey }) ||
      isBeforeMergedFlow(wholeKey, month),
  })
}

interface CutWork extends Work {
  readonly cube: string
  readonly whole: Decision
}

/** A cut's table, and what was decided of its values; null where they are no values of their own. */
function gateCut(
  sums: Sums,
  { cube, whole, asOf, decisions, wanted }: CutWork,
): { table: CubeTable; decision: Decision | null } {
  const cut = sums.cut.by
  if (cut.length === 0) return { table: gateTable(sums, { decision: whole, asOf }), decision: whole }
  if (binOf(cut) !== null) {
    const mustHide = (measure: string, key: string, month: string): boolean =>
      isWanted(wanted, { cube, month, months: 1, measure, key })
    return { table: gateLags(sums, { whole, asOf, mustHide }), decision: null }
  }
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
  return { table: gateTable(sums, { decision, asOf }), decision }
}

/** Whether a balance must be merged because a flow after it is. */
function beforeMergedFlow(
  cut: readonly Dimension[],
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

function requestText({ cube, month, months, measure, key }: MergeRequest): string {
  return [cube, month, months, measure, key].join('|')
}
