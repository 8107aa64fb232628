/** Words that stand only on paper. "Page 2 of 5" is in `print.css`, as it must be there before any script. */
export const printTexts = {
  /** Above each page: whose numbers, which page of the site, and what it was narrowed to; empty parts are left out. */
  head: (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · '),
  wholePractice: 'whole practice',
} as const
