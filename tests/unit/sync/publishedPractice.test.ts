import { expect, it } from 'vitest'
import type { Target } from '../../../src/bundle/bundle.ts'
import { publishedPractice } from '../../../scripts/sync/publishedPractice.ts'
import { samplePractice } from '../bundle/samplePractice.ts'

const goal: Target = {
  metric: 'no_show_rate',
  scope: 'practice',
  scopeId: null,
  target: 0.05,
  lowerOk: null,
  upperOk: null,
  from: '2026-01',
  source: 'agreed with Zebulon',
}

it('goals are published without the note of their source, and for nobody who is not published', () => {
  const filters = { provider: ['Ada Birch'], location: [], payer: [] }
  const targets: Target[] = [
    goal,
    { ...goal, scopeId: 'Zebulon' },
    { ...goal, scope: 'provider', scopeId: 'Ada Birch' },
    { ...goal, scope: 'provider', scopeId: 'Zebulon' },
    { ...goal, scope: 'location', scopeId: null },
  ]
  const told = publishedPractice({ ...samplePractice, filters, targets })
  expect(JSON.stringify(told)).not.toContain('Zebulon')
  expect(told.targets.map(({ scopeId }) => scopeId)).toEqual([null, null, 'Ada Birch'])
})
