import { expect, it } from 'vitest'
import { cohortRates } from '../../../src/components/cohortRates.ts'
import { addMonths } from '../../../src/periods/month.ts'

const months = Array.from({ length: 14 }, (_, at) => addMonths('2025-09', at))
const practice = { months: { first: '2025-09', last: '2026-11', lastClosed: '2026-10' } }
const shares = [0.2, 0.5, 0.7, 0.8, 0.9]

/** What the tables answer: at ages that have not come, what is known so far. */
const answers = shares.map((_, age) =>
  months.map((month, at) => {
    const reached = Math.min(age, months.length - 1 - at)
    const numerator = Math.round(100_000 * (shares[reached] ?? 0))
    return { month, keys: {}, numerator, denominator: 100_000, value: numerator / 100_000 }
  }),
)

it('a month has the rates of the ages that have come, and an estimate until it has them all', () => {
  const found = cohortRates(answers, months, practice)
  const ending = found.slice(-5).map(({ month, rates, reached, estimate }) => ({
    month,
    rates,
    reached,
    estimate: estimate && Number(estimate.rate.toFixed(6)),
  }))
  expect(ending).toEqual([
    { month: '2026-06', rates: shares, reached: 5, estimate: null },
    { month: '2026-07', rates: [0.2, 0.5, 0.7, 0.8, null], reached: 4, estimate: 0.9 },
    { month: '2026-08', rates: [0.2, 0.5, 0.7, null, null], reached: 3, estimate: 0.9 },
    { month: '2026-09', rates: [0.2, 0.5, null, null, null], reached: 2, estimate: 0.9 },
    { month: '2026-10', rates: [0.2, null, null, null, null], reached: 1, estimate: 0.9 },
  ])
})

it('what is withheld is no rate, and no month that has come through all ages is estimated', () => {
  const hidden = answers.map((rows, age) =>
    rows.map((row) =>
      age === 4 && row.month === '2026-01' ? { ...row, value: null, withheld: true as const } : row,
    ),
  )
  const one = cohortRates(hidden, months, practice).find(({ month }) => month === '2026-01')
  expect(one?.rates.at(-1)).toBeNull()
  expect(one?.withheld.at(-1)).toBe(true)
  expect(one?.estimate).toBeNull()
})
