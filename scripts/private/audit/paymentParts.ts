import type { FactAudit } from './factAudit.ts'

const parts = ['patient_payment_cents', 'same_day_payment_cents']

/** Whether a measure adds up a part of the payments: newer than what else is shown of them, and merged before it. */
export function isOfParts(fact: string, measure: string): boolean {
  return fact === 'transactions' && parts.includes(measure)
}

/** A fact as it would be without parts of payments. */
export function withoutParts(audit: FactAudit): FactAudit {
  const { fact, slices } = audit
  if (fact.name !== 'transactions') return audit
  const { partitions = [] } = fact
  return {
    ...audit,
    fact: {
      ...fact,
      partitions: partitions.filter((one) => !one.parts.some((part) => isOfParts(fact.name, part))),
    },
    slices: slices.filter(({ measure }) => !isOfParts(fact.name, measure)),
  }
}
