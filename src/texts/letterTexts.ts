/** The words of the Overview's letter: its headline, what changed most, what needs attention. */
export const letterTexts = {
  /** `October 2026 brought in $812k`. */
  broughtIn: (month: string, money: string) => `${month} brought in ${money}`,
  /** `In October 2026 we completed 2,345 visits`, for a practice whose collections are not known. */
  visited: (month: string, visits: string) => `In ${month} we completed ${visits} visits`,
  onBudget: 'right on budget',
  offBudget: (share: string, isAbove: boolean) => `${share} ${isAbove ? 'above' : 'below'} budget`,
  asInMonth: (month: string) => `as much as in ${month}`,
  offMonth: (share: string, isMore: boolean, month: string) =>
    `${share} ${isMore ? 'more' : 'less'} than in ${month}`,
  /** Comparisons, one or two: `: 4% below budget, and 7% more than in October 2025.` */
  compared: (told: readonly string[]) => (told.length === 0 ? '.' : `: ${told.join(', and ')}.`),
  allOnTarget: (judged: number) =>
    judged === 1
      ? 'The one vital sign with a target is on it.'
      : `All ${String(judged)} vital signs with a target are on it.`,
  /** `Of 9 vital signs with a target, 2 are on it, 6 near it and 1 off it: collections (% of budget).` */
  standing: (judged: number, parts: readonly string[], off: string) =>
    `Of ${String(judged)} vital signs with a target, ${parts.length < 3 ? parts.join(' and ') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`}${off === '' ? '' : `: ${off}`}.`,
  onIt: (count: number) =>
    `${count === 0 ? 'none' : String(count)} ${count === 1 || count === 0 ? 'is' : 'are'} on it`,
  nearIt: (count: number) => `${String(count)} near it`,
  offIt: (count: number) => `${String(count)} off it`,
  goalsMissed: (count: number) =>
    count === 1
      ? 'One goal was missed for the second month.'
      : `${String(count)} goals were missed for the second month.`,

  changed: 'What changed most, and why',
  looking: 'Looking through the months…',
  lookingAtGoals: 'Looking through the goals…',
  notComputed: 'Not computed. All other numbers are complete.',
  noHistory: 'No number has a history yet.',
  nothingMoved: 'No number moved beyond its usual range.',
  attention: 'Needs attention',
  noGoals: 'No number has a goal and two final months.',
  noneMissed: 'No goal was missed twice in a row.',
  missed: 'Goals of the practice that were missed in each of the last two final months:',
  moved: 'Beyond its usual range:',
  /** After the name of a number; then the page that explains it. */
  told: (text: string) => `: ${text}`,
  toldBefore: (text: string) => `: ${text}. `,
  /** `$812k in Oct 2026, above its usual ($700k to $780k)` */
  outside: (
    value: string,
    month: string,
    usual: { isAbove: boolean; isSeasonal: boolean; low: string; high: string },
  ) =>
    `${value} in ${month}, ${usual.isAbove ? 'above' : 'below'} ${usual.isSeasonal ? 'what is usual for the month' : 'its usual'} (${usual.low} to ${usual.high})`,
  howChosen: 'How these are chosen',
  changedRule: (fewest: number) =>
    'Of the whole practice, its last final month. Listed is what lies beyond the median of its own history ± 3.145 × ' +
    'the median change from one month to the next (individuals chart, about three standard deviations), with ' +
    `${String(fewest)} months of history or more. With two years of history a month is compared with the same ` +
    'month of the year before; balances and trailing figures by their step from the month before. Months that are ' +
    'open or still maturing are not judged.',
  attentionRule:
    "The practice's own goals, of the whole practice, in the last two final months of each number: months that are open or " +
    'still maturing are not judged. A value within the amber band has missed its goal too; those outside it stand first.',
  elsewhere: (month: string) =>
    `What changed most and what needs attention is told of the whole practice in ${month}.`,
  show: (month: string) => `Show ${month}`,
} as const
