import { billingFacts } from './billingFacts.ts'
import type { Fact } from './cube.ts'
import { officeFacts } from './officeFacts.ts'
import { scheduleFacts } from './scheduleFacts.ts'

export * from './billingFacts.ts'
export * from './officeFacts.ts'
export * from './scheduleFacts.ts'

/** Every fact that a bundle may hold, by name. */
export const facts = {
  ...scheduleFacts,
  ...billingFacts,
  ...officeFacts,
} as const satisfies Record<string, Fact>

export type FactName = keyof typeof facts
