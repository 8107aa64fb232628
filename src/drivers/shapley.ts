import { add, fraction, multiply, subtract, zero, type Fraction } from './fraction.ts'

/** A result when some factors, by their place, already have their later value and the others their earlier one. */
export type ResultWith = (moved: ReadonlySet<number>) => Fraction

/**
 * How much each of `count` factors adds to a change: the mean, over every order in which the factors can move from
 * their earlier to their later value, of what the result changes by when it is this factor's turn (L. S. Shapley,
 * "A value for n-person games", 1953; as a decomposition: A. F. Shorrocks, Journal of Economic Inequality 11, 2013,
 * 99–126; for two factors it is T. L. Bennet's midpoint rule of 1920):
 *
 *   effect of i = Σ over sets S without i of |S|! (count − |S| − 1)! ÷ count! × (result(S and i) − result(S))
 *
 * The effects add up exactly to result(all) − result(none), none depends on an order, a factor that did not move has
 * none, and with the two periods swapped each changes its sign.
 */
export function shapley(count: number, resultWith: ResultWith): Fraction[] {
  const sets = Array.from({ length: 2 ** count }, (_, bits) => bits)
  const results = sets.map((bits) => resultWith(placesIn(bits, count)))
  const at = (bits: number): Fraction => results[bits] ?? zero
  return Array.from({ length: count }, (_, place) => {
    const bit = 2 ** place
    const without = sets.filter((bits) => (bits & bit) === 0)
    return add(
      ...without.map((bits) =>
        multiply(weight(placesIn(bits, count).size, count), subtract(at(bits | bit), at(bits))),
      ),
    )
  })
}

function placesIn(bits: number, count: number): ReadonlySet<number> {
  const places = Array.from({ length: count }, (_, place) => place)
  return new Set(places.filter((place) => (bits & (2 ** place)) !== 0))
}

/** The share of orders in which exactly a given set of `size` factors has moved before a given other one. */
function weight(size: number, count: number): Fraction {
  return fraction(factorial(size) * factorial(count - size - 1), factorial(count))
}

function factorial(of: number): bigint {
  return of <= 1 ? 1n : BigInt(of) * factorial(of - 1)
}
