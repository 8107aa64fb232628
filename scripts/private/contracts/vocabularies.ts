/** Closed vocabularies shared by contracts, maps and the ledger (`domain/schemas.md` 4). */

export const appointmentStatuses = [
  'open_slot',
  'scheduled',
  'confirmed',
  'checked_in',
  'roomed',
  'completed',
  'no_show',
  'cancelled',
  'cancelled_late',
  'rescheduled',
  'left_unseen',
  'blocked',
] as const

/** `charge` and `void_charge` occur in combined billing files only. */
export const transactionTypes = [
  'insurance_payment',
  'patient_payment',
  'capitation',
  'refund_patient',
  'refund_payer',
  'takeback',
  'nsf_reversal',
  'payment_reversal',
  'adjustment',
  'denial',
  'transfer',
  'interest',
  'other_income',
] as const

export const billingLineTypes = ['charge', 'void_charge', ...transactionTypes] as const

export const adjustmentCategories = [
  'contractual',
  'charity',
  'discount',
  'small_balance',
  'bad_debt',
  'timely_filing',
  'no_auth',
  'credentialing',
  'coding',
  'duplicate',
  'administrative',
  'unknown',
] as const

/** A payer's first answer to a claim; `pending` is none yet. */
export const claimOutcomes = ['paid', 'partial', 'denied', 'pending'] as const

/** What the clearinghouse said; a rejected claim never reached the payer. */
export const clearinghouseStates = ['accepted', 'rejected'] as const

/** What became of a denied claim; `unknown` is a word that says nothing of it. */
export const denialResolutions = ['overturned', 'written_off', 'patient', 'other', 'unknown'] as const

/** Why a claim was denied; `not_a_denial` are codes that only say who pays what (CO-45, PR-1 to PR-3). */
export const denialCategories = [
  'eligibility',
  'no_auth',
  'timely_filing',
  'coding',
  'missing_information',
  'medical_necessity',
  'not_covered',
  'coordination',
  'duplicate',
  'credentialing',
  'other',
  'not_a_denial',
  'unknown',
] as const

export const visitGroups = ['new', 'established', 'preventive', 'procedure', 'telehealth', 'nurse', 'other', 'unmapped'] as const

/** `none_given` is a blank payer, `unmapped` one that the payers tab does not know. */
export const payerClasses = [
  'medicare',
  'medicare_adv',
  'medicaid',
  'commercial',
  'workers_comp',
  'auto',
  'self_pay',
  'tricare_va',
  'other',
  'unmapped',
  'none_given',
] as const

export const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

export const roleGroups = [
  'front_desk',
  'clinical_support',
  'nurse',
  'billing',
  'admin',
  'app',
  'physician',
  'other',
] as const

/** Parts of a day for which staff is needed; noon parts them. */
export const halfDays = ['both', 'morning', 'afternoon'] as const

export const earningCodes = [
  'regular',
  'overtime',
  'doubletime',
  'pto',
  'sick',
  'holiday',
  'bonus',
  'commission',
  'other',
] as const

export const expenseCategories = [
  'staff_wages',
  'staff_benefits',
  'provider_comp',
  'rent_occupancy',
  'medical_supplies',
  'drugs_vaccines',
  'it_software',
  'equipment',
  'malpractice',
  'other_insurance',
  'professional_fees',
  'billing_fees',
  'marketing',
  'office_supplies',
  'lab_imaging',
  'travel_cme',
  'interest',
  'depreciation',
  'other',
] as const

export const budgetCategories = [...expenseCategories, 'collections', 'other_income', 'visits'] as const

/** As they are published. `91+` is a report's whose last column is that: it says no more of older balances. */
export const publishedAges = ['0-30', '31-60', '61-90', '91-120', '121+', '91+'] as const

/** `current` is what is not due yet: in a report that has the first month beside it, a line of its own; of the youngest age. */
export const agingBuckets = ['current', ...publishedAges] as const

export const responsibilities = ['insurance', 'patient'] as const

/** Whether a visit's note is signed; `unknown` is a word that says neither. */
export const noteStates = ['signed', 'unsigned', 'unknown'] as const
