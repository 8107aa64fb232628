import { CastProblem, defineCast } from './cast.ts'
import { parseNumber } from './parseNumber.ts'

const problems = {
  'not a number': new CastProblem(
    'not an amount',
    'Type the amount as a number, such as 1234.50; type 0 for nothing, or leave the cell empty if it is not known.',
  ),
  'decimal comma': new CastProblem(
    'a decimal comma',
    'Write the amount with a decimal point: 1,234.50 or 1234.50.',
  ),
  'foreign currency': new CastProblem(
    'another currency than US dollars',
    'Convert the amount to US dollars.',
  ),
  fraction: new CastProblem('a fraction of a cent', 'Round the amount to cents.'),
  huge: new CastProblem(
    'an amount beyond ten billion',
    'Correct the amount; a number from another column may have slipped in.',
  ),
} as const

/** Cents that no practice reaches, so that sums stay exact. */
const limit = 1e12
/** Noise of binary fractions in formulas, in cents. */
const noise = 1e-4

/** Money to integer cents, exactly; blank is null, never 0. */
export const moneyCast = defineCast<number>((cell) => {
  if (typeof cell === 'boolean') return problems['not a number']
  if (typeof cell === 'number') return centsOf(cell)
  const parsed = parseNumber(cell)
  if (typeof parsed === 'string') return problems[parsed]
  const [whole = '', fraction = ''] = parsed.digits.split('.')
  if (fraction.replace(/0+$/, '').length > 2)
    return centsOf(Number(parsed.digits) * (parsed.negative ? -1 : 1))
  const cents = Number(whole + fraction.slice(0, 2).padEnd(2, '0'))
  if (cents > limit) return problems.huge
  return parsed.negative && cents !== 0 ? -cents : cents
})

function centsOf(dollars: number): number | CastProblem {
  const cents = Math.round(dollars * 100)
  if (!Number.isFinite(dollars) || Math.abs(cents) > limit) return problems.huge
  if (Math.abs(dollars * 100 - cents) > noise) return problems.fraction
  return cents === 0 ? 0 : cents
}
