import { describe, expect, test } from 'vitest'
import { facts } from '../../../../src/cubes/facts.ts'
import { each, rulesOf } from './auditCase.ts'
import type { Publishing } from './publishedOf.ts'

describe('sums that tell others by a known rate', () => {
  const nurses = each(12, 0, {
    at: { role_group: 'nurse' },
    adds: { staff_cost_cents: 5_000_00, paid_cents: 4_500_00, regular_hours: 160_00 },
  })
  const clerks = each(12, 20, {
    at: { role_group: 'front_desk' },
    adds: { staff_cost_cents: 4_000_00, paid_cents: 3_500_00, regular_hours: 160_00 },
  })
  const hiding =
    (...measures: string[]): NonNullable<Publishing['hides']> =>
    ({ values, measure }) =>
      values.length > 0 && measures.includes(measure)
  const rules = (hides: NonNullable<Publishing['hides']>) =>
    rulesOf({ fact: facts.payroll, happenings: [...nurses, ...clerks], how: { hides } })

  test('are merged where those are: hours with pay, pay with cost', async () => {
    expect(await rules(hiding('paid_cents'))).toContain('telling')
    expect(await rules(hiding('staff_cost_cents', 'regular_hours'))).toContain('telling')
    expect(await rules(hiding('paid_cents', 'regular_hours'))).not.toContain('telling')
    expect(await rules(hiding('regular_hours'))).not.toContain('telling')
  })

  test('are merged there also where nothing is between them: pay that ends in the next month is 0 in this one', async () => {
    const adds = { staff_cost_cents: 5_000_00, worked_hours: 160_00 }
    const worked = ['nurse', 'front_desk'].flatMap((role_group, place) =>
      each(12, place * 20, { at: { role_group }, adds }),
    )
    const found = (hides: NonNullable<Publishing['hides']>) =>
      rulesOf({ fact: facts.payroll, happenings: worked, how: { hides } })
    expect(await found(hiding('staff_cost_cents'))).toContain('telling')
    expect(await found(hiding('staff_cost_cents', 'worked_hours'))).not.toContain('telling')
  })

  test('lines of no employee make no group of five', async () => {
    const group = (people: readonly number[]) =>
      people.flatMap((person) =>
        each(1, person, {
          at: { role_group: 'nurse' },
          adds: { paid_cents: 4_500_00, staff_cost_cents: 4_500_00 },
        }),
      )
    const unknown = Array.from({ length: 30 }, () => -1)
    expect(await rulesOf({ fact: facts.payroll, happenings: group([0, 1, 2, 3, 4]) })).toEqual([])
    expect(await rulesOf({ fact: facts.payroll, happenings: group([0, 1, 2, 3, -1]) })).toContain('people')
    expect(await rulesOf({ fact: facts.payroll, happenings: group(unknown) })).toContain('people')
  })
})
