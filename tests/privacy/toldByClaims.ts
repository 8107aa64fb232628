import type { ClaimMark } from '../../scripts/private/ledger/ledger.ts'
import { isMerged, type CubeTable } from '../../src/cubes/cube.ts'
import { addMonths } from '../../src/periods/month.ts'
import type { RandomClaim } from './randomClaims.ts'

/** Fewest patients whose number may be told. */
const fewest = 11

/** Sums of a fact that are known for a run of months, and which claims they count, one less the other. */
interface Counting {
  readonly measures: readonly string[]
  readonly isIn: (marks: readonly ClaimMark[]) => boolean
}

const has = (measure: ClaimMark): Counting => ({
  measures: [`${measure}_count`],
  isIn: (marks) => marks.includes(measure),
})
const lacks = (whole: string, measure: ClaimMark): Counting => ({
  measures: [whole, `${measure}_count`],
  isIn: (marks) => !marks.includes(measure),
})

const sentSums: readonly Counting[] = [
  { measures: ['submitted_count'], isIn: () => true },
  has('first_pass'),
  has('clean'),
  has('checked'),
  lacks('submitted_count', 'first_pass'),
  lacks('submitted_count', 'clean'),
]
const answerSums: readonly Counting[] = [
  { measures: ['answered_count'], isIn: () => true },
  has('denied'),
  has('resolved'),
  has('never_worked'),
  lacks('answered_count', 'denied'),
]

/**
 * The runs of months for which claims sent less claims answered is a small group, and both are told by sums of the whole
 * practice, by counting claims anew: it shares nothing with the audit.
 */
export function toldByClaims(tables: readonly CubeTable[], claims: readonly RandomClaim[]): string[] {
  const isShown = (fact: string) => tables.some(({ cube }) => cube.fact === fact)
  // What is not published at all is no zero to subtract.
  if (!isShown('claims') || !isShown('claim_answers')) return []
  const months = monthsOf(claims)
  const starts = [...months, addMonths(months.at(-1) ?? '2026-01', 1)]
  return sentSums.flatMap((sent) =>
    answerSums.flatMap((answered) => {
      const places = [
        ...sent.measures.map((measure) => placesOf(tables, 'claims', measure, starts)),
        ...answered.measures.map((measure) => placesOf(tables, 'claim_answers', measure, starts)),
      ]
      return starts.flatMap((from, at) =>
        starts
          .filter((to, until) => until > at && places.every((place) => place.get(from) === place.get(to)))
          .filter((to) => isSmall(claims, { from, to, sent, answered }))
          .map((to) => `edges: ${sent.measures.join()} ${answered.measures.join()} ${from} ${to}`),
      )
    }),
  )
}

function monthsOf(claims: readonly RandomClaim[]): string[] {
  const own = claims.flatMap(({ sent, answered }) => [sent, answered ?? sent]).sort()
  const months: string[] = []
  for (let month = own[0] ?? ''; month !== '' && month <= (own.at(-1) ?? ''); month = addMonths(month, 1))
    months.push(month)
  return months
}

/** Months between whose starts a measure of the whole practice is told stand in one place; a missing row tells 0. */
export function placesOf(
  tables: readonly CubeTable[],
  cube: string,
  measure: string,
  starts: readonly string[],
): ReadonlyMap<string, number> {
  const table = tables.find((one) => one.cube.name === cube)
  const places = new Map(starts.map((start, place) => [start, place]))
  const join = (from: string, to: string) => {
    const [own, other] = [places.get(from), places.get(to)]
    if (own === undefined || other === undefined) return
    for (const [start, place] of places) if (place === other) places.set(start, own)
  }
  const rows = Array.from({ length: table?.rowCount ?? 0 }, (_, row) => ({
    month: String(table?.columns.month?.[row]).slice(0, 7),
    months: Number(table?.columns.months?.[row]),
    sum: table?.columns[measure]?.[row] ?? null,
  }))
  for (const { month, months, sum } of rows)
    if (sum !== null && !isMerged(sum)) join(month, addMonths(month, months))
  for (const start of starts.slice(0, -1))
    if (!rows.some(({ month, months }) => month === start && months === 1)) join(start, addMonths(start, 1))
  return places
}

/** Whether somebody, but too few, have another number of claims among the one than among the other. */
function isSmall(
  claims: readonly RandomClaim[],
  { from, to, sent, answered }: { from: string; to: string; sent: Counting; answered: Counting },
): boolean {
  const isWithin = (month: string | null) => month !== null && month >= from && month < to
  const left = new Map<number, number>()
  let keyless = 0
  for (const claim of claims) {
    const isSent = isWithin(claim.sent) && sent.isIn(claim.marks)
    const isAnswered = isWithin(claim.answered) && answered.isIn(claim.marks)
    if (isSent === isAnswered) continue
    if (claim.person < 0) keyless += 1
    else left.set(claim.person, (left.get(claim.person) ?? 0) + (isSent ? 1 : -1))
  }
  const people = [...left.values()].filter((count) => count !== 0).length
  return (people > 0 || keyless > 0) && people + Math.floor(keyless / 3) < fewest
}
