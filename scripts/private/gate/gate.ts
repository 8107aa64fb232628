import { cubesOf, merged, type CubeTable, type Fact } from '../../../src/cubes/cube.ts'
import { facts } from '../../../src/cubes/facts.ts'
import type { PersonRows } from '../ledger/ledger.ts'
import { decisionName } from './decisionName.ts'
import { decideValues } from './decideValues.ts'
import { decideWhole, wholeKey } from './decideWhole.ts'
import type { Decision } from './decision.ts'
import { followTable } from './followTable.ts'
import { gateLags } from './gateLags.ts'
import { gateTable } from './gateTables.ts'
import { lastMergedFlow } from './lastMergedFlow.ts'
import { sumsOf } from './sums.ts'

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
}

/**
 * The only way from the private side to the public one: turns the ledger's sums into tables that hold no
 * sum of a group too small to be published, and none from which one could be found by subtraction. Sums
 * are merged, never left out, so that totals still tie to the cent.
 */
export async function gate(options: GateOptions): Promise<CubeTable[]> {
  const published: CubeTable[] = []
  const decisions = new Map<string, Decision>()
  const wanted = new Set((options.requests ?? []).map(requestText))
  for (const fact of Object.values(facts) as Fact[]) {
    if (!options.tables.some(({ cube }) => cube.fact === fact.name)) continue
    const tables =
      fact.people === null
        ? gateNobodys(fact, options, decisions)
        : await gatePeoples(fact, { ...options, decisions, wanted })
    published.push(...tables)
  }
  return published
}

/** Facts without people of their own: as they are, or where the sums that they follow are shown. */
function gateNobodys(
  fact: Fact,
  { tables, asOf }: GateOptions,
  decisions: ReadonlyMap<string, Decision>,
): CubeTable[] {
  const own = tables.filter(({ cube }) => cube.fact === fact.name)
  const { follows } = fact
  if (follows === undefined) return own
  return own.map((table) => followTable(table, { follows, decisions, asOf }))
}

interface Work extends GateOptions {
  readonly decisions: Map<string, Decision>
  readonly wanted: ReadonlySet<string>
}

async function gatePeoples(fact: Fact, work: Work): Promise<CubeTable[]> {
  const { asOf, people, decisions, wanted } = work
  const wholeSums = sumsOf(fact, await people(fact, []))
  const isWanted = (cube: string, place: Omit<MergeRequest, 'cube'>) =>
    wanted.has(requestText({ cube, ...place })) || wanted.has(requestText({ cube, ...place, key: anyKey }))
  const whole = decideWhole(wholeSums, {
    asOf,
    mustHide: (measure, month, months) =>
      isTotalHidden(fact, { measure, month, months }, decisions) ||
      isWanted(fact.name, { month, months, measure, key: wholeKey }),
  })
  decisions.set(decisionName(fact.name, []), whole)
  const tables: CubeTable[] = []
  for (const cut of fact.cuts) {
    const [cube] = cubesOf({ ...fact, cuts: [cut] })
    if (cube === undefined) continue
    if (cut.length === 0) {
      tables.push(gateTable(wholeSums, { cut, decision: whole, asOf }))
      continue
    }
    const sums = sumsOf(fact, await people(fact, cut))
    if (cut.includes('lag_days')) {
      tables.push(gateLags(sums, { whole, asOf }))
      continue
    }
    const firstShown =
      fact.name === 'receivables' ? lastMergedFlow(cut, { decisions, asOf }) : new Map<string, string>()
    const decision = decideValues(sums, {
      asOf,
      whole,
      mustHide: (measure, key, month, months) =>
        key.includes(merged) ||
        isWanted(cube.name, { month, months, measure, key }) ||
        month < (firstShown.get(key) ?? ''),
    })
    decisions.set(decisionName(fact.name, cut), decision)
    tables.push(gateTable(sums, { cut, decision, asOf }))
  }
  return tables
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
