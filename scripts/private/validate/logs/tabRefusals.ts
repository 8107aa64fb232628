import { SyncError } from '../../../errors/SyncError.ts'
import type { Reject } from '../../intake.ts'
import { tabLabel } from '../../recognise/tabLabel.ts'
import type { Tab } from '../../sources/source.ts'
import { unknownValue } from '../casts/choiceCast.ts'

export interface TabOutcome {
  readonly tab: Tab
  readonly staged: number
  /** Rejected for more than an unknown value. */
  readonly rowsAtFault: number
  readonly rejects: readonly Reject[]
}

/**
 * Too many rejected rows, or nothing left: the tab must be mended before anything is published. One bad
 * row beside good ones never refuses, however short the tab.
 */
export function tabRefusals({ tab, staged, rowsAtFault, rejects }: TabOutcome, limit: number): SyncError[] {
  const rows = staged + rowsAtFault
  const everyRow = staged === 0 && rowsAtFault > 0
  if (!everyRow && rowsAtFault <= Math.max(1, limit * rows)) return []
  const most = mostFrequent(rejects.filter(({ rule }) => rule !== unknownValue))
  if (!most) return []
  const where =
    most.column === null ? (most.field ?? 'the row') : `column ${most.column} (${most.field ?? ''})`
  const often = `most often ${where}: ${most.rule}, the first in row ${most.row}`
  if (everyRow) {
    return [new SyncError(`Tab ${tabLabel(tab)}: every row was rejected (${rows}); ${often}.`, most.fix)]
  }
  const percent = Math.round(limit * 1000) / 10
  return [
    new SyncError(
      `Tab ${tabLabel(tab)}: ${rowsAtFault} of ${rows} rows were rejected, more than the ${percent} % allowed; ${often}.`,
      `${most.fix} Or allow more with limits.rejected_share in the config.`,
    ),
  ]
}

function mostFrequent(rejects: readonly Reject[]): Reject | undefined {
  const groups = Map.groupBy(rejects, ({ column, field, rule }) => JSON.stringify([column, field, rule]))
  return [...groups.values()].sort((a, b) => b.length - a.length)[0]?.[0]
}
