import type { LedgerWorklist } from '../../scripts/private/ledger/ledger.ts'
import type { WorklistId } from '../../scripts/private/worklists/worklist.ts'
import type { CubeTable } from '../../src/cubes/cube.ts'
import type { SmallPractice } from './arbitraryLedger.ts'
import { formatMoney } from '../../src/format/formatMoney.ts'
import { monthOf } from './civilDates.ts'
import type { RowPlaces } from './rowPlaces.ts'
import { worklistRows } from './worklistRows.ts'

/** Rows as place and values by key. */
export function listed({ columns, rows }: LedgerWorklist) {
  return rows.map(({ tab, row, values }) => ({
    place: `${String(tab)} ${String(row)}`,
    values: Object.fromEntries(columns.map(({ key }, index) => [key, values[index]])),
  }))
}

/** The rows that a list should have, by the plain computation. */
export function expectedRows(id: WorklistId, { rows, options }: SmallPractice, places: RowPlaces) {
  return worklistRows[id](rows, options).map(({ source, values }) => ({ place: places.get(source), values }))
}

/** Whether the lists say what the published sums of all months, or of the last one, say. */
export function ties(worklists: readonly LedgerWorklist[], cubes: readonly CubeTable[], month: string) {
  const list = (id: WorklistId) => worklists.find((one) => one.id === id)
  const balances = list('old_balances')
  const owed = balances?.rows.reduce((sum, { values }) => sum + Number(values[0]), 0) ?? 0
  const net = sumOf(cubes, 'over_90_cents', (one) => monthOf(one) === month)
  return {
    unresolved:
      (list('unresolved_appointments')?.total ?? 0) === sumOf(cubes, 'unresolved_count', () => true),
    oldBalances: owed === net || (balances?.explanation.includes(creditsText(owed - net)) ?? false),
  }
}

/** How the list names the credits that the sums deduct and it does not. */
function creditsText(cents: number): string {
  return cents > 0 ? `less ${formatMoney(cents, 'exact')} of credits as old` : 'no list can owe less'
}

/** A measure of the first cut that has it. */
function sumOf(cubes: readonly CubeTable[], measure: string, counts: (month: string) => boolean): number {
  const table = cubes.find(({ columns }) => columns[measure] !== undefined)
  const months = table?.columns.month ?? []
  return (table?.columns[measure] ?? [])
    .map(Number)
    .reduce((sum, value, row) => (counts(String(months[row])) ? sum + value : sum), 0)
}
