import { describe, expect, it } from 'vitest'
import { isEngineDear } from '../../../src/hooks/isEngineDear.ts'

describe('the engine is dear', () => {
  it.each([
    ['where data is to be saved', { connection: { saveData: true, effectiveType: '4g' } }, true],
    ['on a slow line', { connection: { effectiveType: '3g' } }, true],
    ['where memory is short', { deviceMemory: 2, connection: { effectiveType: '4g' } }, true],
    ['not on a good line with memory', { deviceMemory: 8, connection: { effectiveType: '4g' } }, false],
    ['not where the browser tells nothing', {}, false],
  ])('%s', (_, means, isDear) => {
    expect(isEngineDear(means)).toBe(isDear)
  })
})
