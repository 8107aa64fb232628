import { describe, expect, it } from 'vitest'
import { cubeRows } from './cubeRows.ts'

const claim = {
  claim_id: 'K1',
  submitted_date: '2026-09-03',
  first_remit_date: '2026-10-02',
  clearinghouse_status: 'accepted',
  outcome: 'paid',
  charge_amount: 10_000,
}
const denied = { ...claim, outcome: 'denied', denial_category: 'coding' }
const september = { month: '2026-09-01', months: 1 }
const october = { month: '2026-10-01', months: 1 }

describe('claims', () => {
  it('are counted as sent in the month of submission, and as answered in that of the first answer', async () => {
    const tabs = { claims: [claim, { ...denied, claim_id: 'K2', touches: 2 }] }
    expect(await cubeRows('claims', { tabs })).toEqual([
      { ...september, submitted_count: 2, checked_count: 2, clean_count: 1, first_pass_count: 1 },
    ])
    expect(await cubeRows('claim_answers', { tabs })).toMatchObject([
      { ...october, answered_count: 2, denied_count: 1 },
    ])
  })

  it('are not denied by the clearinghouse, which no payer has seen', async () => {
    const tabs = { claims: [claim, { ...denied, claim_id: 'K2', clearinghouse_status: 'rejected' }] }
    expect(await cubeRows('claim_answers', { tabs })).toMatchObject([{ answered_count: 1, denied_count: 0 }])
    expect(await cubeRows('claims', { tabs })).toMatchObject([{ submitted_count: 2, clean_count: 1 }])
  })

  it('are not denied by a code that only says who pays what', async () => {
    const tabs = { claims: [claim, { ...denied, claim_id: 'K2', denial_category: 'not_a_denial' }] }
    expect(await cubeRows('claim_answers', { tabs })).toMatchObject([{ answered_count: 2, denied_count: 0 }])
    expect(await cubeRows('claim_answers_by_denial_category', { tabs })).toEqual([])
  })

  it('are answered and neither denied nor resolved where they are paid in part', async () => {
    const tabs = { claims: [{ ...claim, outcome: 'partial' }] }
    expect(await cubeRows('claim_answers', { tabs })).toMatchObject([{ answered_count: 1, denied_count: 0 }])
    expect(await cubeRows('claims', { tabs })).toMatchObject([{ submitted_count: 1, first_pass_count: 0 }])
  })

  it('count once where they are sent again under their number, as the lowest row says', async () => {
    const tabs = { claims: [denied, { ...denied, resolution: 'overturned', resolved_date: '2026-10-20' }] }
    expect(await cubeRows('claims', { tabs })).toMatchObject([{ submitted_count: 1 }])
    expect(await cubeRows('claim_answers', { tabs })).toMatchObject([
      { denied_count: 1, resolved_count: 1, overturned_count: 1, never_worked_count: 0 },
    ])
  })

  it('are what they were on the as-of date: later answers and resolutions are not known yet', async () => {
    const later = { ...denied, resolution: 'written_off', resolved_date: '2026-11-02' }
    const tabs = { claims: [later, { ...claim, claim_id: 'K2', submitted_date: '2026-11-01' }] }
    expect(await cubeRows('claim_answers', { tabs })).toMatchObject([{ denied_count: 1, resolved_count: 0 }])
    expect(await cubeRows('claims', { tabs })).toMatchObject([{ submitted_count: 1 }])
    expect(await cubeRows('claim_answers', { tabs, asOf: '2026-10-01' })).toEqual([])
  })

  it('are never worked on where nothing is recorded: no touch, appeal or resolution', async () => {
    const worked = [
      {},
      { touches: 0 },
      { touches: 1 },
      { appeal_date: '2026-10-09' },
      { resolution: 'unknown' },
    ]
    const tabs = {
      claims: worked.map((more, index) => ({ ...denied, ...more, claim_id: `K${String(index)}` })),
    }
    expect(await cubeRows('claim_answers', { tabs })).toMatchObject([
      { denied_count: 5, resolved_count: 0, never_worked_count: 2 },
    ])
  })

  it('of test patients do not count, by their own mark or by that of their charges', async () => {
    const charge = {
      claim_id: 'K2',
      service_date: '2026-09-01',
      post_date: '2026-09-02',
      charge_amount: 10_000,
    }
    const tabs = {
      charges: [{ ...charge, is_test: true }],
      claims: [
        { ...claim, is_test: true },
        { ...claim, claim_id: 'K2' },
        { ...claim, claim_id: 'K3' },
      ],
    }
    expect(await cubeRows('claims', { tabs })).toMatchObject([{ submitted_count: 1 }])
  })

  it('without a word of the clearinghouse are neither clean nor unclean', async () => {
    const tabs = { claims: [{ ...claim, clearinghouse_status: null }] }
    expect(await cubeRows('claims', { tabs })).toMatchObject([{ checked_count: 0, clean_count: 0 }])
  })
})
