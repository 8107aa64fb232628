import { expect, test } from 'vitest'
import type { Account, Health, TabHealth } from '../../../src/bundle/bundle.ts'
import { publicHealth } from '../../../scripts/publish/publicHealth.ts'

function account(parts: Partial<Account>): Account {
  return { read: 0, included: 0, quarantined: 0, duplicates: 0, blank: 0, outOfScope: 0, ...parts }
}

function tab(rows: Partial<Account>, unreadable = 0): TabHealth {
  return {
    workbook: 'Workbook',
    tab: 'Billing',
    dataset: 'charges',
    headerRow: 1,
    rows: account(rows),
    cents: { ...account({ read: 500_000, included: 499_000, quarantined: 1_000 }), unreadable },
    newest: null,
  }
}

function published(one: TabHealth): TabHealth['cents'] | undefined {
  const health: Health = { tabs: [one], rejected: [], unmapped: [], warnings: [] }
  return publicHealth(health).tabs[0]?.cents
}

test('money is told where nothing was left out, or enough rows were', () => {
  expect(published(tab({ read: 50, included: 50 }))).not.toBeNull()
  expect(published(tab({ read: 90, included: 50, quarantined: 40 }))).not.toBeNull()
})

test.each(['quarantined', 'duplicates', 'outOfScope'] as const)(
  'the money of a few %s rows is not told, nor what it follows from',
  (part) => {
    expect(published(tab({ read: 82, included: 50, [part]: 32 }))).toBeNull()
  },
)

test('rows whose amount cannot be read are left out too', () => {
  expect(published(tab({ read: 50, included: 50 }, 1))).toBeNull()
})

test('money behind an unmapped value needs as many rows', () => {
  const unmapped = (rows: number) => [{ dataset: 'charges', field: 'payer', values: 1, rows, cents: 700 }]
  const cents = (rows: number) =>
    publicHealth({ tabs: [], rejected: [], unmapped: unmapped(rows), warnings: [] }).unmapped[0]?.cents
  expect([cents(32), cents(33)]).toEqual([null, 700])
})
