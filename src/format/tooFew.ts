/** What stands for a number that is merged into others, because few people are behind it. */
export const tooFew = 'Too few people'
