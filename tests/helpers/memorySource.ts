import type { Row, Source, Tab } from '../../scripts/private/sources/source.ts'

/** One invented tab of a test: rows as a reader would give them, row 1 first. */
export interface MemoryTab {
  /** `test.xlsx` unless told. */
  readonly workbook?: string
  readonly name: string
  readonly hidden?: boolean
  readonly rows: readonly Row[]
}

/** Rows to a batch; small, so that tests cross batch borders. */
const batchSize = 100

/** A source over rows written in the test; its tabs keep their order and may be read again and again. */
export function memorySource(tabs: readonly MemoryTab[]): Source {
  return {
    kind: 'folder',
    label: 'memory',
    tabs: () => Promise.resolve(tabs.map(toTab)),
  }
}

function toTab({ workbook = 'test.xlsx', name, hidden = false, rows }: MemoryTab): Tab {
  return { workbook, name, hidden, rows: () => batchesOf(rows) }
}

async function* batchesOf(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += batchSize) {
    // A real source yields to the event loop between batches.
    await Promise.resolve()
    yield rows.slice(start, start + batchSize)
  }
}
