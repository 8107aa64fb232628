import { twoDatedLines, type TwoDatedRows } from '../ledger/ledger.ts'
import type { AuditMemory } from './AuditMemory.ts'
import type { Finding } from './auditReport.ts'
import { dateFormulas, restOf, type DateFormula, type PostedSum } from './dateFormulas.ts'
import type { Run } from './cutRuns.ts'
import { areKnown, findingsToMerge, type DatedSums, type KnownPiece } from './datedSums.ts'
import { kindsIn, lineGroup } from './lineGroup.ts'
import { paymentChoices, somebodys, type PaymentChoice } from './paymentChoices.ts'
import { smallRuns, type KnownTable, type Way } from './smallRuns.ts'

/** A formula, and whether what is posted is taken from what is served, not compared with it. */
type PartFormula = DateFormula & { readonly isTaken?: true }

/**
 * Every formula with payments by month of posting; these beside the other flows of the same months, and so beside what balances
 * change; and beside charges by month of service, of which they leave what is not paid.
 */
const formulas: readonly PartFormula[] = [
  ...dateFormulas.filter(({ posted }) => posted.includes('payment')),
  ...([[], ['adjustment'], ['contractual'], ['other']] as const).flatMap((taken): PartFormula[] => [
    { served: [], posted: [...taken, 'payment'] },
    { served: [], posted: ['charge', ...taken, 'payment'] },
    { served: ['charge'], posted: [...taken, 'payment'], isTaken: true },
  ]),
  { served: ['charge', 'contractual'], posted: ['payment'], isTaken: true },
]

/**
 * The edges of months again, with each part of the payments by month of posting in place of all of them: patients', those of the
 * day of service, and what both leave. What is told of too few people costs the part, nothing that was there before it. A part is
 * shown only where all payments are known: so it tells nothing of what payments, balances and the other flows leave open.
 */
export function checkPartEdges(
  rows: TwoDatedRows,
  { sums, merged, memory }: { sums: DatedSums; merged: Set<KnownPiece>; memory: AuditMemory },
): Finding[] {
  const { timeline } = sums
  const parts = { patient: somebodys(sums.parts.patient), sameDay: somebodys(sums.parts.sameDay) }
  const boundaries = timeline.length + 1
  if (!Object.values(parts).some((pieces) => pieces.some(({ sum }) => sum !== null))) return []
  const isLeft = (piece: KnownPiece): boolean => !merged.has(piece)
  const alone = Object.values(parts).flatMap((pieces) => {
    const isWholeKnown = areKnown(boundaries, [sums.posted.payment])
    const runs = pieces.map(({ from, to }): Run => [from, to]).filter((run) => !isWholeKnown(run))
    return findingsToMerge(boundaries, { pieces: pieces.filter(isLeft), runs, merged })
  })
  const asked = formulas.flatMap((formula, index) =>
    paymentChoices.flatMap((choice, place) => {
      const others = formula.posted.filter((name) => name !== 'payment')
      const kinds = {
        served: kindsIn(formula.served),
        posted: twoDatedLines.map((line, at) => choice.lines.includes(line) || kindsIn(others)[at] === true),
        isTaken: formula.isTaken,
      }
      const group = memory.recall(
        `part lines ${String(index)} ${String(place)}`,
        [rows, timeline.join()],
        () => lineGroup(rows, kinds, timeline),
      )
      const found = waysOf(formula, choice, sums).flatMap((way) => {
        const pieces = parts[choice.parts.at(-1) ?? 'patient'].filter(isLeft)
        const left = (tables: readonly KnownTable[]): KnownTable[] =>
          tables.map((table) => ({ ...table, pieces: table.pieces.filter(isLeft) }))
        const known = { served: left(way.served), posted: left(way.posted), rest: left(way.rest) }
        return findingsToMerge(boundaries, { pieces, runs: smallRuns(known, group, boundaries), merged })
      })
      group.release()
      return found
    }),
  )
  return [...alone, ...asked]
}

/** From the published flows; or from balances, and the flows that they hold besides. */
function waysOf(formula: DateFormula, { needsWhole, parts }: PaymentChoice, sums: DatedSums): Way[] {
  const table = (pieces: readonly KnownPiece[]): KnownTable => ({ kinds: [], pieces })
  const flows = (names: readonly PostedSum[]): KnownTable[] => names.map((name) => table(sums.posted[name]))
  const served = formula.served.map((name) => table(sums.served[name]))
  const own = parts.map((name) => table(sums.parts[name]))
  const direct = formula.posted.filter((name) => needsWhole || name !== 'payment')
  const ways: Way[] = [{ served, posted: [...flows(direct), ...own], rest: [] }]
  if (direct.length === 0) return ways
  const rest = flows(restOf({ ...formula, posted: direct }))
  return [...ways, { served, posted: [table(sums.balance), ...own], rest }]
}
