import type { TwoDatedLine, TwoDatedRows } from '../ledger/ledger.ts'
import type { AuditMemory } from './AuditMemory.ts'
import type { Finding } from './auditReport.ts'
import type { Run } from './cutRuns.ts'
import { areKnown, findingsToMerge, wholePieces, type DatedSums, type KnownPiece } from './datedSums.ts'
import type { FactAudit } from './factAudit.ts'
import { monthBefore } from './monthBefore.ts'
import { isKnownSet, publishedPieces, type Timeline } from './publishedPieces.ts'
import { paymentChoices, somebodys } from './paymentChoices.ts'
import { ServedLeftovers } from './ServedLeftovers.ts'

/** Ages of what is owed, the youngest first; but for the last, a bucket is about a month of service. */
const buckets = ['0-30', '31-60', '61-90', '91-120', '121+']

/** So many of them are not over 90 days. */
const upTo90 = 3

/** The first and the last of some ages that follow each other. */
type Ages = readonly [youngest: number, oldest: number]

const spans = buckets.flatMap((_, youngest) =>
  buckets.slice(youngest).map((_, more): Ages => [youngest, youngest + more]),
)

const measures = ['balance_cents', 'over_90_cents', 'patient_cents']

/**
 * Charges by month of service, less what is matched to them, are about the balances of that age at a month's end: what
 * differs are other write-offs, money that names no charge, and what was taken later. For each month's end and the
 * ages that follow each other, that must be nobody's or a group that may be shown; with parts of the payments by month of posting
 * in place of what is matched, too. A finding names a sum of `production` to merge, or such a part; `merged` are those that
 * others name already, and is added to.
 */
export function checkServedAges(
  audits: ReadonlyMap<string, FactAudit>,
  {
    rows,
    sums,
    merged,
    memory,
  }: { rows: TwoDatedRows; sums: DatedSums; merged: Set<KnownPiece>; memory: AuditMemory },
): Finding[] {
  const receivables = audits.get('receivables')
  if (receivables === undefined) return []
  const { timeline, served, posted, parts } = sums
  const boundaries = timeline.length + 1
  const areAgesKnown = knownAges(receivables, timeline)
  const people = receivables.fine.rows
  const ask = (
    tables: readonly (readonly KnownPiece[])[],
    paid: readonly TwoDatedLine[] | null,
  ): Finding[] => {
    const [pieces = [], ...others] = tables.map((own) => own.filter((piece) => !merged.has(piece)))
    const areServedKnown = areKnown(boundaries, [pieces, ...others])
    const leftovers = memory.recall(
      `served ages ${paid?.join() ?? ''}`,
      [rows, people, timeline.join()],
      () => new ServedLeftovers(rows, people, { timeline, paid }),
    )
    const runs = [...timeline.keys()].flatMap((at) =>
      spans.flatMap((ages): Run[] => {
        const run = servedRun(timeline, at, ages)
        if (run[0] >= run[1] || !areServedKnown(run)) return []
        const told = measures.filter((measure) => areAgesKnown({ at, ages, measure }))
        const names = buckets.slice(ages[0], ages[1] + 1)
        return told.some((measure) => leftovers.isSmall({ run, at, ages: names, measure })) ? [run] : []
      }),
    )
    return findingsToMerge(boundaries, { pieces, runs, merged })
  }
  const hasParts = Object.values(parts).some((pieces) => pieces.some(({ sum }) => sum !== null))
  return [
    ...ask([served.contractual, served.payment, served.charge], null),
    ...(hasParts ? paymentChoices : []).flatMap(({ lines, needsWhole, parts: names }) => {
      const own = names.toReversed().map((name) => somebodys(parts[name]))
      const whole = needsWhole ? [posted.payment] : []
      return ask([...own, ...whole, served.contractual, served.charge], lines)
    }),
  ]
}

/** The months of service of some ages at the end of a month. */
function servedRun(timeline: Timeline, at: number, [youngest, oldest]: Ages): Run {
  const months = [timeline[at] ?? '']
  while (months.length <= oldest) months.push(monthBefore(months.at(-1) ?? ''))
  const isAny = oldest === buckets.length - 1
  const place = (holds: (month: string) => boolean): number => {
    const found = timeline.findIndex(holds)
    return found < 0 ? timeline.length : found
  }
  return [
    isAny ? 0 : place((month) => month >= (months[oldest] ?? '')),
    place((month) => month > (months[youngest] ?? '')),
  ]
}

interface AskedAges {
  readonly at: number
  readonly ages: Ages
  readonly measure: string
}

/** Whether the sum of some ages is known at the end of a month. */
function knownAges(receivables: FactAudit, timeline: Timeline): (asked: AskedAges) => boolean {
  const byAge = new Map(
    measures.map((measure) => [
      measure,
      publishedPieces(receivables, { by: ['age_bucket'], measure, timeline }).filter(
        ({ slice }) => slice?.months === 1,
      ),
    ]),
  )
  const whole = new Map(measures.map((measure) => [measure, wholePieces(receivables, measure, timeline)]))
  const isWhole = (measure: string, at: number): boolean =>
    whole.get(measure)?.some(({ from }) => from === at) ?? false
  return ({ at, ages: [youngest, oldest], measure }) => {
    const isOld = youngest >= upTo90
    if (measure === 'over_90_cents' && !isOld) return false
    const own = byAge.get(measure)?.find(({ from }) => from === at)
    if (own !== undefined && isKnownSet(own, new Set(buckets.slice(youngest, oldest + 1)))) return true
    const isOver90 = isWhole('over_90_cents', at) && measure !== 'patient_cents'
    if (youngest === upTo90 && oldest === buckets.length - 1) return isOver90
    return youngest === 0 && oldest === upTo90 - 1 && isOver90 && isWhole(measure, at)
  }
}
