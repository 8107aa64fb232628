import {
  adjustmentCategories,
  appointmentStatuses,
  billingLineTypes,
  visitGroups,
} from '../private/contracts/vocabularies.ts'

const words: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['map_status', appointmentStatuses],
  ['map_transaction_type', billingLineTypes],
  ['map_adjustment', adjustmentCategories],
  ['map_visit_type', visitGroups],
])

/** The meanings that a map tab may give, in the order of the vocabulary; empty for an unknown map tab. */
export function mapWords(mapTab: string): readonly string[] {
  return words.get(mapTab) ?? []
}
