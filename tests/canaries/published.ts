/** What may be published as it stands, and why. Nothing else of the planted practice may. */
export const published = {
  practice: 'Two Rivers Clinic',
  /** Names under which providers are shown: the practice chose them in its providers tab. */
  providers: ['Ada Birch', 'Ben Cole'],
  /** Sites are the practice's own addresses of work, not a patient's. */
  sites: ['Northside', 'Southgate'],
} as const
