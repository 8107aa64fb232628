import { describe, expect, it } from 'vitest'
import { isOpenTo } from '../../../src/bundle/audienceOfQuery.ts'
import { audienceOf } from '../../../src/cubes/audienceOf.ts'
import { cubesOf, type Dimension, type Fact } from '../../../src/cubes/cube.ts'
import { facts } from '../../../src/cubes/facts.ts'
import type { Metric } from '../../../src/metrics/metric.ts'
import { metrics } from '../../../src/metrics/metrics.ts'
import { canAnswer, termsOf } from '../../../src/queries/canAnswer.ts'
import type { MetricQuery } from '../../../src/queries/metricQuery.ts'

const all: readonly Fact[] = Object.values(facts)
const cubes = all.flatMap(cubesOf)
const audienceOfName = (name: string) => cubes.filter((cube) => cube.name === name).map(audienceOf)

describe('audienceOf(cube)', () => {
  it('what employees are paid and work is for owners, whatever it is split by', () => {
    const employees = all.filter(({ people }) => people === 'employee').flatMap(cubesOf)
    expect(employees.length).toBeGreaterThan(2)
    expect(new Set(employees.map(audienceOf))).toEqual(new Set(['owner']))
  })

  it('expenses and their budgets are for owners, whatever they are split by: wages are a category', () => {
    expect(audienceOfName('expenses_by_category')).toEqual(['owner'])
    expect(audienceOfName('expense_budgets_by_category')).toEqual(['owner'])
    expect(audienceOfName('expenses')).toEqual(['owner'])
  })

  it('budgets of collections and visits are for viewers too', () => {
    expect(audienceOfName('budgets_by_category')).toEqual(['viewer'])
  })

  it('money by provider is for owners, counts by provider are not', () => {
    expect(audienceOfName('transactions_by_provider')).toEqual(['owner'])
    expect(audienceOfName('work_rvus_by_provider')).toEqual(['owner'])
    expect(audienceOfName('work_rvus')).toEqual(['viewer'])
    expect(audienceOfName('transactions_by_payer')).toEqual(['viewer'])
    expect(audienceOfName('appointments_by_provider')).toEqual(['viewer'])
  })
})

/** Every query that a metric can answer: plain, by month, and split and filtered by each dimension. */
function queriesOf(metric: Metric): MetricQuery[] {
  const period = { from: '2026-08', to: '2026-10' }
  const ask = (by: MetricQuery['by'], where: MetricQuery['where'] = {}) => ({
    metric: metric.id,
    by,
    where,
    period,
  })
  const split = (dimension: Dimension) => [
    ask([dimension]),
    ask(['month', dimension]),
    ask([], { [dimension]: ['x'] }),
    ask(['month'], { [dimension]: ['x'] }),
  ]
  const queries = [ask([]), ask(['month']), ...metric.dimensions.flatMap(split), ask(metric.dimensions)]
  return queries.filter((query) => canAnswer(metric, query).ok)
}

describe('viewers', () => {
  const reads = (metric: Metric) => new Set(termsOf(metric).map(({ fact }) => fact))
  const isPayroll = (metric: Metric) => [...reads(metric)].some((fact) => facts[fact].people === 'employee')

  it('get nothing that is derived from payroll, as an amount, a rate or a share', () => {
    const paid = metrics.filter(isPayroll)
    expect(paid.length).toBeGreaterThan(5)
    for (const query of paid.flatMap(queriesOf))
      expect([query, isOpenTo('viewer', query)]).toEqual([query, false])
  })

  it('get every other metric of the whole practice, but those of expenses, margin, staff and the weeks to come', () => {
    const closed = metrics.filter((metric) => {
      const [plain] = queriesOf(metric).filter(({ by, where }) => by.length + Object.keys(where).length === 0)
      return plain !== undefined && !isPayroll(metric) && !isOpenTo('viewer', plain)
    })
    expect(closed.map(({ id }) => id)).toEqual([
      'expense_budget_variance',
      'operating_expenses',
      'overhead_rate',
      'margin_before_owner_pay',
      'margin_rate_12m',
      'other_income',
      'schedule_fullness',
      'turnover_rate',
      'early_loss_rate',
      'vacancy_rate',
      'coverage_rate',
      'coverage_ahead_rate',
    ])
  })
})
