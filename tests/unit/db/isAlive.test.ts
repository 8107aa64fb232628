import { expect, it } from 'vitest'
import { isAlive } from '../../../src/db/isAlive.ts'

it('an engine is alive while it answers, and not once it refuses everything or is silent', async () => {
  expect(await isAlive({ query: () => Promise.resolve([{ alive: 1 }]) }, 1_000)).toBe(true)
  expect(
    await isAlive({ query: () => Promise.reject(new Error('memory access out of bounds')) }, 1_000),
  ).toBe(false)
  expect(await isAlive({ query: () => new Promise(() => undefined) }, 5)).toBe(false)
})
