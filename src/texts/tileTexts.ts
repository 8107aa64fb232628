/** The words of tiles. */
export const tileTexts = {
  noData: 'No data',
  unavailable: 'Not available',
  failed: 'Not computed',
  forViewers: 'Your link is for viewers.',

  onTarget: 'On target',
  nearTarget: 'Near target',
  offTarget: 'Off target',
  tooEarly: 'Too early to judge',

  final: 'Final',
  lastFinal: 'Last final month',
  maturing: 'Still maturing',
  open: 'Month still open',
  notYetCompared: 'Compared once final',

  /** After a value that is not of the page's month: `91.9% Jun 2026`. */
  inMonth: (unit: string, month: string) => (unit === '' ? month : `${unit}, ${month}`),
  /** After what a month has come to that is not final: `15.3% so far in Oct 2026`. */
  soFar: (month: string) => `so far in ${month}`,
  sparkTitle: 'The last 13 months, lowest to highest; the shaded side is the target’s',
} as const
