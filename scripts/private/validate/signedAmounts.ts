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

/** The group of a type; null for those that have no plain sign. */
export function groupOf(type: string): SignGroup | null {
  return groups[type] ?? null
}

const effects: Readonly<Record<SignGroup, 1 | -1>> = {
  payment: -1,
  writeOff: -1,
  outflow: 1,
  void: -1,
  income: 1,
}

/** Groups whose sign a person can say, by the name that the config has for them. */
export const signNames = { payments: 'payment', adjustments: 'writeOff', refunds: 'outflow' } as const

/** How a plain row of a group stands in the sheet, where a person said it. */
export type SaidSigns = {
  readonly [Name in keyof typeof signNames]?: 'positive' | 'negative' | undefined
}

/** What the amounts of a group look like, as written. */
export interface SignCount {
  readonly positive: number
  readonly negative: number
  readonly cents: number
}

const none: SignCount = { positive: 0, negative: 0, cents: 0 }

/** Sum of counts. */
export function sumOfCounts(counts: readonly SignCount[]): SignCount {
  return counts.reduce(
    (sum, { positive, negative, cents }) => ({
      positive: sum.positive + positive,
      negative: sum.negative + negative,
      cents: sum.cents + cents,
    }),
    none,
  )
}

/** Counts the signs of a tab's amounts, then turns amounts into effects. */
export class AmountSigns {
  readonly #counts = new Map<SignGroup, SignCount>()
  readonly #areEffects: boolean
  readonly #said: ReadonlyMap<SignGroup, 1 | -1>
  readonly #leaning = new Map<SignGroup, 1 | -1>()

  /** With `areEffects` amounts are effects on A/R as they stand; `said` is in force whatever the majority. */
  constructor({ areEffects = false, said = {} }: { areEffects?: boolean; said?: SaidSigns } = {}) {
    this.#areEffects = areEffects
    this.#said = new Map(
      Object.entries(signNames).flatMap(([name, group]) => {
        const sign = said[name as keyof SaidSigns]
        return sign === undefined ? [] : [[group, sign === 'negative' ? -1 : 1] as const]
      }),
    )
  }

  /** Takes one row into account: a type of the vocabulary and its amount in cents as written. */
  count(type: string, cents: number): void {
    const group = groups[type]
    if (!group || cents === 0) return
    const held = this.countOf(group)
    this.#counts.set(group, {
      positive: held.positive + (cents > 0 ? 1 : 0),
      negative: held.negative + (cents < 0 ? 1 : 0),
      cents: held.cents + cents,
    })
  }

  countOf(group: SignGroup): SignCount {
    return this.#counts.get(group) ?? none
  }

  /** Whether a person said how the group stands. */
  isSaid(group: SignGroup): boolean {
    return this.#said.has(group)
  }

  /** Whether the tab itself shows how the group stands: nobody said it, and it was not taken from other tabs. */
  isLearnt(group: SignGroup): boolean {
    return !this.#areEffects && !this.#said.has(group) && !this.#leaning.has(group)
  }

  /** Says how a plain row stands where the tab has too few rows to show it. */
  lean(group: SignGroup, sign: 1 | -1): void {
    this.#leaning.set(group, sign)
  }

  /** How a plain row of a group stands in the sheet; as most rows do, in a draw as most of the money does, else positive. */
  writtenAs(group: SignGroup): 1 | -1 {
    const said = this.#said.get(group) ?? this.#leaning.get(group)
    if (said !== undefined) return said
    const { positive, negative, cents } = this.countOf(group)
    if (positive !== negative) return positive > negative ? 1 : -1
    return cents < 0 ? -1 : 1
  }

  /** Effect on A/R in cents (income: money in). */
  effect(type: string, cents: number): number {
    if (type === 'transfer' || type === 'denial') return 0
    const group = groups[type]
    if (!group || cents === 0 || this.#areEffects) return cents
    return cents * this.writtenAs(group) * effects[group]
  }
}
