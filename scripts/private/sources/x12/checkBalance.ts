import type { ClaimAdjustment, Remittance, RemittedClaim } from './remittance.ts'
import { predeterminationStatus } from './remittanceReasons.ts'
import type { X12Problem } from './X12Problem.ts'

/**
 * The three sums that a remittance must keep to the cent (guide 005010X221A1, 1.10.2): of the payment, of each claim and of each
 * service line. A predetermination is left out of the rows, so it must pay nothing. Empty where all hold.
 */
export function checkBalance(remittance: Remittance): X12Problem[] {
  const claims = sum(remittance.claims.map(({ paidCents }) => paidCents))
  const provider = sum(remittance.providerAdjustments.map(({ cents }) => cents))
  const paid: X12Problem = {
    segment: remittance.segment,
    id: 'ST',
    text: `the payment differs from its claims less its provider adjustments by ${dollars(remittance.paidCents - claims + provider)}`,
  }
  return [
    ...(remittance.paidCents === claims - provider ? [] : [paid]),
    ...remittance.claims.flatMap(checkClaim),
  ]
}

/** The adjustments of a claim and of its lines. */
export function adjustmentsOf({ adjustments, lines }: RemittedClaim): ClaimAdjustment[] {
  return [...adjustments, ...lines.flatMap((line) => line.adjustments)]
}

function checkClaim(claim: RemittedClaim): X12Problem[] {
  const left = claim.chargedCents - claim.paidCents - adjusted(adjustmentsOf(claim))
  const whole: X12Problem = {
    segment: claim.segment,
    id: 'CLP',
    text: `what was charged differs from what was paid and adjusted by ${dollars(left)}`,
  }
  const lines = claim.lines.flatMap((line): X12Problem[] => {
    const leftOfLine = line.chargedCents - line.paidCents - adjusted(line.adjustments)
    if (leftOfLine === 0) return []
    const text = `what was charged differs from what was paid and adjusted by ${dollars(leftOfLine)}`
    return [{ segment: line.segment, id: 'SVC', text }]
  })
  const text = 'a predetermination (CLP02 25) has a payment'
  const isPricedAndPaid =
    claim.status === predeterminationStatus &&
    [claim, ...claim.lines].some(({ paidCents }) => paidCents !== 0)
  const priced = isPricedAndPaid ? [{ segment: claim.segment, id: 'CLP', text }] : []
  return [...priced, ...(left === 0 ? [] : [whole]), ...lines]
}

function adjusted(adjustments: readonly ClaimAdjustment[]): number {
  return sum(adjustments.map(({ cents }) => cents))
}

function sum(cents: readonly number[]): number {
  return cents.reduce((all, one) => all + one, 0)
}

function dollars(cents: number): string {
  return (cents / 100).toLocaleString('en-US', { style: 'currency', currency: 'USD' })
}
