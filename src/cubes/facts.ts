import { billingFacts } from './billingFacts.ts'
import { claimFacts } from './claimFacts.ts'
import { coverageFacts } from './coverageFacts.ts'
import type { Fact } from './cube.ts'
import { officeFacts } from './officeFacts.ts'
import { scheduleFacts } from './scheduleFacts.ts'
import { workforceFacts } from './workforceFacts.ts'

export * from './aheadFacts.ts'
export * from './billingFacts.ts'
export * from './claimFacts.ts'
export * from './coverageFacts.ts'
export * from './officeFacts.ts'
export * from './scheduleFacts.ts'
export * from './workforceFacts.ts'

/** Every fact that a bundle may hold, by name. */
export const facts = {
  ...scheduleFacts,
  ...billingFacts,
  ...claimFacts,
  ...officeFacts,
  ...workforceFacts,
  ...coverageFacts,
} as const satisfies Record<string, Fact>

export type FactName = keyof typeof facts
