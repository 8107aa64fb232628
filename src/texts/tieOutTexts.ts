/** The words of the tie-out of accounts receivable. */
export const tieOutTexts = {
  title: 'Does A/R tie out?',
  text: "Opening A/R + charges − payments − adjustments is what A/R should be; the practice's own aging report says what it is. Refunds and reversals are taken off the payments; payments not yet applied lower both balances. A difference means that something is missing, late or posted by another date.",
  noReport: 'No aging report was read, so there is nothing to tie out to.',
  table: 'A/R tie-out, table',
  month: 'Month',
  ties: 'Ties',
  off: 'Off',
  /** The answer first, for a phone's sake; then how it came about. */
  amounts: [
    'Difference',
    'Opening',
    '+ Charges',
    '− Payments',
    '− Adjustments',
    '= Expected',
    'Aging report',
  ],
  /** In the place of a month's amounts. */
  privateMonth: (keptPrivate: string) => `${keptPrivate}: a sum behind it is.`,
} as const
