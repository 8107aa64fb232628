import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openLedger } from '../../scripts/private/ledger/openLedger.ts'
import type { LedgerWorklist } from '../../scripts/private/ledger/ledger.ts'
import { worklistIds, type WorklistId } from '../../scripts/private/worklists/worklist.ts'
import type { CubeTable } from '../../src/cubes/cube.ts'
import { stageRows, type StagedRow } from '../helpers/ledgerRows.ts'
import { monthOf } from './civilDates.ts'
import type { LedgerRows } from './ledgerRows.ts'
import { arbitraryWorkplace } from './arbitraryWorkplace.ts'
import type { SmallPractice } from './arbitraryLedger.ts'
import { readDemoWorkplace } from './demoPractice.ts'
import { rowPlaces, type RowPlaces } from './rowPlaces.ts'
import { worklistRows } from './worklistRows.ts'

/** The same ledgers on every run, so that a failure stays. */
const seed = 20_261_122
const ledgers = 40

describe('worklists of the demo practice', () => {
  it('hold the very rows that a plain computation finds, in its order, and tie with the dashboard', async () => {
    const { rows, options, cubes, worklists, batches } = await readDemoWorkplace()
    const places = rowPlaces(rows, batches)
    expect(worklists.map(({ id }) => id)).toEqual(worklistIds.filter((id) => id !== 'unsigned_notes'))
    for (const list of worklists) {
      const expected = expectedRows(list.id, { rows, options }, places)
      expect(expected.length).toBeGreaterThan(30)
      expect({ id: list.id, rows: listed(list) }).toEqual({ id: list.id, rows: expected })
      expect(list.total).toBe(expected.length)
    }
    expect(ties(worklists, cubes, monthOf(options.asOf))).toEqual({ unresolved: true, oldBalances: true })
  }, 300_000)
})

describe('worklists of random small practices', () => {
  it('hold the very rows that a plain computation finds, in its order, and tie with the dashboard', async () => {
    const found = new Map<WorklistId, number>()
    for (const [turn, practice] of fc.sample(arbitraryWorkplace, { seed, numRuns: ledgers }).entries()) {
      const { places, worklists, cubes } = await run(practice)
      for (const list of worklists) {
        const expected = expectedRows(list.id, practice, places)
        expect({ turn, id: list.id, rows: listed(list) }).toEqual({ turn, id: list.id, rows: expected })
        found.set(list.id, (found.get(list.id) ?? 0) + expected.length)
      }
      if (practice.options.settings.accounts_receivable === 'aging_report') continue
      const month = monthOf(practice.options.asOf)
      expect({ turn, ...ties(worklists, cubes, month) }).toEqual({
        turn,
        unresolved: true,
        oldBalances: true,
      })
    }
    expect(worklistIds.filter((id) => (found.get(id) ?? 0) < 50)).toEqual([])
  }, 300_000)
})

/** Rows as place and values by key. */
function listed({ columns, rows }: LedgerWorklist) {
  return rows.map(({ tab, row, values }) => ({
    place: `${String(tab)} ${String(row)}`,
    values: Object.fromEntries(columns.map(({ key }, index) => [key, values[index]])),
  }))
}

function expectedRows(id: WorklistId, { rows, options }: SmallPractice, places: RowPlaces) {
  return worklistRows[id](rows, options).map(({ source, values }) => ({ place: places.get(source), values }))
}

/** Whether the lists say what the published sums of all months, or of the last one, say. */
function ties(worklists: readonly LedgerWorklist[], cubes: readonly CubeTable[], month: string) {
  const list = (id: WorklistId) => worklists.find((one) => one.id === id)
  const balance = list('old_balances')?.rows.reduce((sum, { values }) => sum + Number(values[0]), 0) ?? 0
  return {
    unresolved:
      (list('unresolved_appointments')?.total ?? 0) === sumOf(cubes, 'unresolved_count', () => true),
    oldBalances: balance === sumOf(cubes, 'over_90_cents', (one) => monthOf(one) === month),
  }
}

/** A measure of the first cut that has it. */
function sumOf(cubes: readonly CubeTable[], measure: string, counts: (month: string) => boolean): number {
  const table = cubes.find(({ columns }) => columns[measure] !== undefined)
  const months = table?.columns.month ?? []
  return (table?.columns[measure] ?? [])
    .map(Number)
    .reduce((sum, value, row) => (counts(String(months[row])) ? sum + value : sum), 0)
}

/** Rows staged, settled and listed as a sync would; every dataset is a tab of its own. */
async function run({ rows, options }: SmallPractice) {
  const ledger = await openLedger({ threads: 1 })
  const places = new Map<object, string>()
  try {
    const tabs = Object.entries(rows) as [keyof LedgerRows, readonly StagedRow[]][]
    const staged = tabs.filter(([, some]) => some.length > 0)
    for (const [tab, [dataset, some]] of staged.entries()) {
      await stageRows(ledger, dataset, some, { tab })
      for (const [index, row] of some.entries()) places.set(row, `${String(tab)} ${String(index + 2)}`)
    }
    const settlements = await ledger.settle()
    expect(settlements.filter(({ duplicates }) => duplicates > 0)).toEqual([])
    const cubes = await ledger.cubes(options)
    return { places, cubes, worklists: await ledger.worklists() }
  } finally {
    await ledger.close()
  }
}
