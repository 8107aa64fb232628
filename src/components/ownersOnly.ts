import { whyTexts } from '../texts/whyTexts.ts'

/** In the place of a number that the reader's link does not open. It is no error. */
export const ownersOnly = whyTexts.ownersOnly
