import type { StagedValue } from '../../ledger/ledger.ts'

/** One thing wrong with a row. */
export interface RowProblem {
  /** 0 is column A; null where the row as a whole, or a constant, is at fault. */
  readonly column: number | null
  readonly field: string | null
  readonly rule: string
  readonly fix: string
}

/** A value that no map knows: for the private side only. */
export interface UnmappedNote {
  readonly row: number
  readonly field: string
  /** As typed; different ones are told apart by `valueKey`. */
  readonly value: string
  /** 0 is column A; left out where the field has one column. */
  readonly column?: number | null
}

/** A chunk of data rows of one tab, column by column, while it is cast and filled. */
export class StagedRows {
  /** Row numbers in the tab. */
  readonly numbers: readonly number[]
  readonly columns: Record<string, StagedValue[]> = {}
  /** By position in the chunk. */
  readonly problems = new Map<number, RowProblem[]>()
  /** Values kept under a stand-in. */
  unmapped: UnmappedNote[] = []
  /** Values that refuse the run. */
  readonly unknown: UnmappedNote[] = []

  constructor(numbers: readonly number[]) {
    this.numbers = numbers
  }

  has(field: string): boolean {
    return this.columns[field] !== undefined
  }

  /** A field's values, blank throughout if it was not there. */
  column(field: string): StagedValue[] {
    return (this.columns[field] ??= new Array<StagedValue>(this.numbers.length).fill(null))
  }

  get(field: string, row: number): StagedValue {
    return this.columns[field]?.[row] ?? null
  }

  /** Text of a field that holds text; null if blank. */
  text(field: string, row: number): string | null {
    const value = this.get(field, row)
    return typeof value === 'string' ? value : null
  }

  /** Number of a field that holds numbers; null if blank. */
  number(field: string, row: number): number | null {
    const value = this.get(field, row)
    return typeof value === 'number' ? value : null
  }

  reject(row: number, problem: RowProblem): void {
    const held = this.problems.get(row)
    if (held) held.push(problem)
    else this.problems.set(row, [problem])
  }

  hasProblem(row: number, field: string): boolean {
    return this.problems.get(row)?.some((problem) => problem.field === field) ?? false
  }
}
