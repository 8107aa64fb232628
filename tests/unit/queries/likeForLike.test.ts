import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { merged, type Dimension } from '../../../src/cubes/cube.ts'
import { appointments, slots } from '../../../src/cubes/facts.ts'
import { nodeDatabase } from '../../../src/db/nodeDatabase.ts'
import type { Database } from '../../../src/db/database.ts'
import { slotUtilisation } from '../../../src/metrics/slotUtilisation.ts'
import { compileMetric } from '../../../src/queries/compileMetric.ts'
import type { MetricQuery } from '../../../src/queries/metricQuery.ts'
import { toMetricRows } from '../../../src/queries/toMetricRows.ts'
import { cubeTable } from '../../helpers/sampleCubes.ts'

interface Period {
  readonly month: string
  readonly months: 1 | 3
}

const month = (name: string): Period => ({ month: `2026-${name}-01`, months: 1 })
const quarter = (name: string): Period => ({ month: `2026-${name}-01`, months: 3 })

const booked = (period: Period, count: number | null, at: Partial<Record<Dimension, string>> = {}) => ({
  ...period,
  ...at,
  booked_count: 99,
  visit_count: count,
  no_show_count: 0,
  cancelled_count: 0,
  late_cancelled_count: 0,
  unresolved_count: 0,
  new_patient_visit_count: 0,
  telehealth_visit_count: 0,
})
const offered = (period: Period, count: number | null, at: Partial<Record<Dimension, string>> = {}) => ({
  ...period,
  ...at,
  slot_count: count,
})

/** Slots begin in February; in May nobody knows Bo's; in July nobody has a booking; Cy and Di are merged in June. */
const tables = [
  cubeTable(
    appointments,
    [],
    [
      ...['01', '02', '03', '04', '05', '06'].map((name) => booked(month(name), 80)),
      booked(month('07'), 0),
      booked(month('08'), 80),
      booked(quarter('01'), 240),
      booked(quarter('04'), 240),
    ],
  ),
  cubeTable(
    slots,
    [],
    [
      ...['02', '03', '04', '06', '07', '08'].map((name) => offered(month(name), 100)),
      // Of two of its months only.
      offered(quarter('04'), 200),
    ],
  ),
  cubeTable(
    appointments,
    ['provider'],
    [
      ...['04', '05', '06'].flatMap((name) =>
        ['Ann', 'Bo'].map((provider) => booked(month(name), 20, { provider })),
      ),
      booked(month('06'), null, { provider: 'Cy' }),
      booked(month('06'), null, { provider: 'Di' }),
      booked(month('06'), 40, { provider: merged }),
      ...['Ann', 'Bo', 'Cy', 'Di'].map((provider) => booked(quarter('04'), 60, { provider })),
    ],
  ),
  cubeTable(
    slots,
    ['provider'],
    [
      ...['04', '05', '06'].map((name) => offered(month(name), 25, { provider: 'Ann' })),
      ...['04', '06'].map((name) => offered(month(name), 25, { provider: 'Bo' })),
      // Di's are not known, so that what is merged has no row.
      offered(month('06'), null, { provider: 'Cy' }),
      offered(quarter('04'), 75, { provider: 'Ann' }),
      offered(quarter('04'), 75, { provider: 'Cy' }),
    ],
  ),
]

describe('bookings by slots', () => {
  let database: Database

  beforeAll(async () => {
    database = await nodeDatabase()
    await database.load(tables)
  })
  afterAll(() => database.close())

  const ask = async (query: Partial<MetricQuery> & Pick<MetricQuery, 'period'>) => {
    const whole: MetricQuery = { metric: slotUtilisation.id, by: [], where: {}, ...query }
    const rows = toMetricRows(whole, await database.query(compileMetric(slotUtilisation, whole)))
    return rows.map(({ month: of, keys, value, withheld }) =>
      [of ?? keys.provider ?? 'all', withheld === true ? 'private' : value].join(' '),
    )
  }

  it('have no value for a period in which slots of a month are not known, with or without a row of its quarter', async () => {
    expect(await ask({ period: { from: '2026-02', to: '2026-03' } })).toEqual(['all 0.8'])
    for (const period of [
      { from: '2026-01', to: '2026-03' },
      { from: '2026-01', to: '2026-02' },
      { from: '2026-04', to: '2026-06' },
      { from: '2026-05', to: '2026-05' },
      { from: '2026-01', to: '2026-08' },
    ]) {
      expect(await ask({ period }), `${period.from} to ${period.to}`).toEqual(['all '])
    }
  })

  it('have a value where a month has slots and no bookings', async () => {
    expect(await ask({ period: { from: '2026-07', to: '2026-08' } })).toEqual(['all 0.4'])
  })

  it('have a value for every month by itself in which slots are known', async () => {
    expect(await ask({ by: ['month'], period: { from: '2026-01', to: '2026-06' } })).toEqual([
      '2026-01 ',
      '2026-02 0.8',
      '2026-03 0.8',
      '2026-04 0.8',
      '2026-05 ',
      '2026-06 0.8',
    ])
  })

  it('have a value for each provider who has slots in every month of the period', async () => {
    expect(await ask({ by: ['provider'], period: { from: '2026-04', to: '2026-06' } })).toEqual([
      'Ann 0.8',
      'Bo ',
      'Cy 0.8',
      'Di ',
    ])
    const where = { provider: ['Ann', 'Bo'] }
    expect(await ask({ where, period: { from: '2026-04', to: '2026-05' } })).toEqual(['all '])
    expect(await ask({ where, period: { from: '2026-04', to: '2026-04' } })).toEqual(['all 0.8'])
  })

  it('have none for what is merged with slots that are not known, and never a part of it', async () => {
    expect(await ask({ by: ['provider'], period: { from: '2026-06', to: '2026-06' } })).toEqual([
      'Ann 0.8',
      'Bo 0.8',
      'Cy private',
      'Di private',
    ])
  })
})
