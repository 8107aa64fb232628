import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { adjustmentsOf } from '../../../scripts/private/sources/x12/checkBalance.ts'
import { readX12 } from '../../../scripts/private/sources/x12/readX12.ts'
import { remittanceRows } from '../../../scripts/private/sources/x12/remittanceRows.ts'
import { describeShared } from '../../helpers/sharedData.ts'

const golden = z.object({
  835: z.record(
    z.string(),
    z.array(
      z.object({
        payer: z.string(),
        payment_amount_bpr02: z.string(),
        claims: z.number(),
        claim_charges: z.string(),
        claim_payments: z.string(),
        provider_level_adjustments_plb: z.string(),
        adjustments_by_group_and_reason: z.record(z.string(), z.string()),
        claim_status_codes: z.array(z.string()),
      }),
    ),
  ),
  837: z.record(z.string(), z.unknown()),
})

describeShared('x12-samples', (set) => {
  it('each remittance has the payment, claims and reasons that the golden file has, and balances to the cent', async () => {
    const expected = golden.parse(await set.golden())['835']
    const folder = join(set.folder, '835')
    expect(await readdir(folder)).toEqual(Object.keys(expected).sort())
    for (const [file, sets] of Object.entries(expected)) {
      const { remittances } = await readX12(join(folder, file))
      expect(
        remittances?.map(({ payer, paidCents, claims, providerAdjustments }) => ({
          payer,
          payment_amount_bpr02: dollars(paidCents),
          claims: claims.length,
          claim_charges: dollars(sum(claims.map(({ chargedCents }) => chargedCents))),
          claim_payments: dollars(sum(claims.map((claim) => claim.paidCents))),
          provider_level_adjustments_plb: String(sum(providerAdjustments.map(({ cents }) => cents)) / 100),
          adjustments_by_group_and_reason: byReason(
            claims.flatMap(adjustmentsOf).map(({ group, reason, cents }) => [`${group}-${reason}`, cents]),
          ),
          claim_status_codes: claims.map(({ status }) => status),
        })),
      ).toEqual(sets)
    }
  })

  it('each reason is what an independent flattening has, segment by segment', async () => {
    const records = await set.records('835-flattened-adjustments.csv')
    const found: Record<string, string>[] = []
    for (const file of (await readdir(join(set.folder, '835'))).sort()) {
      const { remittances } = await readX12(join(set.folder, '835', file))
      for (const { claims } of remittances ?? []) {
        for (const claim of claims) {
          for (const { group, reason, cents } of adjustmentsOf(claim)) {
            found.push({ file, claim: claim.claimId, group, reason, adjustment: dollars(cents) })
          }
        }
      }
    }
    const told = records.map(({ file, claim, group, reason, adjustment }) => ({
      file,
      claim,
      group,
      reason,
      adjustment,
    }))
    expect(found).toEqual(told)
  })

  it('a payment of a remittance is what its transactions took off accounts, or earlier payers had settled', async () => {
    for (const file of await readdir(join(set.folder, '835'))) {
      const { remittances } = await readX12(join(set.folder, '835', file))
      for (const remittance of remittances ?? []) {
        const paid = remittanceRows(remittance, file).filter((row) => row[3] === 'insurance_payment')
        expect(sum(paid.map((row) => 0 - Math.round(Number(row[6]) * 100)))).toBe(remittance.paidCents)
      }
    }
  })

  it('claims that were sent (837) are recognised, and said not to be read', async () => {
    const files = await readdir(join(set.folder, '837'))
    expect(files).toEqual(Object.keys(golden.parse(await set.golden())['837']).sort())
    for (const file of files) {
      const { remittances, warnings } = await readX12(join(set.folder, '837', file))
      expect(remittances).toBeNull()
      expect(warnings[0]).toContain('claims as they were sent (837)')
    }
  })
})

function sum(cents: readonly number[]): number {
  return cents.reduce((all, one) => all + one, 0)
}

function dollars(cents: number): string {
  return (cents / 100).toFixed(2)
}

function byReason(entries: readonly (readonly [string, number])[]): Record<string, string> {
  const sums = new Map<string, number>()
  for (const [reason, cents] of entries) sums.set(reason, (sums.get(reason) ?? 0) + cents)
  return Object.fromEntries([...sums].map(([reason, cents]) => [reason, dollars(cents)]))
}
