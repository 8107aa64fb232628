import { expect, it, vi } from 'vitest'
import type { Finding } from '../../../scripts/private/audit/auditReport.ts'
import { publishableTables } from '../../../scripts/sync/publishableTables.ts'
import { cubesOf } from '../../../src/cubes/cube.ts'
import { facts } from '../../../src/cubes/facts.ts'
import { caughtSyncError } from '../../helpers/caughtSyncError.ts'
import { peopleOf, type Happening } from '../../helpers/peopleOf.ts'

// An audit that is never content: it finds the same, whatever was merged.
vi.mock(import('../../../scripts/private/audit/audit.ts'), async (original) => {
  const { audit } = await original()
  const found: Finding = {
    fact: 'charges',
    rule: 'people',
    table: 'charges',
    month: '2026-05',
    months: 1,
    values: [],
    measure: 'charge_cents',
    people: 3,
    less: null,
    merge: null,
  }
  return {
    audit: async (...args: Parameters<typeof audit>) => ({ ...(await audit(...args)), findings: [found] }),
  }
})

const charged = Array.from({ length: 20 }, (_, person): Happening => {
  const adds = { charge_cents: 10_000, charge_line_count: 1, posted_within_3_days_count: 1 }
  const at = { provider: 'Dr. Quill', location: 'North', payer: 'cash', lag_days: 1 }
  return { month: '2026-05', at, person, adds }
})

it('a run is refused where the audit still finds something after all that it may follow from was merged', async () => {
  const { message, hint } = await caughtSyncError(() =>
    publishableTables({
      twoDates: null,
      lines: null,
      asOf: '2026-07-15',
      tables: cubesOf(facts.charges).map((cube) => ({ cube, rowCount: 0, columns: {} })),
      people: (asked, cut) => Promise.resolve(peopleOf(asked, cut, charged)),
      vocabulary: { provider: ['Dr. Quill'], location: ['North'], payer: ['cash'] },
    }),
  )
  expect(message).toContain('could not be made safe')
  expect(hint).toContain('Nothing was published.')
  // No name and no number of people or cents.
  expect(message).not.toMatch(/Quill|North|\d/)
})
