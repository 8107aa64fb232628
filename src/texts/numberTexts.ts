/** The words of numbers: their units, and what stands in the place of one. Numbers come in as they are written. */
export const numberTexts = {
  noData: 'no data',
  keptPrivate: 'Kept private',
  counted: (number: string, unit: 'day' | 'minute') => `${number} ${unit}${/^\D*1$/.test(number) ? '' : 's'}`,
  days: (number: string) => `${number} days`,
  minutes: (number: string) => `${number} minutes`,
  hours: (number: string) => `${number} hours`,
  points: (number: string) => `${number} pts`,
  perDay: 'a day',
  /** Of the last bin and of any other, which a number has no more exact place in. */
  over: (value: string) => `over ${value}`,
  orFewer: (value: string) => `${value} or fewer`,
  /** The unit at the end of a value, as the above write it. */
  unitAtEnd: / ((?:days?|minutes?)(?: or fewer)?)$/,
} as const
