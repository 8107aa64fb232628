import { describe, expect, it } from 'vitest'
import { metrics } from '../../src/metrics/metrics.ts'
import { definitions } from './definitions.ts'
import { totalOf } from './sampleRows.ts'

describe('the oracle', () => {
  it('knows every metric, and no other', () => {
    expect(Object.keys(definitions).sort()).toEqual(metrics.map(({ id }) => id).sort())
  })

  it('refuses a metric it does not know', () => {
    expect(() => totalOf('heart_rate', {})).toThrow('unknown metric: heart_rate')
  })

  it('says no data, not 0, of a practice without rows', () => {
    for (const { id } of metrics) {
      expect(totalOf(id, {})).toEqual({ keys: {}, numerator: null, denominator: null, value: null })
    }
  })
})
