import { describe, expect, it, test } from 'vitest'
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
  totalsCheck: {
    isOnly: false,
    replacedRows: 0,
    balances: { stated: 0, unbalanced: 0, cents: 0 },
    months: [],
  },
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

describe('month totals of billing', () => {
  const month = {
    month: '2026-10',
    hasLines: true,
    isWhole: true,
    statedRows: 300,
    charges: 0,
    netPayments: 0,
    adjustments: 0,
  }
  const notesOf = (months: readonly (typeof month)[], more = {}) =>
    healthNotes(intake, {
      ...nothing,
      totalsCheck: { ...nothing.totalsCheck, months, ...more },
    }).warnings.slice(1)

  it('alone are told with what they cost', () => {
    const [note, ...others] = notesOf([{ ...month, hasLines: false }], { isOnly: true })
    expect(note).toMatch(
      /^Billing is known by month totals alone \(Oct 2026\).*line by line is not available/,
    )
    expect(others).toEqual([])
  })

  it('beside lines are compared to the cent, where enough people are behind them', () => {
    const few = { ...month, month: '2026-08', statedRows: 14, charges: 100 }
    const gone = { ...month, month: '2026-07', hasLines: false }
    const differing = { ...month, month: '2026-09', charges: 1234, netPayments: -5 }
    expect(notesOf([gone, few, differing, month]).slice(1)).toEqual([
      'Month totals agree with the lines to the cent in 1 month of 3.',
      'Month totals of Aug 2026 differ from the lines: charges.',
      'Month totals of Sep 2026 differ from the lines: charges by $12.34 more and payments less refunds by $0.05 less.',
      'Month totals tell 1 month that no line is of (Jul 2026): nothing counts there until charges and payments of those months are added.',
    ])
  })

  it('are told where a month is blank, a tab gave way, or a row does not add up', () => {
    const balances = { stated: 2, unbalanced: 1, cents: 1 }
    const blank = { ...month, hasLines: false, isWhole: false }
    expect(notesOf([blank], { isOnly: true, replacedRows: 3, balances })).toEqual([
      expect.stringMatching(/1 month without any charge, payment or adjustment/),
      expect.stringMatching(/^Billing is known/),
      expect.stringMatching(/3 rows replaced by a later tab/),
      expect.stringMatching(/change in A\/R .* 1 of 2 rows, by \$0\.01 together/),
    ])
  })
})
