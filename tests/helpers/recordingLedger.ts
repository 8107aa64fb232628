import { contracts } from '../../scripts/private/contracts/contracts.ts'
import { datasets, type Dataset } from '../../scripts/private/contracts/dataset.ts'
import type {
  Ledger,
  PersonRows,
  StagedBatch,
  StagedValue,
  TabSettlement,
  BillingLines,
  TwoDatedRows,
} from '../../scripts/private/ledger/ledger.ts'
import type { Dimension, Fact } from '../../src/cubes/cube.ts'

export type RecordedRow = Readonly<Record<string, StagedValue>>

interface Entry {
  readonly tab: number
  readonly number: number
  readonly row: RecordedRow
}

/** A ledger that only remembers: what was appended, and what would be left after duplicates. */
export interface RecordingLedger extends Ledger {
  readonly batches: readonly StagedBatch[]
  /** Rows of a dataset as appended, in order. */
  appended(dataset: Dataset): RecordedRow[]
}

/** Opens one. Duplicates are rows that agree in the first key that both have filled; the last one stays. */
export function recordingLedger(): RecordingLedger {
  const batches: StagedBatch[] = []
  const entries = (dataset: Dataset) =>
    batches.filter((batch) => batch.dataset === dataset).flatMap(entriesOf)
  return {
    batches,
    appended: (dataset) => entries(dataset).map(({ row }) => row),
    append: (batch) => Promise.resolve(void batches.push(batch)),
    settle: () => Promise.resolve(datasets.flatMap((dataset) => settlementsOf(dataset, entries(dataset)))),
    rows: (dataset) =>
      Promise.resolve([...settled(dataset, entries(dataset)).values()].map(({ row }) => row)),
    cubes: () => Promise.resolve([]),
    people: (fact, cut) => Promise.resolve(nobody(fact, cut)),
    twoDates: () => Promise.resolve(nothingTwice),
    billingLines: () => Promise.resolve(noLines),
    lackingInputs: () => Promise.resolve([]),
    unvaluedWork: () => Promise.resolve({ lines: 0, codes: 0 }),
    loggedTimes: () => Promise.resolve({ changes: 0, unmatched: 0, untimely: 0, differing: 0 }),
    unmatchedNotes: () => Promise.resolve({ encounters: 0, unmatched: 0 }),
    totalsCheck: () =>
      Promise.resolve({
        isOnly: false,
        replacedRows: 0,
        balances: { stated: 0, unbalanced: 0, cents: 0 },
        months: [],
      }),
    paymentsTwice: () => Promise.resolve([]),
    payTwice: () => Promise.resolve([]),
    worklists: () => Promise.resolve([]),
    officeNumbers: () => Promise.resolve({ months: [], numbers: [] }),
    close: () => Promise.resolve(),
  }
}

const nowhere = new Int32Array()

const nothingTwice: TwoDatedRows = {
  monthNames: [],
  line: nowhere,
  served: nowhere,
  posted: nowhere,
  person: nowhere,
  sourceRows: nowhere,
  cents: nowhere,
}

const noLines: BillingLines = {
  monthNames: [],
  kind: nowhere,
  part: nowhere,
  served: nowhere,
  posted: nowhere,
  cut: [],
  values: [],
  item: { cut: [], values: [] },
  older: [nowhere, nowhere, nowhere, nowhere],
  patients: nowhere,
  person: nowhere,
  sourceRows: nowhere,
  cents: nowhere,
  isRolled: true,
}

function nobody({ name }: Fact, cut: readonly Dimension[]): PersonRows {
  const none = new Int32Array()
  return {
    fact: name,
    cut,
    monthNames: [],
    month: none,
    values: cut.map(() => ({ names: [], codes: none })),
    person: none,
    sourceRows: none,
    measures: {},
  }
}

function entriesOf({ tab, rowNumbers, columns }: StagedBatch): Entry[] {
  return rowNumbers.map((number, index) => ({
    tab,
    number,
    row: Object.fromEntries(Object.entries(columns).map(([field, values]) => [field, values[index] ?? null])),
  }))
}

function settled(dataset: Dataset, entries: readonly Entry[]): Map<string, Entry> {
  const left = new Map<string, Entry>()
  for (const entry of entries) {
    const key = identity(dataset, entry)
    const held = left.get(key)
    if (!held || isNewer(dataset, entry, held)) left.set(key, entry)
  }
  return left
}

/** The later tab, in one tab the later day of posting, then the larger amount, then the lower row. */
function isNewer(dataset: Dataset, a: Entry, b: Entry): boolean {
  if (a.tab !== b.tab) return a.tab > b.tab
  const [day, other] = [String(a.row.post_date ?? ''), String(b.row.post_date ?? '')]
  if (day !== other) return day > other
  const cents = ({ row }: Entry): number => Math.abs(Number(row[contracts[dataset].control ?? ''] ?? 0))
  return cents(a) >= cents(b)
}

function identity(dataset: Dataset, { tab, number, row }: Entry): string {
  const key = contracts[dataset].keys.find((fields) => fields.every((field) => (row[field] ?? null) !== null))
  return key ? JSON.stringify(key.map((field) => [field, row[field]])) : `${tab} ${number}`
}

function settlementsOf(dataset: Dataset, entries: readonly Entry[]): TabSettlement[] {
  const left = new Set(settled(dataset, entries).values())
  const control = contracts[dataset].control
  const cents = (some: readonly Entry[]) =>
    control === null ? null : some.reduce((sum, { row }) => sum + Number(row[control] ?? 0), 0)
  return [...Map.groupBy(entries, ({ tab }) => tab)].map(([tab, all]) => {
    const included = all.filter((entry) => left.has(entry))
    const duplicates = all.filter((entry) => !left.has(entry))
    return {
      dataset,
      tab,
      included: included.length,
      duplicates: duplicates.length,
      conflicts: 0,
      conflictRows: [],
      doubled: null,
      voided: 0,
      voidedCents: 0,
      keyless: 0,
      includedCents: cents(included),
      duplicateCents: cents(duplicates),
      newest: null,
    }
  })
}
