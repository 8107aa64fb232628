import { expect, test } from 'vitest'
import type { AuditReport } from '../../../../scripts/private/audit/auditReport.ts'
import { formatAudit } from '../../../../scripts/private/audit/formatAudit.ts'

const clean: AuditReport = {
  asOf: '2026-10-17',
  cellsChecked: 12_345,
  merged: 67,
  withheld: 2,
  smallest: {
    patient: { table: 'charges_by_payer', measure: 'charge_cents', people: 11 },
    employee: null,
  },
  money: { isTogether: true, without: [] },
  findings: [],
  totals: [
    { fact: 'charges', measure: 'charge_cents', month: '2026-08', months: 1, state: 'ties' },
    { fact: 'charges', measure: 'charge_cents', month: '2026-09', months: 1, state: 'withheld' },
  ],
}

test('an audit without findings says what was checked', () => {
  expect(formatAudit(clean)).toBe(`DISCLOSURE AUDIT

For                  owners
Rows up to           2026-10-17
Result               Nothing found: may be published.
Sums checked         12,345
Sums merged          67
Totals shown nowhere 2
Fewest patients      11 patients (charges_by_payer, charge_cents)
Fewest staff         none shown
Money of all tables  solved together

CONTROL TOTALS (published = recomputed, by month and quarter)

charges.charge_cents    1 tie    1 withheld    0 differ
`)
})

test.each([
  [null, 'not asked'],
  [{ isTogether: false, without: [] }, 'solved for the practice, and by one dimension at a time'],
  [
    { isTogether: false, without: ['provider'] },
    'solved for the practice, and by one dimension at a time, but not by provider: too many lines',
  ],
] as const)('the page says how far sums of money were solved together: %j', (money, line) => {
  expect(formatAudit({ ...clean, money })).toContain(`Money of all tables  ${line}\n`)
})

test('the page says whose edition it is about', () => {
  expect(formatAudit(clean, 'viewers')).toContain('For                  viewers\n')
})

test('a failed audit names the sums, but not how few the people are', () => {
  const text = formatAudit({
    ...clean,
    findings: [
      {
        fact: 'charges',
        rule: 'nested',
        table: 'charges_by_provider',
        month: '2026-04',
        months: 3,
        values: ['A'],
        measure: 'charge_cents',
        people: 7,
        less: {
          table: 'charges_by_payer',
          month: '2026-04',
          months: 3,
          values: ['P'],
          measure: 'charge_cents',
        },
        merge: null,
      },
    ],
  })
  expect(text).toContain('FAILED: nothing may be published.')
  expect(text).toContain(
    'charges_by_provider, charge_cents, quarter from 2026-04, A less a published group inside it leaves a small group (less charges_by_payer, charge_cents, quarter from 2026-04, P).',
  )
  expect(text).not.toMatch(/\b7\b/)
})

test('of very many findings the first are printed', () => {
  const one = {
    fact: 'charges',
    rule: 'value' as const,
    ...{ table: 'charges', month: '2026-04', months: 1, values: [], measure: 'charge_cents' },
    ...{ people: 0, less: null, merge: null },
  }
  expect(formatAudit({ ...clean, findings: Array.from({ length: 45 }, () => one) })).toContain(
    '… and 5 more.',
  )
})
