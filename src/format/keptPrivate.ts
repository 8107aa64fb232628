import { numberTexts } from '../texts/numberTexts.ts'

/**
 * What stands for a number that is withheld: too few people are behind it, or it is merged with others to protect
 * a small group. Which of the two is not told.
 */
export const keptPrivate = numberTexts.keptPrivate
