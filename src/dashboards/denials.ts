import { defineDashboard } from './defineDashboard.ts'

/** From claim to answer (owner's and manager's questions on denials; board's top reasons). */
export const denials = defineDashboard({
  id: 'denials',
  title: 'Denials',
  question: 'Which claims do payers refuse, why, and what becomes of them?',
  sections: [
    {
      id: 'refused',
      question: 'How much do payers refuse, and why?',
      tiles: ['initial_denial_rate', 'denied_claims'],
      charts: [
        {
          id: 'denial-rate',
          kind: 'trend',
          title: 'Initial denial rate',
          metrics: ['initial_denial_rate'],
          form: 'line',
          months: 13,
        },
        {
          id: 'reasons',
          kind: 'breakdown',
          title: 'Denied claims by reason',
          metric: 'denied_claims',
          by: 'denial_category',
          quarters: true,
        },
        {
          id: 'payers',
          kind: 'breakdown',
          title: 'Initial denial rate by payer',
          metric: 'initial_denial_rate',
          by: 'payer',
          quarters: true,
        },
      ],
    },
    {
      id: 'became',
      question: 'What becomes of it?',
      // What became of denials is a chart: in a single month too few are settled to be shown.
      tiles: ['denials_never_worked'],
      charts: [
        {
          id: 'outcomes',
          kind: 'trend',
          title: 'What became of denials',
          metrics: ['denial_overturned_rate', 'denial_written_off_rate'],
          form: 'line',
          quarters: true,
        },
      ],
    },
    {
      id: 'first-time',
      question: 'Do claims go out right the first time?',
      tiles: ['first_pass_resolution_rate', 'clean_claim_rate', 'ar_over_90_rate'],
      charts: [
        {
          id: 'first-pass',
          kind: 'trend',
          title: 'Right the first time',
          metrics: ['first_pass_resolution_rate', 'clean_claim_rate'],
          form: 'line',
          months: 13,
        },
      ],
    },
  ],
})
