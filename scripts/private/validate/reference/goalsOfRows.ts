import { z } from 'zod'
import { contracts } from '../../contracts/contracts.ts'
import type { Goal } from '../../contracts/referenceTabs.ts'
import type { KeptRow } from './keptRows.ts'

const goal: z.ZodType<Goal> = z.object({
  metric: z.string(),
  scope: z.enum(['practice', 'provider', 'location']),
  scope_id: z.string().nullable(),
  target: z.number(),
  lower_ok: z.number().nullable(),
  upper_ok: z.number().nullable(),
  direction: z.enum(['up', 'down']).nullable(),
  effective_from: z.string(),
  source: z.string().nullable(),
})

/** Goals in tab order; of two for the same metric, scope and month the last counts. */
export function goalsOfRows(rows: readonly KeptRow[]): Goal[] {
  const goals = new Map<string, Goal>()
  const fields = Object.keys(contracts.goals.fields)
  for (const row of rows) {
    const key = JSON.stringify((contracts.goals.keys[0] ?? []).map((field) => row.value(field)))
    goals.set(key, goal.parse(Object.fromEntries(fields.map((field) => [field, row.value(field)]))))
  }
  return [...goals.values()]
}
