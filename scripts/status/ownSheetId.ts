import type { StatusTabId } from './statusSheet.ts'

/**
 * The number of each of our tabs, the same in every status workbook: it outlives a renaming, and no tab that a
 * person makes will have it (Google draws theirs from two thousand million). Never change one: the old tab
 * would stay behind as a stranger.
 */
const ownSheetIds: Readonly<Record<StatusTabId, number>> = {
  status: 1_718_205_001,
  rejected_rows: 1_718_205_002,
  unmapped_values: 1_718_205_003,
  office_numbers: 1_718_205_004,
  unresolved_appointments: 1_718_205_011,
  visits_without_charge: 1_718_205_012,
  unsigned_notes: 1_718_205_013,
  unworked_denials: 1_718_205_014,
  old_balances: 1_718_205_015,
  credit_balances: 1_718_205_016,
  compliance_due: 1_718_205_017,
  charges_without_visit: 1_718_205_018,
  open_claims: 1_718_205_019,
  coverage_gaps: 1_718_205_020,
}

/** The `sheetId` by which one of our tabs is known, whatever its title. */
export function ownSheetId(id: StatusTabId): number {
  return ownSheetIds[id]
}
