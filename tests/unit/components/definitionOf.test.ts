import { describe, expect, it } from 'vitest'
import { definitionOf } from '../../../src/components/definitionOf.ts'
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
})
