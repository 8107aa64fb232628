/** What is written into drawings and their tables: headings, folded layers, steps. Values come in as they are written. */
export const plotTexts = {
  month: 'Month',
  quarter: 'Quarter',
  period: 'Period',
  driver: 'Driver',
  /** A number that is not split, in a sentence. */
  whole: (value: string, period: string) => `${value} in ${period}.`,
  /** The smallest layers of a stack together. */
  allOthers: 'All others',
  /** A column of values from bins. */
  orFewer: (label: string) => `${label}, or fewer`,

  change: 'Change',
  unchanged: 'Unchanged',
  up: (by: string) => `Up ${by}`,
  down: (by: string) => `Down ${by}`,

  /** By which date the columns of a scorecard count. */
  byDate: (columns: readonly string[], date: string) => `${columns.join(', ')}: ${date}`,
  mergedRow: (merged: string) => `${merged}: in each column those kept private there`,
} as const
