import type { FilterDimension } from '../bundle/bundle.ts'
import type { ChosenComparison } from '../dashboards/comparisons.ts'

/** The words by which a reader chooses what a page shows: period, months, filters. */
export const filterTexts = {
  filters: 'Filters',
  hide: 'Hide',
  period: 'Period',
  from: 'From',
  to: 'To',
  presets: {
    last_month: 'Last closed month',
    last_quarter: 'Last closed quarter',
    year_to_date: 'Year to date',
    trailing_12_months: 'Trailing 12 months',
  },
  /** `Last closed month (Oct 2026)` */
  preset: (label: string, period: string) => `${label} (${period})`,
  dimensions: {
    provider: { label: 'Provider', all: 'All providers' },
    location: { label: 'Location', all: 'All locations' },
    payer: { label: 'Payer class', all: 'All payers' },
  } satisfies Record<FilterDimension, { readonly label: string; readonly all: string }>,
  compared: 'Compared with',
  /** All that make sense: what a page shows without a choice. */
  bothComparisons: 'Prior and a year ago',
  comparisons: {
    prior: 'Prior period',
    prior_year: 'A year ago',
    none: 'Nothing',
  } satisfies Record<ChosenComparison, string>,
  /** As a chip of the view. */
  comparedChip: {
    prior: 'vs prior period',
    prior_year: 'vs a year ago',
    none: 'Not compared',
  } satisfies Record<ChosenComparison, string>,
  unknownComparison: 'The comparison in the address was ignored: there is none of that name.',
  close: 'Close',
  showNumbers: 'Show the numbers',
  oneFilter: 'One filter at a time, because smaller groups are not published.',
  months: 'Months',
  /** The button that opens a list that can be searched. */
  showList: (label: string) => `Show the list: ${label}`,
  noMatch: 'Nothing of that name.',
  view: 'This view',
  wholePractice: ', whole practice',
  stillOpen: 'The last month shown is still open.',
  clear: (label: string) => `Clear filter: ${label}`,
  clearPeriod: (label: string) => `Clear period: ${label}`,
  clearComparison: (label: string) => `Clear comparison: ${label}`,
  keptPrivate: 'Some numbers are kept private for this choice.',
  show: (period: string) => `Show ${period}`,
} as const
