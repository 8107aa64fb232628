import { expect, test } from 'vitest'
import { checkFollowers } from '../../../../scripts/private/audit/checkFollowers.ts'
import { AuditMemory } from '../../../../scripts/private/audit/AuditMemory.ts'
import { DecisionLog } from '../../../../scripts/private/gate/decision.ts'
import { followTable } from '../../../../scripts/private/gate/followTable.ts'
import { cubesOf, type CubeTable } from '../../../../src/cubes/cube.ts'
import { facts } from '../../../../src/cubes/facts.ts'

const months = ['2025-12', '2026-01', '2026-02', '2026-03']

function tableOf(name: 'reconciliation' | 'receivables', isNull: (month: string) => boolean): CubeTable {
  const [cube] = cubesOf(facts[name])
  if (cube === undefined) throw new Error('no cube')
  const measures = cube.columns.filter(({ role }) => role !== 'time')
  return {
    cube,
    rowCount: months.length,
    columns: {
      month: months.map((month) => `${month}-01`),
      months: months.map(() => 1),
      ...Object.fromEntries(
        measures.map(({ name }) => [name, months.map((month) => (isNull(month) ? null : 100))]),
      ),
    },
  }
}

/** The balance at the end of December 2025 is merged. */
const isMerged = (month: string): boolean => month === '2025-12'

test('a reconciliation is withheld where the balance that opens or closes its month is', () => {
  const log = new DecisionLog(facts.receivables)
  log.hide({ month: '2025-12', months: 1, measure: 'balance_cents', key: '[]' })
  const { columns } = followTable(
    tableOf('reconciliation', () => false),
    {
      follows: facts.reconciliation.follows,
      decisions: new Map([['receivables', log]]),
      asOf: '2026-04-15',
    },
  )
  for (const name of ['opening_cents', 'closing_cents', 'difference_cents']) {
    expect(columns[name]).toEqual([null, null, 100, 100])
  }
})

test('the audit finds it where it is not', () => {
  const published = [tableOf('receivables', isMerged)]
  const found = (isNull: (month: string) => boolean) =>
    checkFollowers(
      { fact: facts.reconciliation, tables: [tableOf('reconciliation', isNull)] },
      { published, memory: new AuditMemory() },
    )
  expect(new Set(found(isMerged).map(({ month, rule }) => `${month} ${rule}`))).toEqual(
    new Set(['2026-01 follows']),
  )
  expect(found((month) => month < '2026-02')).toEqual([])
})

test('slots that are not known have no row, nor has the quarter that holds them, nor what is merged with them', () => {
  const [, cube] = cubesOf(facts.slots)
  if (cube === undefined) throw new Error('no cube')
  const log = new DecisionLog(facts.appointments)
  for (const key of ['["Ann"]', '["Bo"]']) {
    log.hide({ month: '2026-01', months: 1, measure: 'no_show_count', key })
    log.hide({ month: '2026-02', months: 1, measure: 'no_show_count', key })
  }
  const { columns } = followTable(
    {
      cube,
      rowCount: 6,
      columns: {
        month: ['2026-01-01', '2026-01-01', '2026-02-01', '2026-02-01', '2026-03-01', '2026-03-01'],
        months: [1, 1, 1, 1, 1, 1],
        provider: ['Ann', 'Bo', 'Ann', 'Bo', 'Ann', 'Bo'],
        slot_count: [10, 20, 11, null, 12, 22],
      },
    },
    {
      follows: facts.slots.follows,
      decisions: new Map([['appointments by provider', log]]),
      asOf: '2026-04-15',
    },
  )
  const rows = (columns.month ?? []).map((month, row) =>
    ['months', 'provider', 'slot_count'].reduce(
      (text, name) => `${text} ${String(columns[name]?.[row])}`,
      String(month).slice(0, 7),
    ),
  )
  expect(rows).toEqual([
    '2026-01 1 Ann null',
    '2026-01 1 Bo null',
    '2026-01 1 Other (merged) 30',
    '2026-02 1 Ann null',
    '2026-03 1 Ann 12',
    '2026-03 1 Bo 22',
    '2026-01 3 Ann 33',
  ])
})
