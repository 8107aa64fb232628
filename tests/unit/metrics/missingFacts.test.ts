import { describe, expect, it } from 'vitest'
import { metricById } from '../../../src/metrics/metrics.ts'
import { missingFacts } from '../../../src/metrics/missingFacts.ts'

describe('missingFacts', () => {
  it('names what a metric reads and the bundle lacks, once each', () => {
    expect(missingFacts(metricById('cash_per_visit'), { facts: ['appointments'] })).toEqual(['transactions'])
    expect(missingFacts(metricById('no_show_rate'), { facts: [] })).toEqual(['appointments'])
    expect(missingFacts(metricById('charge_lag_p90'), { facts: [] })).toEqual(['charges'])
    expect(missingFacts(metricById('cash_per_visit'), { facts: ['transactions', 'appointments'] })).toEqual(
      [],
    )
  })
})
