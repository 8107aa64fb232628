import { describe, expect, it } from 'vitest'
import { formatApart } from '../../../src/format/formatApart.ts'
import { metricById } from '../../../src/metrics/metrics.ts'

describe('values beside the bounds that they lie beyond', () => {
  it.each([
    ['staff_fte_per_provider', [3.5849, 3.2, 3.5791], ['3.585', '3.200', '3.579']],
    ['staff_fte_per_provider', [3.61, 3.2, 3.58], ['3.61', '3.20', '3.58']],
    ['no_show_rate', [0.0512, 0.04, 0.0509], ['5.12%', '4.00%', '5.09%']],
    ['net_collections', [38_512_345, 30_000_000, 38_510_000], ['$385,123.45', '$300,000.00', '$385,100.00']],
    ['days_in_ar', [36.04, 30, 36.01], ['36.04 days', '30.00 days', '36.01 days']],
    ['no_show_rate', [0.05, 0.05, 0.06], ['5.0%', '5.0%', '6.0%']],
  ] as const)('of %s have as many digits as they need', (id, values, texts) => {
    expect(formatApart(metricById(id), values)).toEqual(texts)
  })
})
