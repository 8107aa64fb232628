import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { datasets } from '../../../scripts/private/contracts/dataset.ts'
import { editionNote, viewersHealth } from '../../../scripts/publish/viewersHealth.ts'
import { viewedDatasets, type Account, type Health, type TabHealth } from '../../../src/bundle/bundle.ts'
import { noRows, sampleTab } from '../../helpers/sampleTab.ts'

const asOf = '2026-10-31'
function healthOf(tabs: readonly TabHealth[], changes: Partial<Health> = {}): Health {
  return { tabs, rejected: [], unmapped: [], warnings: [], ...changes }
}

function rowsOf(included: number, quarantined: number): Account {
  return { ...noRows, read: included + quarantined, included, quarantined }
}

const count = fc.nat(100_000)
const accounts = fc.record({
  read: count,
  included: count,
  quarantined: count,
  duplicates: count,
  blank: count,
  outOfScope: count,
})
const days = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const tabs = fc.record({
  workbook: fc.string(),
  tab: fc.string(),
  dataset: fc.constantFrom<string>(...datasets),
  headerRow: fc.nat(50),
  rows: accounts,
  cents: fc.option(accounts.map((account) => ({ ...account, unreadable: account.blank }))),
  newest: fc.option(days),
})
const healths: fc.Arbitrary<Health> = fc.record({
  tabs: fc.array(tabs),
  rejected: fc.array(
    fc.record({
      tab: fc.string(),
      column: fc.option(fc.string()),
      field: fc.option(fc.string()),
      rule: fc.string(),
      fix: fc.string(),
      rows: count,
    }),
  ),
  unmapped: fc.array(
    fc.record({
      dataset: fc.string(),
      field: fc.string(),
      values: count,
      rows: count,
      cents: fc.option(count),
    }),
  ),
  warnings: fc.array(fc.string()),
})

describe("the viewers' health", () => {
  it('holds no number in any byte but months, none after the as-of date', () => {
    fc.assert(
      fc.property(healths, (health) => {
        const text = JSON.stringify(viewersHealth(health, asOf))
        const months = text.match(/\d{4}-\d{2}/g) ?? []
        expect(months.filter((month) => month > '2026-10')).toEqual([])
        // The band is called after its edge, whatever lies in it.
        expect(text.replaceAll(/"\d{4}-\d{2}"|"under_1_percent"/g, '')).not.toMatch(/\d/)
      }),
    )
  })

  it('is made of words of its own: no file, tab, rule, value or note of the practice', () => {
    const own = [...viewedDatasets, 'none', 'under_1_percent', 'more']
    fc.assert(
      fc.property(healths, (health) => {
        const { datasets: told, notes, ...others } = viewersHealth(health, asOf)
        expect(others).toEqual({})
        for (const { dataset, newest, leftOut, ...rest } of told) {
          expect(rest).toEqual({})
          expect(newest ?? '2026-10').toMatch(/^\d{4}-\d{2}$/)
          expect(own).toEqual(expect.arrayContaining([dataset, leftOut]))
        }
        expect(notes).toEqual([editionNote])
      }),
    )
  })

  it('is the same however the rows lie in tabs, and whatever the tabs are called', () => {
    const parts = fc.array(fc.record({ included: count, quarantined: count }), { minLength: 1 })
    fc.assert(
      fc.property(parts, fc.string(), (rows, name) => {
        const sum = (part: 'included' | 'quarantined') => rows.reduce((total, one) => total + one[part], 0)
        const split = rows.map(({ included, quarantined }, index) =>
          sampleTab({ tab: `${name} ${String(index)}`, rows: rowsOf(included, quarantined) }),
        )
        const whole = sampleTab({ rows: rowsOf(sum('included'), sum('quarantined')) })
        expect(viewersHealth(healthOf(split), asOf)).toEqual(viewersHealth(healthOf([whole]), asOf))
      }),
    )
  })

  it.each([
    ['one row more that counts', rowsOf(900, 3), rowsOf(901, 3)],
    ['one row more that is rejected', rowsOf(900, 3), rowsOf(900, 4)],
    ['one row more of many that are rejected', rowsOf(900, 60), rowsOf(900, 61)],
    ['one duplicate more', rowsOf(900, 0), { ...rowsOf(900, 0), duplicates: 1 }],
  ])('is the same of two practices that differ by %s', (_, one, other) => {
    const [a, b] = [one, other].map((rows) =>
      viewersHealth(
        healthOf([sampleTab({ rows, cents: { ...noRows, included: rows.included * 7, unreadable: 0 } })]),
        asOf,
      ),
    )
    expect(a).toEqual(b)
  })

  it('is the same whatever was rejected, not mapped or warned of', () => {
    const rejected = [
      { tab: 'Charges', column: 'C', field: null, rule: 'not a date', fix: 'Mend it.', rows: 1 },
    ]
    const unmapped = [{ dataset: 'charges', field: 'payer', values: 1, rows: 1, cents: 4_873_157 }]
    const warnings = ['Tab "Charges" is hidden; it was read all the same.', '3 of the goals are above 200 %.']
    const bare = viewersHealth(healthOf([sampleTab({})]), asOf)
    expect(viewersHealth(healthOf([sampleTab({})], { rejected, unmapped, warnings }), asOf)).toEqual(bare)
  })

  it.each([
    [900, 0, 'none'],
    [9_901, 99, 'under_1_percent'],
    [9_900, 100, 'more'],
    [0, 1, 'more'],
  ])('tells of %i rows that count and %i rejected: %s', (included, quarantined, leftOut) => {
    const { datasets: told } = viewersHealth(
      healthOf([sampleTab({ rows: rowsOf(included, quarantined) })]),
      asOf,
    )
    expect(told).toEqual([{ dataset: 'charges', newest: '2026-10', leftOut }])
  })

  it('tells the month of the newest row of all tabs, and none where no row has a date', () => {
    const newest = (...of: readonly (string | null)[]) =>
      viewersHealth(healthOf(of.map((one) => sampleTab({ newest: one }))), asOf).datasets[0]?.newest
    expect(newest('2026-08-31', '2026-09-01', null)).toBe('2026-09')
    expect(newest('2026-09', '2027-02-11')).toBe('2026-10')
    expect(newest(null)).toBeNull()
  })

  it('names data in an order of its own, and neither empty tabs nor what is for owners', () => {
    const found = [
      ...datasets.toReversed().map((dataset) => sampleTab({ dataset })),
      sampleTab({ dataset: 'charges' }),
    ]
    const told = viewersHealth(healthOf(found), asOf).datasets.map(({ dataset }) => dataset)
    expect(told).toEqual([...viewedDatasets])
    expect(told.join()).not.toMatch(/payroll|expenses/)
    expect(
      viewersHealth(healthOf([sampleTab({ rows: { ...noRows, read: 40, blank: 40 } })]), asOf).datasets,
    ).toEqual([])
  })

  it('says when numbers change, which is the same for every practice', () => {
    const told = viewersHealth(healthOf([], { warnings: ['Tab "Smith" is empty.'] }), asOf)
    expect(told.notes).toEqual([editionNote])
    expect(editionNote).not.toMatch(/\d/)
  })
})
