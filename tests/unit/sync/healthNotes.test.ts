import { expect, test } from 'vitest'
import type { Intake } from '../../../scripts/private/intake.ts'
import { defaultSettings } from '../../../scripts/private/settings.ts'
import { healthNotes } from '../../../scripts/sync/healthNotes.ts'

const intake: Intake = {
  settings: defaultSettings,
  goals: [],
  providerOrder: [],
  health: { tabs: [], rejected: [], unmapped: [], warnings: ['A note of the reading.'] },
  rejects: [],
  unmapped: [],
  controls: [],
  tabs: [],
}
const nothing = { unnamed: { provider: 0, location: 0 } }

test('a run that noticed nothing adds nothing to what the reading noticed', () => {
  expect(healthNotes(intake, nothing).warnings).toEqual(['A note of the reading.'])
})

test('names that are kept private are counted, never told, with what to do about it', () => {
  const { warnings } = healthNotes(intake, { unnamed: { provider: 1, location: 2 } })
  expect(warnings.slice(1)).toEqual([
    expect.stringMatching(/^Providers kept private: 1\. .*display name/),
    expect.stringMatching(/^Sites kept private: 2\. .*by words/),
  ])
})
