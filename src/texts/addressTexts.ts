import type { FilterDimension } from '../bundle/bundle.ts'

const filterNames = {
  provider: 'provider',
  location: 'location',
  payer: 'payer class',
} satisfies Record<FilterDimension, string>

const oneFilter = 'one filter at a time, because smaller groups are not published.'

/** What is said of a page's address: what of it was ignored, and which filter has taken another's place. */
export const addressTexts = {
  unknownPeriod: 'The period in the address was ignored: the practice has no data for it.',
  unknownFilter: (dimension: FilterDimension) =>
    `The ${filterNames[dimension]} in the address was ignored: the practice has none of that name.`,
  secondFilter: (dimension: FilterDimension) =>
    `The ${filterNames[dimension]} in the address was ignored: ${oneFilter}`,
  otherFilter: (chosen: FilterDimension, old: FilterDimension) =>
    `The ${filterNames[chosen]} takes the place of the ${filterNames[old]}: ${oneFilter}`,
} as const
