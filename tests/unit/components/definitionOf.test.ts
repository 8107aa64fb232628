import { describe, expect, it } from 'vitest'
import { definitionOf } from '../../../src/components/definitionOf.ts'
import { cubesOf, type Fact } from '../../../src/cubes/cube.ts'
import { facts } from '../../../src/cubes/facts.ts'
import { metricById, metrics } from '../../../src/metrics/metrics.ts'

const readersOf = (id: string) =>
  definitionOf(metricById(id)).find(({ label }) => label === 'Who sees it')?.texts[0]

describe('a definition', () => {
  it('says that payroll is for owners, and that money is by provider', () => {
    expect(readersOf('staff_cost')).toBe('For owners only.')
    expect(readersOf('net_collections')).toMatch(/^Everybody with a link; by provider.*, owners only\.$/)
    expect(readersOf('completed_visits')).toBe('Everybody with a link.')
  })

  it('says it of every number', () => {
    for (const { id } of metrics) expect(readersOf(id)).toMatch(/^(For owners only|Everybody with a link)/)
  })

  it('has the formula in symbols, the columns and the tables', () => {
    const linesOf = (id: string) =>
      Object.fromEntries(definitionOf(metricById(id)).map(({ label, texts }) => [label, texts]))
    expect(linesOf('days_in_ar')).toMatchObject({
      'In symbols': ['Σ[last month] balance_cents ÷ Σ[3 months] charge_cents × 91.25'],
    })
    expect(linesOf('wait_median')).toMatchObject({
      'In symbols': [
        'smallest wait_minutes with Σ[period] visit_count{≤ wait_minutes} ≥ 0.5 × Σ[period] visit_count',
      ],
      'Columns used': [
        expect.stringMatching(/^Schedule: .*checked_in_at.*roomed_at/),
        expect.stringMatching(/^Wait log: .*logged_at/),
      ],
      'Published tables': ['appointments_by_wait_minutes: visit_count'],
    })
    expect(linesOf('no_show_rate')['Published tables']).toContain('appointments: no_show_count, visit_count')
  })

  it('names columns, measures and tables of every number, and links each table to a question', () => {
    const published = new Set(
      Object.values<Fact>(facts).flatMap((fact) => cubesOf(fact).map(({ name }) => name)),
    )
    for (const metric of metrics) {
      const lines = definitionOf(metric)
      const labels = lines.map(({ label }) => label)
      expect(labels, metric.id).toEqual(
        expect.arrayContaining(['In symbols', 'Added up', 'Columns used', 'Published tables']),
      )
      const { texts = [], links = [] } = lines.find(({ label }) => label === 'Published tables') ?? {}
      const tables = texts.map((text) => text.replace(/:.*/, ''))
      expect(tables.filter((table) => !published.has(table))).toEqual([])
      expect(links).toEqual(tables.map((table) => `explore/?table=${table}`))
    }
  })
})
