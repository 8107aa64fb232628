import { count, defineFact, type Fact } from './cube.ts'

/** Of the whole practice alone: by two dates, the same claims of a payer differ by few people (audit, month edges). */
export const claims = defineFact({
  name: 'claims',
  dateBasis: 'submitted_date',
  description:
    'one row per month in which claims were first sent, of the whole practice; claims sent up to the as-of date, answers up to it',
  dimensions: [],
  people: 'patient',
  measures: {
    submitted_count: count('Claims sent; one that is sent again under its number is the same claim.'),
    checked_count: count('Of those, claims of which it is known what the clearinghouse said.'),
    clean_count: count('Of those, accepted and never worked on by hand.'),
    first_pass_count: count("Claims paid in full, as contracted, with the payer's first answer."),
  },
  partitions: [
    { whole: 'submitted_count', parts: ['checked_count'] },
    { whole: 'checked_count', parts: ['clean_count'] },
    { whole: 'submitted_count', parts: ['first_pass_count'] },
  ],
  cuts: [{ by: [] }],
})

export const claimAnswers = defineFact({
  name: 'claim_answers',
  dateBasis: 'remit_date',
  description:
    "one row per month of the payer's first answer, payer class and reason of the denial (none for claims that were not denied); answers up to the as-of date; what became of a denial counts in the month of the denial",
  dimensions: ['payer', 'denial_category'],
  people: 'patient',
  measures: {
    answered_count: count('Claims that a payer answered for the first time: paid, partly paid or denied.'),
    denied_count: count(
      'Of those, denied; rejections of the clearinghouse and CO-45, PR-1 to PR-3 are none.',
    ),
    resolved_count: count('Denied claims that are settled by now.'),
    overturned_count: count('Of those, paid after all.'),
    written_off_count: count('Of those, written off.'),
    never_worked_count: count('Denied claims without a touch, an appeal or a resolution so far.'),
  },
  partitions: [
    { whole: 'answered_count', parts: ['denied_count'] },
    { whole: 'denied_count', parts: ['resolved_count', 'never_worked_count'] },
    { whole: 'resolved_count', parts: ['overturned_count', 'written_off_count'] },
  ],
  cuts: [
    { by: [] },
    { by: ['payer'], measures: ['answered_count', 'denied_count'] },
    { by: ['denial_category'], measures: ['denied_count'] },
  ],
})

/** What the claims tell: what is sent, what payers answer, and what becomes of denials. */
export const claimFacts = {
  claims,
  claim_answers: claimAnswers,
} as const satisfies Record<string, Fact>
