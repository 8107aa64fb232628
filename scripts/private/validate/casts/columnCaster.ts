import type { StagedValue } from '../../ledger/ledger.ts'
import type { Cell } from '../../sources/source.ts'
import { CastProblem, type Cast } from './cast.ts'

/** Distinct cells remembered a column; ids and amounts that hardly repeat are not worth more. */
const memorySize = 20_000

/**
 * Casts the cells of one column, remembering answers: a column of dates or statuses has few different
 * cells, so a million rows cost a few thousand casts.
 */
export function columnCaster(cast: Cast): (cell: Cell) => StagedValue | CastProblem {
  const memory = new Map<Cell, StagedValue | CastProblem>()
  return (cell) => {
    if (cell === null || cell === '') return null
    const known = memory.get(cell)
    if (known !== undefined) return known
    const value = read(cast, cell)
    if (memory.size >= memorySize) memory.clear()
    if (typeof cell !== 'object') memory.set(cell, value)
    return value
  }
}

function read(cast: Cast, cell: Cell): StagedValue | CastProblem {
  const result = cast.safeParse(cell)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const fix: unknown = issue?.code === 'custom' ? issue.params?.fix : undefined
  return new CastProblem(
    issue?.message ?? 'not readable',
    typeof fix === 'string' ? fix : 'Correct the cell.',
  )
}
