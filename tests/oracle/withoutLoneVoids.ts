import type { Charge } from '../../scripts/private/contracts/charges.ts'

/**
 * Charges without the lines that are marked void and that no line takes back (`scripts/private/ledger/overlaps.md`): of the
 * opposite amount, and marked as well or of the same number, or encounter or claim and code, or patient, day and code.
 */
export function withoutLoneVoids(charges: readonly Charge[]): Charge[] {
  return charges.filter(
    (line) =>
      line.is_void !== true ||
      line.charge_amount <= 0 ||
      charges.some((other) => other.charge_amount === -line.charge_amount && takesBack(other, line)),
  )
}

function takesBack(other: Charge, line: Charge): boolean {
  const same = (field: keyof Charge): boolean => line[field] !== null && line[field] === other[field]
  return (
    other.is_void === true ||
    same('charge_id') ||
    ((same('encounter_id') || same('claim_id')) && same('cpt')) ||
    (same('patient_key') && same('service_date') && same('cpt'))
  )
}
