/** What Explore says of a split that is offered, or cannot be. */
export const splitTexts = {
  month: 'Month',
  quarter: 'Quarter',
  monthsAndQuarters: 'Months and quarters are not split by each other.',
} as const
