/** The site's own name, where a page has no practice's; beside it the page's. */
export const siteTexts = {
  name: 'Practice Vitals',
  titleOf: (page: string) => `${page} · Practice Vitals`,
} as const
