/** What a page says by its own script, before its interface is there. As short as can be: it is in the first bytes. */
export const startTexts = {
  upTo: (day: string) => `Data up to ${day}`,
  synced: (moment: string) => ` · synced ${moment}`,
  /** As much room as a moment of that day takes. */
  placeOfMoment: (day: string) => ` · synced ${day}, 10:00 AM`,
  stale: (age: string, moment: string) =>
    `These numbers are ${age} old: nothing has been published since ${moment}. `,
  whatHealthSays: 'What Data health says',
  interfaceFailed:
    'The filters and charts could not be loaded. The numbers below are complete; reload for the rest.',
  pageFailed: 'This page could not be shown. Reload it to try again.',
  notOpened: 'This page could not be opened.',
} as const
