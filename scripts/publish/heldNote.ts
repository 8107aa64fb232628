/** What Data health says while sums are held. The same for every practice, so that viewers may have it too. */
export const heldNote =
  'To protect single patients, the running month is counted anew once a week, and corrections of closed months show when it ends.'
