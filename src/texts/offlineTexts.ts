/** What a page says when it shows the copy of its numbers that this device has kept. `moment` is that of the sync. */
export const offlineTexts = {
  asOf: (moment: string) => `Offline: numbers as of ${moment}.`,
  copy: 'This is the copy on this device.',
  noEngine: 'Filters that need the calculation engine do not work until there is a connection.',
  again: 'Try again',
} as const

/** What a page says when the site cannot be reached and the copy cannot be used either. */
export const copyStates = {
  'copy-missing': {
    title: 'You are offline, and this page has no copy',
    texts: ['The site could not be reached, and this device has kept no copy that opens here.'],
    next: [
      'Check the connection, then try again.',
      'Numbers that were open once with a connection are kept for the next time, sealed as they came.',
    ],
    actions: ['reload'],
  },
  'copy-closed': {
    title: 'The copy on this device is not for this link',
    texts: [
      'The site could not be reached, and the copy that this device has kept does not open with your link.',
    ],
    next: ['Check the connection, then try again: your link may open what lies on the site.'],
    actions: ['reload'],
  },
  'copy-expired': {
    title: 'The copy on this device is too old to be shown',
    texts: [
      'The site could not be reached, and numbers are shown for two weeks after they were published and no longer. This copy has been deleted.',
    ],
    next: ['Check the connection, then try again: newer numbers may lie on the site.'],
    actions: ['reload'],
  },
  'copy-refused': {
    title: 'The copy on this device is not used',
    texts: [
      'The site could not be reached, and the copy that this device has kept is not what was published, or older than what this browser has seen. It has been deleted, and nothing of it is shown.',
    ],
    next: ['Check the connection, then try again: the numbers on the site are another matter.'],
    actions: ['reload'],
  },
} as const

/** Why no copy is shown. */
export type CopyState = keyof typeof copyStates
