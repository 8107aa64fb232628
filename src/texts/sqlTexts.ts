import type { CubeColumn } from '../cubes/cube.ts'

/** The words of Explore's box for SQL: its question, its answer and its tables. Counts come in as they are written. */
export const sqlTexts = {
  title: 'Ask in SQL',
  intro:
    'One question to the published tables, which hold sums only. It changes nothing, and it stays in this browser.',
  question: 'Question',
  run: 'Run',
  cancel: 'Cancel',
  keys: 'Ctrl and Enter run it too.',

  asking: 'Asking…',
  stopped: 'Stopped.',
  failed: 'No answer.',
  allowed:
    'One question is answered at a time: SELECT, WITH, DESCRIBE, SHOW or SUMMARIZE, about the tables below.',
  moreRows: (most: string) => `More than ${most} rows: these are the first ${most}.`,
  rows: (count: number, written: string) => (count === 1 ? '1 row.' : `${written} rows.`),
  /** In a file, which has no more than the page. */
  firstRows: (most: string) => `The first ${most} rows of more.`,
  firstColumns: (shown: string, all: string) => `The first ${shown} of ${all} columns.`,
  textsCut: (most: string) => `Texts are cut after ${most} characters.`,
  answer: 'Answer',
  csv: { text: 'CSV', name: 'Answer: download CSV' },

  tables: (count: number) => `The ${String(count)} tables of your edition`,
  tablesText:
    'Rows with months = 1 are months; those with months = 3 add up a closed quarter, and cover the same time again: ask for one kind. A sum that is null is kept private; a row “Other (merged)” holds what such sums add up to.',
  addedUpFrom: (what: string) => `added up from ${what}`,
  column: (description: string, type: string, unit: string) => `${description} (${type}${unit})`,
  types: {
    month: 'date',
    text: 'text',
    integer: 'integer',
  } satisfies Record<CubeColumn['type'], string>,
  /** After the type. */
  units: {
    time: '',
    dimension: '',
    count: '',
    money: ', cents',
    hours: ', hundredths of an hour',
    wrvu: ', hundredths of a work RVU',
  } satisfies Record<CubeColumn['role'], string>,
} as const
