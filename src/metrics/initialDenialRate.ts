import { defineMetric } from './defineMetric.ts'

/** K13, rate 0-1, by first answer: how many claims are denied at first. */
export const initialDenialRate = defineMetric({
  kind: 'ratio',
  id: 'initial_denial_rate',
  kpi: 'K13',
  label: 'Initial denial rate',
  unit: 'rate',
  direction: 'down',
  dateBasis: 'remit_date',
  maturityDays: null,
  dimensions: ['payer'],
  summary: 'How many of the claims that payers answer are denied at first.',
  formula:
    "Claims denied with the payer's first answer ÷ claims answered for the first time, both by the date of that answer.",
  notes: [
    'This is the simple form of the rate, by claims: not by lines, not in dollars, and not against the claims sent in the three months before.',
    'Rejections by the clearinghouse are no denials, nor are CO-45 (contract) and PR-1 to PR-3 (deductible, coinsurance, copay).',
    'A claim that is paid in part is answered and not denied.',
    'A claim that is sent again under its number counts once, with its first answer; one under a new number is a claim of its own.',
    'Denials of duplicates count, and make the rate higher: see the reasons.',
  ],
  tabs: ['Claims'],
  needs: ['first_answers'],
  benchmark: {
    target: 0.05,
    acceptable: 0.1,
    source:
      'American Academy of Family Physicians, presentation seen through a mirror: 5 to 10 % is the industry average, under 5 % desirable.',
    secondHand: true,
  },
  numerator: [{ fact: 'claim_answers', measure: 'denied_count' }],
  denominator: [{ fact: 'claim_answers', measure: 'answered_count' }],
})
