/** In the place of a number that the reader's link does not open. It is no error. */
export const ownersOnly = 'For owners only'
