import { expect, it } from 'vitest'
import { facts } from '../../../src/cubes/facts.ts'
import type { Fact } from '../../../src/cubes/cube.ts'
import { defineMetric } from '../../../src/metrics/defineMetric.ts'
import { metrics } from '../../../src/metrics/metrics.ts'
import { termsOf } from '../../../src/queries/canAnswer.ts'

const said = {
  id: 'x',
  kpi: 'K00',
  label: 'X',
  unit: 'money',
  direction: 'up',
  maturityDays: null,
  dimensions: [],
  summary: '',
  formula: '',
  notes: [],
  tabs: [],
  benchmark: null,
} as const

const payments = { fact: 'transactions', measure: 'net_payment_cents' } as const
const charges = { fact: 'production', measure: 'charge_cents' } as const
const visits = { fact: 'appointments', measure: 'visit_count' } as const

it('one date for all terms compiles, and a visit was served on the day of its appointment', () => {
  const metric = defineMetric({
    ...said,
    kind: 'ratio',
    dateBasis: 'service_date',
    numerator: [charges],
    denominator: [visits],
  })
  expect(metric.dateBasis).toBe('service_date')
})

// Each of these is no error once the checks are gone; the compiler then says that none was expected.
it('payments by posting date over charges by service date do not compile', () => {
  const mixed = { ...said, kind: 'ratio', numerator: [payments], denominator: [charges] } as const
  // @ts-expect-error charges are dated by service
  defineMetric({ ...mixed, dateBasis: 'post_date' })
  // @ts-expect-error payments are dated by posting
  defineMetric({ ...mixed, dateBasis: 'service_date' })
  const onPurpose = defineMetric({ ...mixed, dateBasis: 'post_date', mixedWith: ['service_date'] })
  expect(onPurpose.mixedWith).toEqual(['service_date'])
})

it('naming a date that no term needs does not compile, nor does a measure that there is not', () => {
  const plain = { ...said, kind: 'sum', dateBasis: 'post_date' } as const
  // @ts-expect-error nothing is dated by month end
  defineMetric({ ...plain, numerator: [payments], mixedWith: ['month_end'] })
  // @ts-expect-error no such measure
  defineMetric({ ...plain, numerator: [{ fact: 'transactions', measure: 'charge_cents' }] })
  expect(defineMetric({ ...plain, numerator: [payments] }).id).toBe('x')
})

it('what the compiler was told is so: every metric counts by its own dates and those it names', () => {
  const stray = metrics.flatMap((metric) => {
    const allowed = [metric.dateBasis, ...(metric.mixedWith ?? [])]
    return termsOf(metric).flatMap(({ fact, measure }) => {
      const of: Fact = facts[fact]
      const { dateBasis = of.dateBasis, alsoBy } = of.measures[measure] ?? {}
      return allowed.includes(dateBasis) || (alsoBy && allowed.includes(alsoBy)) ? [] : [metric.id]
    })
  })
  expect(stray).toEqual([])
})
