/** What is said of the calculation engine while a number waits for it. */
export const engineTexts = {
  missing: 'Numbers marked “not computed” are missing; all others are complete.',
  unreachable: 'The calculation engine cannot be reached. Check the connection and try again.',
  notFound: 'The calculation engine was not found beside this page.',
  damaged: 'The calculation engine is damaged. Reload the page.',
  stopped: 'The calculation engine was stopped.',
  brokeDown: 'The question was too much for the engine, which broke down. It starts anew with the next one.',
  again: 'Try again',
  fetching: 'Loading…',
  asks: 'This choice needs the calculation engine, about 8 MB. It is fetched once and kept by the browser; all other numbers are complete.',
  allow: 'Load it',
  loading: (done: string, all: string) =>
    `Loading the calculation engine for this combination, ${done} of ${all} MB`,
  starting: 'Starting the calculation engine…',
} as const
