import type { FilterDimension } from '../bundle/bundle.ts'

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
  view: 'This view',
  wholePractice: ', whole practice',
  clear: (label: string) => `Clear filter: ${label}`,
  keptPrivate: 'Some numbers are kept private for this choice.',
  show: (period: string) => `Show ${period}`,
} as const
