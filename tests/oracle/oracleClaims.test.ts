import { describe, expect, it } from 'vitest'
import { claim, practiceOf, atEndOfOctober, october, totalOf } from './sampleRows.ts'
import { oracle } from './oracle.ts'

const days = { submitted_date: '2026-10-01', first_remit_date: '2026-10-20' }
const many = (count: number, fields: Parameters<typeof claim>[0], name: string) =>
  Array.from({ length: count }, (_, index) =>
    claim({ ...days, ...fields, claim_id: `${name}${String(index)}` }),
  )

describe('claims', () => {
  const claims = [
    ...many(14, {}, 'paid'),
    ...many(2, { outcome: 'partial' }, 'part'),
    ...many(3, { outcome: 'denied', denial_category: 'no_auth' }, 'denied'),
    // Rejected by the clearinghouse, and CO-45 written as a denial.
    ...many(4, { outcome: 'denied', clearinghouse_status: 'rejected' }, 'rejected'),
    ...many(1, { outcome: 'denied', denial_category: 'not_a_denial' }, 'contract'),
    ...many(5, { outcome: 'pending', first_remit_date: null }, 'open'),
  ]

  // K13, simple form: denied on first adjudication over adjudicated first time in the month.
  it('3 denied of 20 answered are an initial denial rate of 15 %', () => {
    expect(totalOf('initial_denial_rate', { claims })).toEqual({
      keys: {},
      numerator: 3,
      denominator: 20,
      value: 0.15,
    })
  })

  it('14 paid in full of 29 sent are resolved at the first pass, partial payments are not', () => {
    expect(totalOf('first_pass_resolution_rate', { claims })).toMatchObject({
      numerator: 14,
      denominator: 29,
    })
  })

  it('25 of 29 pass the clearinghouse untouched; what it did not say is in neither part', () => {
    const more = [...claims, ...many(2, { clearinghouse_status: null }, 'unknown')]
    expect(totalOf('clean_claim_rate', { claims: more })).toMatchObject({ numerator: 25, denominator: 29 })
  })

  it('shares of settled denials leave out those that are open', () => {
    const denial = { outcome: 'denied' as const, denial_category: 'coding' as const }
    const settled = [
      ...many(3, { ...denial, resolution: 'overturned' }, 'won'),
      ...many(1, { ...denial, resolution: 'written_off' }, 'lost'),
      ...many(1, { ...denial, resolution: 'patient' }, 'moved'),
      ...many(6, denial, 'open'),
      ...many(2, { ...denial, touches: 1 }, 'worked'),
    ]
    expect(totalOf('denial_overturned_rate', { claims: settled })?.value).toBe(0.6)
    expect(totalOf('denial_written_off_rate', { claims: settled })?.value).toBe(0.2)
    expect(totalOf('denials_never_worked', { claims: settled })?.value).toBe(6)
  })

  it('reasons add up to the denials, without claims that were paid', () => {
    const answer = oracle(
      'denied_claims',
      { by: ['denial_category'], where: {}, period: october },
      practiceOf({ claims: [...claims, claim({ ...days, claim_id: 'K9', outcome: 'denied' })] }),
      atEndOfOctober,
    )
    expect(answer.map(({ keys, value }) => [keys.denial_category, value])).toEqual([
      ['no_auth', 3],
      ['unknown', 1],
    ])
  })

  it('there is no rate without a claims tab, not 0', () => {
    expect(totalOf('initial_denial_rate', {})?.value).toBeNull()
    expect(totalOf('denials_never_worked', {})?.value).toBeNull()
  })
})
