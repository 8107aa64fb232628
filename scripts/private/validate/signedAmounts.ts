/**
 * The one rule of signs: a transaction's amount is its effect on A/R (`domain/kpis.md` R2).
 *
 * | group    | types                                                        | effect of a plain row |
 * | -------- | ------------------------------------------------------------ | --------------------- |
 * | payment  | insurance_payment, patient_payment                           | negative              |
 * | write-off| adjustment                                                   | negative              |
 * | outflow  | refund_*, takeback, nsf_reversal, payment_reversal           | positive              |
 * | void     | void_charge                                                  | negative              |
 * | income   | capitation, interest, other_income (never A/R, kept apart)   | positive              |
 * | none     | transfer, denial                                             | 0                     |
 * | charge   | charge                                                       | as written            |
 *
 * Exports differ in their signs, so the majority sign of a group within a tab is its plain row; a row
 * of the other sign is its reverse (a reversed payment typed as a negative payment raises A/R again).
 */
export type SignGroup = 'payment' | 'writeOff' | 'outflow' | 'void' | 'income'

const groups: Readonly<Record<string, SignGroup>> = {
  insurance_payment: 'payment',
  patient_payment: 'payment',
  adjustment: 'writeOff',
  refund_patient: 'outflow',
  refund_payer: 'outflow',
  takeback: 'outflow',
  nsf_reversal: 'outflow',
  payment_reversal: 'outflow',
  void_charge: 'void',
  capitation: 'income',
  interest: 'income',
  other_income: 'income',
}

const effects: Readonly<Record<SignGroup, 1 | -1>> = {
  payment: -1,
  writeOff: -1,
  outflow: 1,
  void: -1,
  income: 1,
}

/** Counts the signs of a tab's amounts, then turns amounts into effects. */
export class AmountSigns {
  readonly #balance = new Map<SignGroup, number>()
  readonly #areEffects: boolean

  /** With `areEffects` amounts are effects on A/R as they stand, and nothing is counted. */
  constructor({ areEffects = false } = {}) {
    this.#areEffects = areEffects
  }

  /** Takes one row into account: a type of the vocabulary and its amount in cents as written. */
  count(type: string, cents: number): void {
    const group = groups[type]
    if (group) this.#balance.set(group, (this.#balance.get(group) ?? 0) + Math.sign(cents))
  }

  /** Effect on A/R in cents (income: money in). A draw of signs, or no row counted, reads as positive. */
  effect(type: string, cents: number): number {
    if (type === 'transfer' || type === 'denial') return 0
    const group = groups[type]
    if (!group || cents === 0 || this.#areEffects) return cents
    const written = (this.#balance.get(group) ?? 0) < 0 ? -1 : 1
    return cents * written * effects[group]
  }
}
