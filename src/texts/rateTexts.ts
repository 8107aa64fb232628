/** Beside a net collection rate: between what it lies while adjustments are uncategorized, and an estimate. */
export const rateTexts = {
  bounds: 'Low and high bound',
  /** How the bounds come about, for whoever reads one. */
  boundsExplained:
    'Low: no uncategorized adjustment counts as contractual, as in the rate itself. High: all of them do.',
  between: (range: string) => `${range} while adjustments are uncategorized`,
  /** After a trend's sentence. */
  ofLine: (label: string, range: string) => `${label}: ${range} while adjustments are uncategorized.`,
  /** By month of service, where there are no bounds to tell. */
  ofServiceMonth: [
    'Some adjustments are uncategorized. They stay in what contracts allow: those that are contractual make this rate look lower than it is.',
    'The bounds are told of the rolling 12 months only: by month of service they could tell of few people.',
  ],
  amountPrivate: (keptPrivate: string) => `Some adjustments are uncategorized. How much is: ${keptPrivate}.`,
  estimate: 'Estimate at 120 days',
  estimated: (rate: string, low: string, high: string, month: string) =>
    `${rate} (${low} to ${high}) for ${month}`,
  estimateExplained:
    'An estimate by chain ladder from how earlier months were paid, with two standard errors to each side; nothing of it has been counted above.',
  /** On Data health; `how` is a range, or that it is kept private. */
  note: (label: string, month: string, how: string) =>
    `Some adjustments are uncategorized. ${label}, ${month}: ${how}.`,
  notePrivate: (keptPrivate: string) => `by how much it may be higher is ${keptPrivate}`,
} as const
