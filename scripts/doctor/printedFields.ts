import type { Printable } from '../log/printable.ts'

/** What the doctor prints with --json, field by field. */
export const printedFields = {
  ok: 'truth',
  counts: { pass: 'number', fail: 'number', warn: 'number', note: 'number', unchecked: 'number' },
  groups: [{ title: 'text', lines: [{ check: 'text', verdict: 'text', text: 'text', remedy: 'text' }] }],
} satisfies Printable
