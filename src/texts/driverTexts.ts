const orders = 'Each driver has the mean of its effects over'
const everyOrder = `${orders} every order in which the drivers can change (Shapley value).`
const bothOrders = `${orders} both orders in which the two can change (Shapley value).`
const ofPayer = '× charges per visit × (1 − adjusted share − share still open), payer by payer.'
const ofCash = `Adjustments are their share of charges; payment timing is the share that was charged and neither paid nor adjusted, which is what accounts receivable grew by. ${everyOrder}`

/** What moves collections and cash per visit; of each driver where it lifts the number, and where it lowers it. */
export const cashDriverTexts = {
  visits: { label: 'Visits', lifting: 'more visits', lowering: 'fewer visits' },
  mix: { label: 'Payer mix', lifting: 'payer mix', lowering: 'payer mix' },
  charges: {
    label: 'Charges per visit',
    lifting: 'more charged per visit',
    lowering: 'less charged per visit',
  },
  mixAndCharges: {
    label: 'Mix and rate, kept private',
    lifting: 'payer mix and charges per visit',
    lowering: 'payer mix and charges per visit',
  },
  adjustments: { label: 'Adjustments', lifting: 'fewer adjustments', lowering: 'more adjustments' },
  timing: { label: 'Payment timing', lifting: 'faster payment', lowering: 'slower payment' },
  keptPrivate:
    'Payer mix is not apart from charges per visit: the payers are not all shown for both periods, or a filter is set.',
  method: `Visits × share of the payer ${ofPayer} ${ofCash}`,
  methodOfVisit: `Share of the payer ${ofPayer} ${ofCash}`,
} as const

/** What moves revenue per visit. */
export const revenueDriverTexts = {
  charges: {
    label: 'Charges per visit',
    lifting: 'more charged per visit',
    lowering: 'less charged per visit',
  },
  adjustments: {
    label: 'Contractual adjustments',
    lifting: 'fewer contractual adjustments',
    lowering: 'more contractual adjustments',
  },
  collected: {
    label: 'Share collected',
    lifting: 'more collected of what is allowed',
    lowering: 'less collected of what is allowed',
  },
  method: `Charges per visit × (1 − contractual share of charges) × collected share of what is allowed. Payer mix is in all three: money by month of service is shown for the whole practice only. ${everyOrder}`,
} as const

/** What moves the net collection rate, of a month of service and of a year. */
export const rateDriverTexts = {
  payments: {
    label: 'Paid per dollar billed',
    lifting: 'more paid per dollar billed',
    lowering: 'less paid per dollar billed',
  },
  allowed: {
    label: 'Share allowed',
    lifting: 'less allowed of what is billed',
    lowering: 'more allowed of what is billed',
  },
  method: `Matched payments per dollar billed ÷ (1 − contractual share of what is billed); how much was billed moves neither. ${bothOrders}`,

  mix: { label: 'Payer mix', lifting: 'payer mix', lowering: 'payer mix' },
  rate: {
    label: 'Collected per payer',
    lifting: 'more collected payer by payer',
    lowering: 'less collected payer by payer',
  },
  mixAndRate: {
    label: 'Mix and rate, kept private',
    lifting: 'payer mix and what payers paid',
    lowering: 'payer mix and what payers paid',
  },
  keptPrivate: 'The payers are not all shown for both periods, or a filter is set.',
  yearlyMethod:
    'Each payer’s share of what contracts allow × the share of it that came in. Half of what both change together is in each (midpoint rule).',
} as const

/** What moves days in A/R. */
export const arDriverTexts = {
  receivables: { label: 'Receivables', lifting: 'more receivables', lowering: 'fewer receivables' },
  charges: { label: 'Daily charges', lifting: 'lower daily charges', lowering: 'higher daily charges' },
  method: `Receivables ÷ daily charges of three months. ${bothOrders}`,
} as const

/** What moves the no-show rate. */
export const noShowDriverTexts = {
  providerMix: { label: 'Provider mix', lifting: 'provider mix', lowering: 'provider mix' },
  locationMix: { label: 'Location mix', lifting: 'location mix', lowering: 'location mix' },
  within: {
    providers: {
      label: 'Rate within providers',
      lifting: 'more no-shows within providers',
      lowering: 'fewer no-shows within providers',
    },
    locations: {
      label: 'Rate within locations',
      lifting: 'more no-shows within locations',
      lowering: 'fewer no-shows within locations',
    },
  },
  mixAndRate: {
    label: 'Mix and rate, kept private',
    lifting: 'who was booked',
    lowering: 'who was booked',
  },
  keptPrivate: 'Neither providers nor locations are all shown for both periods, or a filter is set.',
  method:
    'Each provider’s share of the bookings kept or missed × its own rate, and the same by location; half of what both change together is in each (midpoint rule). Provider mix is what it adds beyond location mix.',
} as const

/** What moves staff cost as a share of collections. */
export const staffDriverTexts = {
  collections: { label: 'Collections', lifting: 'lower collections', lowering: 'higher collections' },
  hours: { label: 'Regular hours', lifting: 'more hours', lowering: 'fewer hours' },
  rate: { label: 'Pay per hour', lifting: 'higher pay per hour', lowering: 'lower pay per hour' },
  overtime: { label: 'Overtime', lifting: 'more overtime', lowering: 'less overtime' },
  hoursAndRate: {
    label: 'Hours and rate, kept private',
    lifting: 'a higher staff cost',
    lowering: 'a lower staff cost',
  },
  keptPrivate: 'Hours and overtime are not shown for both periods.',
  method: `(Regular hours × pay per regular hour + overtime) ÷ collections. Hours are those of the days worked, with taxes and benefits on top; pay per hour holds paid leave; overtime is its share of gross pay. ${everyOrder}`,
} as const

/** Why a change has no parts. */
export const noSumsText =
  'One of the two periods has no value, or nothing to divide by, so the change is not split.'
