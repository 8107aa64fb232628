/** The words of a tile's details. */
export const detailTexts = {
  close: 'Close',
  definition: 'Definition',
  definitionOf: (label: string) => `Definition of ${label}`,
  trend: (months: number) => `Last ${months} months`,
  more: 'More of this number',
  by: (dimension: string) => `By ${dimension.toLowerCase()}`,
  page: (title: string) => `On ${title}`,
  why: 'Why it changed',
  against: (period: string) => `vs ${period}`,
  method: 'How the change is split',

  counted: 'Counted',
  times: 'times',
  formula: 'Formula',
  period: 'Period',
  settled: 'Settled',
  notFinal: 'Not final yet',
  target: 'Target',
  tabs: 'Source tabs',
  leftOut: 'Left out, and to know',
} as const
