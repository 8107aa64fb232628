import { twoDatedLines, type TwoDatedLine, type TwoDatedRows } from '../ledger/ledger.ts'
import type { AuditMemory } from './AuditMemory.ts'
import type { Finding } from './auditReport.ts'
import { dateFormulas, restOf, type DateFormula, type PostedSum } from './dateFormulas.ts'
import { findingsToMerge, type DatedSums, type KnownPiece } from './datedSums.ts'
import { kindsIn, lineGroup } from './lineGroup.ts'
import { smallRuns, type KnownTable, type Way } from './smallRuns.ts'

/** Payments that follow from the sums of their parts: which lines they are, and the sums that it takes. */
interface PaymentChoice {
  readonly lines: readonly TwoDatedLine[]
  /** All payments, too. */
  readonly needsWhole: boolean
  /** The last of them is merged where too few people's are told. */
  readonly parts: readonly (keyof DatedSums['parts'])[]
}

const choices: readonly PaymentChoice[] = [
  { lines: ['patient_payment', 'same_day_payment'], needsWhole: false, parts: ['patient'] },
  { lines: ['same_day_payment'], needsWhole: false, parts: ['sameDay'] },
  { lines: ['patient_payment'], needsWhole: false, parts: ['patient', 'sameDay'] },
  { lines: ['other_payment'], needsWhole: true, parts: ['patient'] },
  { lines: ['other_payment', 'patient_payment'], needsWhole: true, parts: ['sameDay'] },
  { lines: ['other_payment', 'same_day_payment'], needsWhole: true, parts: ['patient', 'sameDay'] },
]

/** Every formula with payments by month of posting; and charges beside them. */
const formulas: readonly DateFormula[] = [
  ...dateFormulas.filter(({ posted }) => posted.includes('payment')),
  { served: ['charge'], posted: ['payment'] },
  { served: [], posted: ['charge', 'payment'] },
]

/**
 * The edges of months again, with each part of the payments by month of posting in place of all of them: patients', those of the
 * day of service, and what both leave. What is told of too few people costs the part, nothing that was there before it.
 */
export function checkPartEdges(
  rows: TwoDatedRows,
  { sums, merged, memory }: { sums: DatedSums; merged: Set<KnownPiece>; memory: AuditMemory },
): Finding[] {
  const { timeline } = sums
  // A part that is nobody's tells nothing that all payments do not, and merging it would hide nothing.
  const somebodys = (pieces: readonly KnownPiece[]): readonly KnownPiece[] =>
    pieces.map((piece) => (piece.sum?.isNobodys === true ? { ...piece, sum: null } : piece))
  const parts = { patient: somebodys(sums.parts.patient), sameDay: somebodys(sums.parts.sameDay) }
  const boundaries = timeline.length + 1
  if (!Object.values(parts).some((pieces) => pieces.some(({ sum }) => sum !== null))) return []
  const isLeft = (piece: KnownPiece): boolean => !merged.has(piece)
  return formulas.flatMap((formula, index) =>
    choices.flatMap((choice, place) => {
      const others = formula.posted.filter((name) => name !== 'payment')
      const kinds = {
        served: kindsIn(formula.served),
        posted: twoDatedLines.map((line, at) => choice.lines.includes(line) || kindsIn(others)[at] === true),
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
}

/** From the published flows, or, where it takes all payments, from balances and the other flows. */
function waysOf(formula: DateFormula, { needsWhole, parts }: PaymentChoice, sums: DatedSums): Way[] {
  const table = (pieces: readonly KnownPiece[]): KnownTable => ({ kinds: [], pieces })
  const flows = (names: readonly PostedSum[]): KnownTable[] => names.map((name) => table(sums.posted[name]))
  const served = formula.served.map((name) => table(sums.served[name]))
  const own = parts.map((name) => table(sums.parts[name]))
  const direct = formula.posted.filter((name) => needsWhole || name !== 'payment')
  const ways: Way[] = [{ served, posted: [...flows(direct), ...own], rest: [] }]
  if (!needsWhole) return ways
  return [...ways, { served, posted: [table(sums.balance), ...own], rest: flows(restOf(formula)) }]
}
