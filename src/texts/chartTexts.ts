/** The words of charts: their sentences, labels, menu and pictures. Values and names come in as they are written. */
export const chartTexts = {
  noData: 'No data.',
  noDataInMonths: 'No data in these months.',
  noDataIn: (period: string) => `No data in ${period}.`,

  /** `94.1% in Jun 2026`. */
  at: (value: string, period: string) => `${value} in ${period}`,
  only: (value: string, period: string) => `${value} in ${period}, the only month with data`,
  upFrom: (value: string, period: string) => `up from ${value} in ${period}`,
  downFrom: (value: string, period: string) => `down from ${value} in ${period}`,
  sameAs: (period: string) => `the same as in ${period}`,
  between: (low: string, lowAt: string, high: string, highAt: string) =>
    `; between ${low} (${lowAt}) and ${high} (${highAt})`,
  /** What of a line is not final: from when on, and how far it has come. */
  maturingSince: (from: string, value: string, last: string) =>
    from === last
      ? `Still maturing: ${last}, ${value} so far.`
      : `Still maturing: ${from} to ${last}, the last ${value} so far.`,
  /** Of one of several lines that matures: its last final value, and how far the last month has come. */
  lastFinal: (value: string, period: string, soFar: string) =>
    `${value} in ${period}, the last final month (${soFar} so far)`,
  soFar: (value: string) => `${value} so far, still maturing`,

  largestPart: (name: string, value: string, share: string) =>
    `${name} is the largest part with ${value}${share}`,
  largestOfShown: (name: string, value: string, share: string) =>
    `of the parts shown by themselves, ${name} is the largest with ${value}${share}`,
  largest: (name: string, value: string) => `${name} is the largest, at ${value}.`,
  largestAmongShown: (name: string, value: string) =>
    `of those shown by themselves, ${name} is the largest, at ${value}.`,
  inAll: (total: string) => `${total} in all`,
  inAllEachPrivate: (total: string) => `${total} in all, each part kept private.`,
  shareOfIt: (percent: number) => `, ${String(percent)}% of it`,
  otherHas: (name: string, value: string) => `; ${name} ${value}`,
  incompleteIn: (count: number, all: number, of: string) =>
    ` Incomplete in ${String(count)} of ${String(all)} ${of}: a part is kept private.`,
  stillMaturing: 'Still maturing',
  stillMaturingFrom: (period: string) => ` Still maturing from ${period} on.`,

  highest: (name: string, value: string, share: string) => `${name} is highest with ${value}${share}`,
  highestOfShown: (name: string, value: string, share: string) =>
    `of those shown by themselves, ${name} is highest with ${value}${share}`,
  lowest: (name: string, value: string) => `${name} lowest with ${value}`,
  then: (next: readonly string[]) => `then ${next.join(' and ')}`,
  othersTogether: (value: string) => `; all others together ${value}`,
  shareOfAll: (percent: number, total: string) => ` (${String(percent)}% of ${total})`,
  eachPrivate: (period: string, value: string) => `${period}: each kept private, ${value} together.`,

  /** What a tap on a bar does. */
  pickHint: (name: string) => `Show only ${name}`,

  /** A point that the arrow keys have reached: its month or name, and its values. */
  pointOf: (name: string, values: readonly string[]) => `${name}: ${values.join('; ')}`,
  maturingPoint: (point: string) => `${point}, still maturing`,
  pickablePoint: (point: string) => `${point}. Enter shows only this.`,
  chart: 'chart',
  walkName: (title: string) => `${title}, chart. Arrow keys go from point to point.`,

  menuName: (title: string) => `${title}: table and downloads`,
  asTable: { text: 'Show as a table', name: 'show as a table' },
  asChart: { text: 'Show as a chart', name: 'show as a chart' },
  csv: { text: 'Download CSV', name: 'download CSV' },
  png: { text: 'Download PNG', name: 'download PNG' },
  loading: 'Loading…',
  notComputed: (reason: string) => `Not computed. ${reason}`,
  failed: 'Not computed.',
  tryAgain: 'Try again',
  pictureFailed: 'The picture could not be made in this browser.',
  /** What a picture is of. */
  wholePractice: 'Whole practice',
  onlyOf: (name: string) => `Only ${name}`,
  shownForAll: (dimension: string) => `Shown for all ${dimension}s: take the filter away.`,
  showAll: (dimension: string) => `Show all ${dimension}s`,

  keptPrivateHere: 'Kept private',
  axisQuarter: (quarter: number, year: string) => `Q${String(quarter)} ’${year}`,
} as const
