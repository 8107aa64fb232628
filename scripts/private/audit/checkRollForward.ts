import type { Dimension } from '../../../src/cubes/cube.ts'
import type { Finding, SumName } from './auditReport.ts'
import { cutRuns, type Run } from './cutRuns.ts'
import { finding, type FactAudit } from './factAudit.ts'
import { knownSets } from './knownSets.ts'
import { isKnownSet, timelineOf, type Piece } from './publishedPieces.ts'
import {
  areFlowsKnown,
  flows,
  rolledCut,
  rolledSet,
  sumToHide,
  type RolledCut,
  type RolledSet,
} from './rolledCut.ts'
import { countBalance, countHiddenFlows, rolls, startsAtNothing } from './rolledGroup.ts'
import { publishingRule } from './publishingRule.ts'
import { Tally } from './Tally.ts'

/** The facts whose sums the check depends on. */
export const rolledFacts = ['receivables', ...new Set(flows.map(({ fact }) => fact))]

const cuts = [[], ['provider'], ['location'], ['payer']] as const satisfies readonly (readonly Dimension[])[]

/**
 * Balance + charges − payments − adjustments = the next balance. So two balances of some values tell the flows
 * between that are not shown; a balance and the flows after or before it tell one that is merged; and before
 * all flows the balance is nothing. What is told so must be nobody's or a group that may be shown.
 */
export function checkRollForward(audits: ReadonlyMap<string, FactAudit>): Finding[] {
  const receivables = audits.get('receivables')
  if (receivables === undefined) return []
  const timeline = timelineOf(
    rolledFacts.map((name) => audits.get(name)),
    [],
  )
  const tally = new Tally(personCount(audits), publishingRule('patient'))
  return cuts.flatMap((by) => {
    const cut = rolledCut(audits, receivables, { by, timeline })
    const tables = [[...cut.balances.values()], ...cut.flows.map(({ pieces }) => pieces)]
    return [
      ...knownSets(tables, cut.values).flatMap((set) => checkSet(cut, rolledSet(cut, set), tally)),
      ...checkPartners(
        cut,
        cut.values.map((value) => rolledSet(cut, new Set([value]))),
        tally,
      ),
    ]
  })
}

function checkSet(cut: RolledCut, set: RolledSet, tally: Tally): Finding[] {
  const known = knownBalances(cut, set, tally)
  const { fact, rule } = cut.receivables
  const between = known.slice(1).flatMap((to, index): Run[] => {
    const from = known[index] ?? 0
    tally.start()
    countHiddenFlows(set, { tally, run: [from, to], end: 'from' })
    return tally.isSmall(rule) ? [[from, to]] : []
  })
  const merged = [...cut.balances.keys()].filter((at) => !known.includes(at))
  const told = merged.flatMap((at) =>
    runsTo(set, known, at).filter((run) => isBroken(cut, { set, run, at, tally })),
  )
  const merges = [...between.flatMap((run) => balancesAt(cut, set, run)), ...resolve(cut, set, told)]
  if (merges.length > 0) return merges.map((sum) => finding(fact, 'roll_forward', { sum, merge: sum }))
  // What follows exactly must not be published, even if nothing can be named.
  const [some] = [...cut.balances.values()].flatMap(({ slice }) => slice?.sums ?? [])
  return some !== undefined && told.some((run) => areFlowsKnown(set, run) && rolls(cut, { set, run, tally }))
    ? [finding(fact, 'roll_forward', { sum: some })]
    : []
}

/** Boundaries at which a set's balance is known, in order; before all flows, where they add up to it, too. */
function knownBalances(cut: RolledCut, set: RolledSet, tally: Tally): number[] {
  const standing = [...cut.balances].sort(([a], [b]) => a - b)
  const known = standing.filter(([, piece]) => isKnownSet(piece, set.values)).map(([at]) => at)
  const [first] = standing
  const isRolled = first !== undefined && startsAtNothing(cut, { set, at: first[0], tally })
  return isRolled ? [0, ...known] : known
}

/** From the nearest known balances on both sides, and from the nearest with known flows. */
function runsTo(set: RolledSet, known: readonly number[], at: number): Run[] {
  const before = known.filter((one) => one < at).reverse()
  const after = known.filter((one) => one > at)
  const runs = [before, after].flatMap((side) => {
    const all = side.map((one): Run => (one < at ? [one, at] : [at, one]))
    return [all[0], all.find((run) => areFlowsKnown(set, run))]
  })
  return [...new Set(runs.filter((run) => run !== undefined))]
}

function isBroken(
  cut: RolledCut,
  {
    set,
    run,
    at,
    tally,
  }: { readonly set: RolledSet; readonly run: Run; readonly at: number; readonly tally: Tally },
): boolean {
  tally.start()
  countBalance(cut, { tally, at, values: set.values })
  countHiddenFlows(set, { tally, run, end: run[0] === at ? 'from' : 'to' })
  return tally.broken(cut.receivables.rule, 'money') !== null
}

/** Merged values whose balances follow exactly leave those that they are merged with alone. */
function checkPartners(cut: RolledCut, sets: readonly RolledSet[], tally: Tally): Finding[] {
  const known = sets.map((set) => ({ set, known: knownBalances(cut, set, tally) }))
  return [...cut.balances].flatMap(([at, piece]) => {
    const [group] = piece.groups
    if (group === undefined) return []
    const followed = known.flatMap(({ set, known: standing }) => {
      const isMerged = [...set.values].every((value) => group.has(value))
      const run = isMerged ? runsTo(set, standing, at).find((one) => areFlowsKnown(set, one)) : undefined
      return run === undefined ? [] : [{ set, run }]
    })
    const [one] = followed
    if (one === undefined) return []
    const told = new Set(followed.flatMap(({ set }) => [...set.values]))
    const rest = new Set([...group].filter((value) => !told.has(value)))
    tally.start()
    countBalance(cut, { tally, at, values: rest })
    if (tally.broken(cut.receivables.rule, 'money') === null) return []
    return resolve(cut, one.set, [one.run]).map((sum) =>
      finding(cut.receivables.fact, 'roll_forward', { sum, merge: sum }),
    )
  })
}

/** What to merge so that none of the runs tells: a flow whose run is known, else the balance at an end. */
function resolve(cut: RolledCut, set: RolledSet, runs: readonly Run[]): SumName[] {
  let open = runs
  const merges: SumName[] = []
  for (const { known, labels } of set.flows) {
    const own = open.filter(([from, to]) => labels[from] === labels[to])
    const canMerge = (piece: Piece): boolean => sumToHide(piece, set.values) !== null
    const pieces = cutRuns(cut.timeline.length + 1, { pieces: known, runs: own, canMerge })
    if (pieces.length === 0) continue
    merges.push(...pieces.flatMap((piece) => sumToHide(piece, set.values) ?? []))
    open = open.filter((run) => !own.includes(run))
  }
  return [...merges, ...open.flatMap((run) => balancesAt(cut, set, run))]
}

/** The first known balance at the ends of a run, to be merged. */
function balancesAt({ balances }: RolledCut, { values }: RolledSet, run: Run): SumName[] {
  const known = run.flatMap((at) => balances.get(at) ?? []).filter((piece) => isKnownSet(piece, values))
  return known.flatMap((piece) => sumToHide(piece, values) ?? []).slice(0, 1)
}

function personCount(audits: ReadonlyMap<string, FactAudit>): number {
  let most = -1
  for (const { fine } of audits.values())
    for (const person of fine.rows.person) if (person > most) most = person
  return most + 1
}
