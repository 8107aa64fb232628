import type { Printable } from '../log/printable.ts'

const account: Printable = {
  read: 'number',
  included: 'number',
  quarantined: 'number',
  duplicates: 'number',
  blank: 'number',
  outOfScope: 'number',
  unreadable: 'number',
}

const health: Printable = {
  tabs: [
    {
      workbook: 'text',
      tab: 'text',
      dataset: 'text',
      headerRow: 'number',
      rows: account,
      cents: account,
      newest: 'text',
    },
  ],
  rejected: [{ tab: 'text', column: 'text', field: 'text', rule: 'text', fix: 'text', rows: 'number' }],
  unmapped: [{ dataset: 'text', field: 'text', values: 'number', rows: 'number', cents: 'number' }],
  warnings: ['text'],
}

const practice: Printable = {
  name: 'text',
  timeZone: 'text',
  asOf: 'text',
  months: { first: 'text', last: 'text', lastClosed: 'text' },
  fiscalYearStart: 'number',
  formats: { locale: 'text', dates: 'text', isDayFirst: 'truth', currency: 'text', firstWeekday: 'text' },
  maturityDays: 'number',
  filters: { provider: ['text'], location: ['text'], payer: ['text'] },
  facts: ['text'],
}

const smallestGroup: Printable = { table: 'text', measure: 'text', people: 'number' }

/** What the sync prints with --json, field by field; anything else that a result holds stays unsaid. */
export const printedFields = {
  ok: 'truth',
  outcome: 'text',
  requests: { sheetsReads: 'number', sheetsWrites: 'number', driveReads: 'number' },
  spreadsheets: [{ title: 'text', state: 'text', readAt: 'text' }],
  practice,
  demo: 'truth',
  out: 'text',
  quarantine: 'text',
  auditPage: 'text',
  notes: 'text',
  audit: {
    cellsChecked: 'number',
    merged: 'number',
    withheld: 'number',
    smallest: { patient: smallestGroup, employee: smallestGroup },
  },
  viewers: { day: 'text', isNew: 'truth', isWithdrawn: 'truth', next: { day: 'text', from: 'text' } },
  opensFor: [{ label: 'text', audience: 'text', expires: 'text' }],
  bytes: 'number',
  totals: { rows: account, cents: account },
  health,
} satisfies Printable
