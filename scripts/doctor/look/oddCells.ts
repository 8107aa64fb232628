import { contracts } from '../../private/contracts/contracts.ts'
import type { FieldKind } from '../../private/contracts/contract.ts'
import type { RecognisedTab } from '../../private/recognise/recognition.ts'
import type { Cell, Row } from '../../private/sources/source.ts'

/** Cells of a column that are not what a spreadsheet should hold there. Counts, never a value. */
export interface OddCells {
  readonly field: string
  /** 0 is column A. */
  readonly index: number
  readonly kind: 'text date' | 'long number' | 'numbers among text' | 'error'
  readonly count: number
}

const dateKinds = new Set<FieldKind>(['date', 'timestamp'])

/** Odd cells in the data rows of a tab's first rows, column by column. */
export function oddCells(recognised: RecognisedTab, rows: readonly Row[]): OddCells[] {
  const data = rows.slice(recognised.headerRow)
  return recognised.columns.flatMap(({ field, index }) => {
    const kind = contracts[recognised.dataset].fields[field]?.kind
    const cells = data.map((row) => row[index] ?? null)
    return [...countsOf(kind, cells)]
      .filter(([, count]) => count > 0)
      .map(([what, count]) => ({ field, index, kind: what, count }))
  })
}

function countsOf(kind: FieldKind | undefined, cells: readonly Cell[]): [OddCells['kind'], number][] {
  const count = (isOdd: (cell: Cell) => boolean) => cells.filter(isOdd).length
  const errors: [OddCells['kind'], number] = ['error', count(isError)]
  if (kind !== undefined && dateKinds.has(kind)) return [errors, ['text date', count(isText)]]
  if (kind !== 'id') return [errors]
  const texts = count(isText)
  const numbers = count((cell) => typeof cell === 'number')
  const long = count((cell) => typeof cell === 'number' && Math.abs(cell) >= 1e15)
  return [errors, ['long number', long], ['numbers among text', texts > 0 && long === 0 ? numbers : 0]]
}

function isText(cell: Cell): boolean {
  return typeof cell === 'string' && cell.trim() !== ''
}

function isError(cell: Cell): boolean {
  return typeof cell === 'object' && cell !== null
}
