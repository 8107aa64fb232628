import { expect, it } from 'vitest'
import { audienceOf } from '../../../src/cubes/audienceOf.ts'
import { cubesOf, type Fact } from '../../../src/cubes/cube.ts'
import { facts } from '../../../src/cubes/facts.ts'

const cubes = (Object.values(facts) as Fact[]).flatMap((fact) => cubesOf(fact))
const has = (name: string) => (cube: (typeof cubes)[number]) =>
  cube.columns.some((column) => column.name === name)

it('payroll is for owners, whatever it is split by', () => {
  const payroll = cubes.filter(({ fact }) => fact.startsWith('payroll_'))
  expect(payroll.length).toBeGreaterThan(3)
  expect(new Set(payroll.map(audienceOf))).toEqual(new Set(['owner']))
})

it('expenses and budgets by category are for owners: wages are a category', () => {
  const byCategory = cubes.filter(has('category'))
  expect(byCategory.map(({ fact }) => fact)).toEqual(expect.arrayContaining(['expenses', 'budgets']))
  expect(new Set(byCategory.map(audienceOf))).toEqual(new Set(['owner']))
})

it('money by provider is for owners, counts by provider are not', () => {
  const audienceOfName = (name: string) => cubes.filter((cube) => cube.name === name).map(audienceOf)
  expect(audienceOfName('transactions_by_provider_payer')).toEqual(['owner'])
  expect(audienceOfName('visits_by_provider_payer')).toEqual(['viewer'])
})
