import { pageTexts } from '../texts/pageTexts.ts'

/** A page of the site: its name in the menu, its folder and the shape of its mark. */
export interface SitePage {
  readonly id: string
  readonly title: string
  /** Relative to the site's root, '' for the first page. */
  readonly path: string
  /** An SVG path in a box of 24. */
  readonly mark: string
  /** Set apart from the pages of numbers. */
  readonly apart?: true
}

const { names } = pageTexts

/** Every page in the menu, in order. */
export const sitePages: readonly SitePage[] = [
  { id: 'overview', title: names.overview, path: '', mark: 'M3 12h4l3-8 4 16 3-8h4' },
  {
    id: 'collections',
    title: names.collections,
    path: 'collections/',
    mark: 'M12 3v18M16.5 7.5c-1-1.2-2.600-2-4.500-2-2.500 0-4.500 1.200-4.500 3.200 0 4.600 9.500 2 9.500 6.600 0 2-2.200 3.200-5 3.200-2.200 0-4-.8-5-2.200',
  },
  {
    id: 'denials',
    title: names.denials,
    path: 'denials/',
    mark: 'M6 3h9l4 4v14H6zM10 11l5 5M15 11l-5 5',
  },
  { id: 'schedule', title: names.schedule, path: 'schedule/', mark: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4' },
  {
    id: 'staffing',
    title: names.staffing,
    path: 'staffing/',
    mark: 'M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM2.500 20c.4-3.600 3-6 6.500-6s6.100 2.400 6.500 6M16 4.500a3.300 3.300 0 0 1 0 6.200M18 14.500c2 .8 3.200 2.700 3.500 5.500',
  },
  {
    id: 'finance',
    title: names.finance,
    path: 'finance/',
    mark: 'M4 20V10M10 20V4M16 20v-7M3 20h18M20 8l-4-4-4 3',
  },
  {
    id: 'explore',
    title: names.explore,
    path: 'explore/',
    mark: 'M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13zM15.300 15.300L20.500 20.500M10.500 7.500v6M7.500 10.500h6',
  },
  {
    id: 'data-health',
    title: names['data-health'],
    path: 'data-health/',
    mark: 'M12 3l8 3v6c0 4.500-3.200 7.800-8 9-4.800-1.200-8-4.500-8-9V6zM8.500 12l2.500 2.500 4.500-5',
    apart: true,
  },
  {
    id: 'definitions',
    title: names.definitions,
    path: 'definitions/',
    mark: 'M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3zM5 17a3 3 0 0 1 3-3h11M9 8h6',
  },
]
