/** The words of Data health that depend on who reads. */
export const healthTexts = {
  /** After between what a rate lies, for who keeps the practice's spreadsheets: viewers cannot do it. */
  mapReasons: 'Map their reasons in the adjustment map.',
} as const
