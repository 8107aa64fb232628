import { describe, expect, test } from 'vitest'
import { facts } from '../../../../src/cubes/facts.ts'
import { each, visits, report, rulesOf, cell, enough, appointments, charges } from './auditCase.ts'

describe('a publication that keeps to the rules', () => {
  test('has no findings, and its totals tie', async () => {
    const found = await report({ fact: appointments, happenings: enough })
    expect(found.findings).toEqual([])
    expect(found.totals.every(({ state }) => state === 'ties')).toBe(true)
    expect(found.smallest.patient?.people).toBe(30)
    expect(found.cellsChecked).toBeGreaterThan(60)
  })

  test('may merge, and says how often', async () => {
    const happenings = [...enough, ...visits(4, 200, { at: { provider: 'C' } })]
    const found = await report({
      fact: appointments,
      happenings,
      how: { hides: ({ values }) => values[0] === 'B' || values[0] === 'C' },
    })
    expect(found.findings).toEqual([])
    const [, byProvider] = facts.appointments.cuts
    expect(found.merged).toBe(2 * 2 * byProvider.measures.length)
    expect(found.withheld).toBe(0)
  })

  test('may withhold a small practice altogether', async () => {
    const found = await report({
      fact: appointments,
      happenings: visits(4, 0),
      how: { hides: () => true, withholds: () => true },
    })
    expect(found.findings).toEqual([])
    expect(found.withheld).toBeGreaterThan(0)
    expect(found.smallest).toEqual({ patient: null, employee: null })
    expect(new Set(found.totals.map(({ state }) => state))).toEqual(new Set(['withheld']))
  })
})

describe('each published sum', () => {
  test('is what the rows add up to', async () => {
    const change = cell('appointments_by_provider', { provider: 'A', months: 1 }, { visit_count: 31 })
    expect(await rulesOf({ fact: appointments, happenings: enough, change })).toEqual(['total', 'value'])
  })

  test('is not left out', async () => {
    const change = cell('appointments_by_provider', { provider: 'A', months: 1 }, { month: '2026-02-01' })
    const { findings } = await report({ fact: appointments, happenings: enough, change })
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'value', month: '2026-03', values: ['A'] }),
    )
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'value', month: '2026-02', values: ['A'] }),
    )
  })

  test('is of eleven patients, or of nobody', async () => {
    const happenings = [...enough, ...visits(10, 200, { at: { provider: 'C' } })]
    const found = await report({ fact: appointments, happenings })
    expect(found.findings).toContainEqual(
      expect.objectContaining({
        rule: 'people',
        table: 'appointments_by_provider',
        values: ['C'],
        people: 10,
      }),
    )
    const one = [...enough, ...visits(11, 200, { at: { provider: 'C' } })]
    expect(await rulesOf({ fact: appointments, happenings: one })).toEqual([])
  })

  test('counts patients, not visits', async () => {
    const again = visits(6, 200, { at: { provider: 'C' } })
    const happenings = [...enough, ...again, ...again, ...again]
    expect(await rulesOf({ fact: appointments, happenings })).toContain('people')
  })

  test.each([
    [33, false],
    [32, true],
  ])('without patient keys of 33 rows: %i', async (count, isFound) => {
    const keyless = visits(count, 0, { at: { provider: 'C' } }).map((one) => ({ ...one, person: -1 }))
    const rules = await rulesOf({ fact: appointments, happenings: [...enough, ...keyless] })
    expect(rules.includes('people')).toBe(isFound)
  })

  test('without patient keys counts what it counts, not the rows around it', async () => {
    const keyless = visits(60, 0).map((one) => ({ ...one, person: -1 }))
    const missed = each(2, 0, { adds: { booked_count: 1, no_show_count: 1 } }).map((one) => ({
      ...one,
      person: -1,
    }))
    const { findings } = await report({ fact: appointments, happenings: [...keyless, ...missed] })
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'people', measure: 'no_show_count' }))
  })

  test.each([
    ['one patient has half of', 20_000, 1, false],
    ['one patient has more than half of', 20_001, 1, true],
    ['two patients have three quarters of', 30_000, 2, false],
    ['two patients have more than three quarters of', 30_001, 2, true],
  ])('is found where %s the money', async (_, cents, giants, isFound) => {
    const one = { at: { provider: 'A' } }
    const happenings = [
      ...each(20, 0, { ...one, adds: { charge_cents: 1_000 } }),
      ...each(giants, 90, { ...one, adds: { charge_cents: cents } }),
    ]
    expect((await rulesOf({ fact: charges, happenings })).includes('dominance')).toBe(isFound)
  })

  test('of payroll is of five people, none above a quarter', async () => {
    const nurses = (count: number, first: number) =>
      each(count, first, { at: { role_group: 'nurse' }, adds: { staff_cost_cents: 100_000 } })
    expect(await rulesOf({ fact: facts.payroll, happenings: nurses(5, 0) })).toEqual([])
    expect(await rulesOf({ fact: facts.payroll, happenings: nurses(4, 0) })).toContain('people')
    const manager = each(1, 9, { at: { role_group: 'nurse' }, adds: { staff_cost_cents: 200_000 } })
    const rules = await rulesOf({ fact: facts.payroll, happenings: [...nurses(5, 0), ...manager] })
    expect(rules).toContain('dominance')
  })
})
