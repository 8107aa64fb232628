import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { simulatePractice } from '../../scripts/demo/simulatePractice.ts'
import { worklistIds, type WorklistId } from '../../scripts/private/worklists/worklist.ts'
import { metrics } from '../../src/metrics/metrics.ts'
import { monthOf } from './civilDates.ts'
import { differencesBetween } from './compareRows.ts'
import { expectedRows, listed, ties } from './compareWorklists.ts'
import { readDemoWorkplace, type DemoPractice, type DemoWorkplace } from './demoPractice.ts'
import { keepDemoRows } from './demoRows.ts'
import { goldenFolder, type Golden } from './golden.ts'
import { oracle } from './oracle.ts'
import { openPracticeEngine, type PracticeEngine } from './practiceEngine.ts'
import { expectedOffice, officeMonths, toldOffice } from './officeNumbers.ts'
import { splitCounts } from './splitCounts.ts'
import { rowPlaces } from './rowPlaces.ts'
import { truthDifferences } from './truthDifferences.ts'
import { questionList, type FilterValues } from './questionList.ts'

let demo: DemoWorkplace
let engine: PracticeEngine
let filters: FilterValues

beforeAll(async () => {
  demo = await readDemoWorkplace()
  await keepDemoRows(demo)
  engine = await openPracticeEngine(demo.cubes)
  filters = filterValuesOf(demo)
}, 300_000)

afterAll(async () => {
  await engine.close()
})

describe('the demo practice', () => {
  it('has a golden file for every metric, and for no other', async () => {
    const files = (await readdir(goldenFolder)).sort()
    expect(files).toEqual(metrics.map(({ id }) => `${id}.json`).sort())
  })

  it.each(metrics)('$id is what its golden file says', async (metric) => {
    const golden = JSON.parse(await readFile(join(goldenFolder, `${metric.id}.json`), 'utf8')) as Golden
    expect(golden.asOf).toBe(demo.options.asOf)
    for (const { by, period, rows } of golden.answers) {
      const actual = await engine.answer(metric, { metric: metric.id, by, where: {}, period })
      expect(differencesBetween(rows, actual)).toEqual([])
    }
  })

  it.each(metrics)('$id is what the oracle says, in total, split, filtered and by month', async (metric) => {
    for (const query of questionList(metric, demo.options.asOf, filters)) {
      const expected = oracle(metric.id, query, demo.rows, demo.options)
      const differences = differencesBetween(expected, await engine.answer(metric, query))
      expect(differences.map((difference) => `${JSON.stringify(query)} ${difference}`)).toEqual([])
    }
  })

  it.each(metrics)('$id has a value in the last closed month', (metric) => {
    const period = { from: '2026-10', to: '2026-10' }
    const [row] = oracle(metric.id, { by: [], where: {}, period }, demo.rows, demo.options)
    expect(row?.value).toEqual(expect.any(Number))
  })
})

/** Credits are few where they are refunded, and so are duties of a quarter; few charges lack their visit, and a good roster has few gaps. */
const fewRows: Readonly<Partial<Record<WorklistId, number>>> = {
  charges_without_visit: 5,
  credit_balances: 15,
  compliance_due: 10,
  coverage_gaps: 5,
}

describe('worklists of the demo practice', () => {
  it('hold the very rows that a plain computation finds, in its order, and tie with the dashboard', () => {
    const { rows, options, cubes, worklists, batches } = demo
    const places = rowPlaces(rows, batches)
    expect(worklists.map(({ id }) => id)).toEqual(worklistIds)
    for (const list of worklists) {
      const expected = expectedRows(list.id, { rows, options }, places)
      expect(expected.length).toBeGreaterThan(fewRows[list.id] ?? 30)
      expect({ id: list.id, rows: listed(list) }).toEqual({ id: list.id, rows: expected })
      expect(list.total).toBe(expected.length)
    }
    expect(ties(worklists, cubes, monthOf(options.asOf))).toEqual({ unresolved: true, oldBalances: true })
  })
})

describe('office numbers of the demo practice', () => {
  it('are what a plain computation finds, and none of them is unknown', () => {
    const { rows, options, office } = demo
    expect(office.months).toEqual(officeMonths(options))
    expect(toldOffice(office)).toEqual(expectedOffice(rows, options))
    expect(office.numbers.filter(({ needs }) => needs !== null).map(({ id }) => id)).toEqual([])
  })
})

describe('why a metric changed', () => {
  it('is split exactly between every two months that follow each other', async () => {
    const counts = await splitCounts(demo.cubes, { from: '2023-11', to: '2026-10' })
    expect(counts.flatMap(({ metric, faults }) => faults.map((month) => `${metric} ${month}`))).toEqual([])
    // A trailing figure has its first value when its months are there, staff cost once payroll begins.
    for (const { metric, splits, whole } of counts) {
      const trailing = metric.endsWith('_12m') ? 12 : 3
      expect([metric, splits >= 35 - trailing, whole >= 35 - trailing]).toEqual([metric, true, true])
    }
  }, 120_000)
})

describe('what is published of the demo practice', () => {
  const truth = simulatePractice().truth
  // Facts of which the simulation keeps its own sums while it runs.
  const told = [
    'appointments',
    'clinic_days',
    'slots',
    'charges',
    'production',
    'transactions',
    'receivables',
    'payroll',
    'expenses',
    'compliance',
  ]

  it.each(told)('%s is what truly happened less the spoilt rows, to the cent', (fact) => {
    const tables = demo.cubes.filter(({ cube }) => cube.fact === fact)
    const results = tables.map((table) => truthDifferences(truth, table))
    expect(results.flatMap(({ differences }) => differences)).toEqual([])
    expect(results.reduce((sum, { compared }) => sum + compared, 0)).toBeGreaterThan(36)
  })
})

/** The names that most bookings carry, so that filtered answers are full. */
function filterValuesOf({ rows }: DemoPractice): FilterValues {
  const most = (values: readonly (string | null)[]) => {
    const counts = Map.groupBy(
      values.filter((value) => value !== null),
      (value) => value,
    )
    return [...counts].toSorted(([, a], [, b]) => b.length - a.length).map(([value]) => value)
  }
  return {
    provider: most(rows.appointments.map(({ provider }) => provider)),
    location: most(rows.appointments.map(({ location }) => location)),
    payer: most(rows.appointments.map(({ payer_class }) => payer_class)),
  }
}
