import type { Definition } from './definitions.ts'

/** Metrics of the claims tab, written from the KPI dictionary. */
export const claimDefinitions: Readonly<Record<string, Definition>> = {
  // K13
  initial_denial_rate: {
    of: [{ book: 'claimAnswers', sum: 'denied' }],
    per: [{ book: 'claimAnswers', sum: 'answered' }],
  },
  denied_claims: { of: [{ book: 'denials', sum: 'denied' }] },
  // K15
  denial_overturned_rate: {
    of: [{ book: 'claimAnswers', sum: 'overturned' }],
    per: [{ book: 'claimAnswers', sum: 'settled' }],
  },
  denial_written_off_rate: {
    of: [{ book: 'claimAnswers', sum: 'writtenOff' }],
    per: [{ book: 'claimAnswers', sum: 'settled' }],
  },
  denials_never_worked: { of: [{ book: 'claimAnswers', sum: 'neverWorked' }] },
  // K16, K17
  first_pass_resolution_rate: {
    of: [{ book: 'claims', sum: 'firstPass' }],
    per: [{ book: 'claims', sum: 'sent' }],
  },
  clean_claim_rate: {
    of: [{ book: 'claims', sum: 'clean' }],
    per: [{ book: 'claims', sum: 'checked' }],
  },
}
