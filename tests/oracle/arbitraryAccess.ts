import fc from 'fast-check'
import type { AccessSample } from '../../scripts/private/contracts/accessSamples.ts'
import { visitGroups } from '../../scripts/private/contracts/vocabularies.ts'
import { arbitraryOffset, blankable, dateAt, names, type Frame } from './arbitraryFrame.ts'

/** Samples of third next available slots: some without one, some against the order of days, one each by key. */
export function arbitraryAccess(frame: Frame): fc.Arbitrary<AccessSample[]> {
  const draft = fc.record({
    offset: arbitraryOffset(frame),
    provider: fc.constantFrom(...names.provider),
    visit_type: fc.constantFrom('OV', 'NP', 'FU'),
    visit_group: blankable(fc.constantFrom(...visitGroups)),
    days: blankable(fc.integer({ min: -2, max: 60 }), 6),
  })
  return fc.array(draft, { maxLength: 40 }).map((drafts) => {
    const rows = drafts.map(({ offset, days, ...row }) => ({
      ...row,
      sample_date: dateAt(frame, offset),
      next_date: null,
      third_next_date: days === null ? null : dateAt(frame, offset + days),
    }))
    const keyOf = (row: AccessSample) => JSON.stringify([row.sample_date, row.provider, row.visit_type])
    return rows.filter((row, index) => rows.findIndex((other) => keyOf(other) === keyOf(row)) === index)
  })
}
