/** One payment of one payer and what it is for: a transaction set 835. Amounts are whole cents, in the file's own signs. */
export interface Remittance {
  /** Place of its ST segment in the file. */
  readonly segment: number
  /** What was paid in all; below 0 where the provider was debited (BPR02, BPR03). */
  readonly paidCents: number
  /** As the file has it: `CHK`, `ACH`, `NON` (BPR04). */
  readonly method: string
  /** Number of the check or trace (TRN02), and who gave it (TRN03). */
  readonly trace: string
  readonly originator: string
  /** Day of the payment, `2026-10-05` (BPR16), else the day on which the file was made (DTM 405). */
  readonly paidOn: string
  /** Name of the payer (N1 PR); blank where there is none. */
  readonly payer: string
  readonly claims: readonly RemittedClaim[]
  readonly providerAdjustments: readonly ProviderAdjustment[]
}

/** What became of one claim (CLP). */
export interface RemittedClaim {
  readonly segment: number
  /** The practice's own number of the claim (CLP01). */
  readonly claimId: string
  /** 1 to 3 processed as primary to tertiary, 4 denied, 22 reversal of an earlier payment, 25 predetermination (CLP02). */
  readonly status: string
  readonly chargedCents: number
  readonly paidCents: number
  /** First day of the statement (DTM 232), or null. */
  readonly servedOn: string | null
  /** Of the claim as a whole; those of its lines stand there. */
  readonly adjustments: readonly ClaimAdjustment[]
  readonly lines: readonly RemittedLine[]
}

/** What became of one service line (SVC). */
export interface RemittedLine {
  readonly segment: number
  readonly chargedCents: number
  readonly paidCents: number
  /** Day of service, or the first of several (DTM 472 or 150), or null. */
  readonly servedOn: string | null
  /** The practice's own number of the line (REF 6R), or null. */
  readonly controlId: string | null
  readonly adjustments: readonly ClaimAdjustment[]
}

/** What was charged and not paid, and why (one reason of a CAS segment). */
export interface ClaimAdjustment {
  readonly segment: number
  /** CO contractual obligation, PR patient's part, PI payer initiated, OA other. */
  readonly group: string
  /** Claim adjustment reason code, `45`. */
  readonly reason: string
  /** What is above 0 was not paid. */
  readonly cents: number
}

/** Money of no claim (one reason of a PLB segment); what is above 0 made the payment smaller. */
export interface ProviderAdjustment {
  readonly segment: number
  /** `WO` overpayment recovered, `L6` interest, `FB` balance forwarded. */
  readonly reason: string
  readonly cents: number
}
