// By hand, and held to `Intl` by a test: the first date that a page has `Intl` format takes it as long as all the rest
// of the way to its first number.

/** The months of the year as Americans write them, January first. */
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
