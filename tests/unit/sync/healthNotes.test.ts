import { expect, test } from 'vitest'
import type { Intake } from '../../../scripts/private/intake.ts'
import { defaultSettings } from '../../../scripts/private/settings.ts'
import { slotNotes } from '../../../scripts/sync/slotNotes.ts'
import { facts } from '../../../src/cubes/facts.ts'
import { cubeTable } from '../../helpers/sampleCubes.ts'
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
  taken: [],
  caveats: [],
}
const practice = { filters: { provider: ['Ann Lee', 'Bo Ray'], location: ['North'], payer: [] } }
const nothing = {
  unnamed: { provider: 0, location: 0 },
  ungated: [],
  unvaluedWork: { lines: 0, codes: 0 },
  unmatchedNotes: { encounters: 0, unmatched: 0 },
  loggedTimes: { changes: 0, unmatched: 0, untimely: 0, differing: 0 },
  practice,
}

test('a run that noticed nothing adds nothing to what the reading noticed', () => {
  expect(healthNotes(intake, nothing).warnings).toEqual(['A note of the reading.'])
})

test('names that are kept private are counted, never told, with what to do about it', () => {
  const { warnings } = healthNotes(intake, { ...nothing, unnamed: { provider: 1, location: 2 } })
  expect(warnings.slice(1)).toEqual([
    expect.stringMatching(/^Providers kept private: 1\. .*display name/),
    expect.stringMatching(/^Sites kept private: 2\. .*by words/),
  ])
})

test('charges without work RVUs are counted with what to do, by their codes, never by name', () => {
  const { warnings } = healthNotes(intake, { ...nothing, unvaluedWork: { lines: 1204, codes: 1 } })
  expect(warnings.slice(1)).toEqual([
    'Work RVUs: 1,204 charge lines have none in the last 12 months (1 procedure code): add the codes to the wRVU table, for the year of the service.',
  ])
})

test('notes without an appointment are counted with what to do', () => {
  const { warnings } = healthNotes(intake, {
    ...nothing,
    unmatchedNotes: { encounters: 1340, unmatched: 12 },
  })
  expect(warnings.slice(1)).toEqual([
    expect.stringMatching(/^Notes: 12 of 1,340 encounters match no appointment .*Add the appointment number/),
  ])
})

const at = (month: string, slot_count: number | null, names: Record<string, string> = {}) => ({
  month: `${month}-01`,
  ...names,
  slot_count,
})

test('who has bookings and no slots is told with the months and what to do, by published names alone', () => {
  const of = (provider: string, month: string, count: number | null) => at(month, count, { provider })
  const tables = [
    cubeTable(
      facts.slots,
      [],
      [at('2026-02', null), at('2026-03', null), at('2026-04', null), at('2026-06', 9)],
    ),
    cubeTable(
      facts.slots,
      ['provider'],
      [
        // Before anybody has slots.
        of('Ann Lee', '2026-02', null),
        of('Ann Lee', '2026-03', 20),
        of('Bo Ray', '2026-03', null),
        of('Bo Ray', '2026-04', null),
        of('Bo Ray', '2026-06', 9),
        of('Typed wrongly', '2026-04', null),
      ],
    ),
    cubeTable(facts.slots, ['location'], [at('2026-03', null, { location: 'North' })]),
  ]
  expect(slotNotes(tables, practice.filters)).toEqual([
    expect.stringMatching(
      /^Bookable slots are missing for Bo Ray \(Mar – Apr 2026\) and 1 more provider: .*slots tab, or open-slot rows .*, or the provider's weekly template/,
    ),
  ])
})

test('a site where somebody has bookings and slots only elsewhere is told, where the practice has a value', () => {
  const tables = [
    cubeTable(facts.slots, [], [at('2026-03', 20)]),
    cubeTable(facts.slots, ['provider'], [at('2026-03', 20, { provider: 'Ann Lee' })]),
    cubeTable(facts.slots, ['location'], [at('2026-03', null, { location: 'North' })]),
  ]
  expect(slotNotes(tables, practice.filters)).toEqual([
    expect.stringMatching(/^Bookable slots by site are missing for North \(Mar 2026\): .*site of each slot/),
  ])
})

test('a practice without slots, or with all that it needs, is told nothing', () => {
  expect(slotNotes([], practice.filters)).toEqual([])
  const tables = [
    cubeTable(facts.slots, [], [at('2026-03', 20)]),
    cubeTable(facts.slots, ['provider'], [at('2026-03', 20, { provider: 'Ann Lee' })]),
  ]
  expect(slotNotes(tables, practice.filters)).toEqual([])
})
