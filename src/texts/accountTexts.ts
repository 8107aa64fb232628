/** The words of Data health about rows: what was read of each tab, what was rejected, and what nobody has mapped. */
export const accountTexts = {
  /** What a table is called by a screen reader. */
  tableOf: (title: string) => `${title}, table`,
  none: 'None.',
  tab: 'Tab',
  rows: 'Rows',
  money: 'Money',

  rejected: 'Rejected rows',
  rejectedText:
    "Left out of every number until they are fixed in the workbook. The next sync takes them in. The sync's own list, which stays with the practice's data, names each row.",
  place: 'Tab and column',
  rule: 'What is wrong, and what to do',
  column: (letter: string) => `Column ${letter}`,
  wholeRow: 'Whole row',

  unmapped: 'Unmapped values',
  unmappedTitle: 'Values nobody has mapped',
  unmappedText: 'Counted under “Not mapped” until a line in the map tab says what they mean.',
  field: 'Field',
  values: 'Values',

  read: 'What was read',
  readText:
    "Every row that was read is in exactly one of the columns after it; each sync checks that. Out of scope are repeated headings, a tab's own subtotals and totals, and rows of another kind or marked as a test.",
  cents: 'Where the money went',
  centsText:
    "The money in each tab's amount column, accounted for in the same way. What is out of scope is mostly a tab's own subtotals and totals: they repeat the rows above them, so counting them would count money twice or more. Signs are the spreadsheet's own. Of a practice's payroll and expenses only the rows are counted: their amounts, less what the pages show, would be the pay of single people.",
  addsUp: 'Adds up',
  isAddedUp: 'Yes',
  isNotAddedUp: 'No',
  newest: 'Newest row',
  allTabs: 'All tabs',
  /** The columns of an account, with their signs. */
  parts: {
    read: 'Read',
    included: '= Included',
    quarantined: '+ Rejected',
    duplicates: '+ Duplicates',
    blank: '+ Blank',
    outOfScope: '+ Out of scope',
  },
} as const
