/** The words of a span of time; by themselves, because a page's first script has them. */
export const ageTexts = {
  counted: (count: number, unit: 'day' | 'hour' | 'minute') =>
    `${String(count)} ${unit}${count === 1 ? '' : 's'}`,
} as const
