import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { openLedger } from '../../../../scripts/private/ledger/openLedger.ts'
import { defaultSettings } from '../../../../scripts/private/settings.ts'
import { cubeName, cutOf, narrowed, type CubeTable, type Fact } from '../../../../src/cubes/cube.ts'
import { facts } from '../../../../src/cubes/facts.ts'
import { stageRows } from '../../../helpers/ledgerRows.ts'
import { arbitraryTabs } from './arbitraryTabs.ts'
import { type CubeRow, cubeTables, rowsOf, type Tabs } from './cubeRows.ts'

/** Random but always the same; building a ledger is slow, so all laws look at the same ones. */
const practices = fc.sample(arbitraryTabs, { numRuns: 12, seed: 20_261_031 })

const rowsNamed = (tables: readonly CubeTable[], name: string): CubeRow[] =>
  tables.filter(({ cube }) => cube.name === name).flatMap(rowsOf)

/** Sum of a measure by month; months without rows are absent. */
function monthly(rows: readonly CubeRow[], ...measures: readonly string[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const row of rows) {
    const month = String(row.month)
    const value = measures.reduce((sum, measure) => sum + Number(row[measure]), 0)
    sums.set(month, (sums.get(month) ?? 0) + value)
  }
  return sums
}

/** A row dated as its calendar quarter. */
function inQuarter(row: CubeRow): CubeRow {
  const month = String(row.month)
  const first = String(Math.floor((Number(month.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0')
  return { ...row, month: `${month.slice(0, 5)}${first}-01` }
}

const nonZero = (sums: Map<string, number>) => [...sums].filter(([, value]) => value !== 0).sort()
const total = (rows: readonly CubeRow[], ...measures: readonly string[]) =>
  [...monthly(rows, ...measures).values()].reduce((sum, value) => sum + value, 0)

/** Each table's totals that are not 0, without the months of which a table does not know a sum. */
function knownMonths(tables: readonly (readonly CubeRow[])[], measure: string): [string, number][][] {
  const unknown = new Set(tables.flat().flatMap((row) => (row[measure] === null ? [row.month] : [])))
  return tables.map((rows) =>
    nonZero(
      monthly(
        rows.filter(({ month }) => !unknown.has(month)),
        measure,
      ),
    ),
  )
}

describe('the cubes of any practice', () => {
  let all: readonly (readonly CubeTable[])[] = []

  beforeAll(async () => {
    const built: (readonly CubeTable[])[] = []
    for (const tabs of practices) built.push(await cubeTables({ tabs, threads: 1 }))
    all = built
  })

  it('add up to the same totals in every cut of a fact', () => {
    for (const tables of all) {
      for (const fact of Object.values<Fact>(facts)) {
        const cuts = tables.filter(({ cube }) => cube.fact === fact.name)
        for (const measure of Object.keys(fact.measures)) {
          const own = cuts.filter((cut) => cut.columns[measure] !== undefined)
          const months = own.filter(({ cube }) => cutOf(fact, cube.name).grain === undefined)
          const [first, ...others] = knownMonths(months.map(rowsOf), measure)
          const [quarters, ...same] = knownMonths(
            own.map((cut) => rowsOf(cut).map(inQuarter)),
            measure,
          )
          for (const other of same) expect(other).toEqual(quarters)
          for (const other of others) expect(other).toEqual(first)
        }
      }
    }
  })

  it('roll A/R forward: opening + charges - payments - adjustments = closing', () => {
    for (const tables of all) {
      const charged = monthly(rowsNamed(tables, 'charges'), 'charge_cents')
      const flows = ['net_payment_cents', 'adjustment_cents']
      const settled = monthly(rowsNamed(tables, 'transactions'), ...flows)
      const closings = monthly(rowsNamed(tables, 'receivables'), 'balance_cents')
      let opening = 0
      for (let index = 0; index < 10; index += 1) {
        const month = `2026-${String(index + 1).padStart(2, '0')}-01`
        const closing = closings.get(month) ?? 0
        expect(opening + (charged.get(month) ?? 0) - (settled.get(month) ?? 0)).toBe(closing)
        opening = closing
      }
    }
  })

  it('are, over 90 days, those of the old age buckets, and at most for some the patients’', () => {
    for (const tables of all) {
      const rows = rowsNamed(tables, 'receivables_by_age_bucket')
      const old = rows.filter(({ age_bucket }) => age_bucket === '91-120' || age_bucket === '121+')
      expect(total(rows, 'over_90_cents')).toBe(total(old, 'balance_cents'))
      expect(total(old, 'over_90_cents')).toBe(total(old, 'balance_cents'))
    }
  })

  it('split a whole into parts that do not exceed it', () => {
    for (const tables of all) {
      for (const fact of Object.values<Fact>(facts)) {
        for (const cut of fact.cuts) {
          const rows = rowsNamed(tables, cubeName(fact.name, cut.by))
          for (const { whole, parts } of narrowed(fact, cut).partitions ?? []) {
            if (![whole, ...parts].every((name) => fact.measures[name]?.unit === 'count')) continue
            for (const row of rows) {
              const sum = parts.reduce((count, part) => count + Number(row[part]), 0)
              expect(Number(row[whole])).toBeGreaterThanOrEqual(sum)
            }
          }
        }
      }
    }
  })

  it('spread pay so that the months add up to the lines, and count cost and pay of the same people', async () => {
    for (const tabs of practices.slice(0, 4)) {
      const tables = await cubeTables({ tabs, asOf: '2027-12-31', threads: 1 })
      const lines = await settledPayroll(tabs)
      const isStaff = ({ role_group, is_owner }: (typeof lines)[number]) =>
        is_owner !== true && role_group !== 'physician' && role_group !== 'app'
      const paid = lines
        .filter(isStaff)
        .reduce(
          (sum, { amount, employer_taxes }) => sum + Number(amount ?? 0) + Number(employer_taxes ?? 0),
          0,
        )
      expect(total(rowsNamed(tables, 'payroll'), 'staff_cost_cents')).toBe(paid)
      const gross = lines.filter(isStaff).reduce((sum, { amount }) => sum + Number(amount ?? 0), 0)
      expect(total(rowsNamed(tables, 'payroll'), 'paid_cents')).toBe(gross)
    }
  })

  it('count every charge line with a lag in one bin, and every adjustment as contractual or another', () => {
    for (const tables of all) {
      const lines = monthly(rowsNamed(tables, 'charges'), 'charge_line_count')
      const bins = monthly(rowsNamed(tables, 'charges_by_lag_days'), 'charge_line_count')
      expect(nonZero(bins)).toEqual(nonZero(lines))
      for (const row of rowsNamed(tables, 'transactions')) {
        const parts = Number(row.contractual_cents) + Number(row.other_adjustment_cents)
        expect(row.adjustment_cents).toBe(parts)
      }
    }
  })

  it('produce by service month all that was charged by posting month', () => {
    for (const tables of all) {
      const charged = total(rowsNamed(tables, 'charges'), 'charge_cents')
      expect(total(rowsNamed(tables, 'production'), 'charge_cents')).toBe(charged)
    }
  })

  it('hold the declared columns only, sorted rows, and nothing blank', () => {
    for (const tables of all) {
      for (const { cube, columns, rowCount } of tables) {
        expect(Object.keys(columns)).toEqual(cube.columns.map(({ name }) => name))
        const { knownBy, measures = {} } =
          Object.values<Fact>(facts).find(({ name }) => name === cube.fact) ?? {}
        for (const { name, type } of cube.columns) {
          const kind = type === 'integer' ? 'number' : 'string'
          const isUnknown = (value: unknown) => value === null && knownBy !== undefined && name in measures
          expect(columns[name]).toHaveLength(rowCount)
          expect(
            columns[name]?.every((value) => isUnknown(value) || (typeof value === kind && value !== '')),
          ).toBe(true)
        }
        expect(columns.month).toEqual([...(columns.month ?? [])].sort())
        expect(columns.month?.every((month) => /^\d{4}-\d{2}-01$/.test(String(month)))).toBe(true)
      }
    }
  })

  it('come out the same from the same rows, however many threads work on them', async () => {
    for (const [index, tabs] of practices.slice(0, 4).entries()) {
      expect(await cubeTables({ tabs, threads: 4 })).toEqual(all[index])
    }
  })

  it('do not depend on the order in which tabs are appended', async () => {
    const [one = {}, two = {}] = practices
    const first = { tabs: one, tab: 1 }
    const second = { tabs: two, tab: 2 }
    const forwards = await appended([first, second])
    expect(await appended([second, first])).toEqual(forwards)
    // The later tab wins wherever ids collide, so swapping the tabs themselves does change the result.
    const swapped = await appended([
      { ...second, tab: 1 },
      { ...first, tab: 2 },
    ])
    expect(swapped.cubes).not.toEqual(forwards.cubes)
  })
})

async function appended(parts: readonly { readonly tabs: Tabs; readonly tab: number }[]) {
  const ledger = await openLedger({ threads: 1 })
  for (const { tabs, tab } of parts) {
    for (const [dataset, rows] of Object.entries(tabs)) {
      await stageRows(ledger, dataset as keyof Tabs, rows, { tab })
    }
  }
  const settlements = await ledger.settle()
  const cubes = await ledger.cubes({ asOf: '2026-10-31', settings: defaultSettings })
  await ledger.close()
  return { settlements, cubes }
}

async function settledPayroll(tabs: Tabs) {
  const ledger = await openLedger({ threads: 1 })
  await stageRows(ledger, 'payroll', tabs.payroll ?? [])
  await ledger.settle()
  const rows = await ledger.rows('payroll')
  await ledger.close()
  return rows
}
