/** An exact number: `top` ÷ `bottom`, in lowest terms, with `bottom` above zero. */
export interface Fraction {
  readonly top: bigint
  readonly bottom: bigint
}

/** `top` ÷ `bottom` in lowest terms. Throws `division by zero`. */
export function fraction(top: bigint, bottom = 1n): Fraction {
  if (bottom === 0n) throw new Error('division by zero')
  const sign = bottom < 0n ? -1n : 1n
  const shared = divisor(top, bottom)
  return { top: (sign * top) / shared, bottom: (sign * bottom) / shared }
}

export const zero = fraction(0n)
export const one = fraction(1n)

/** The sum of any number of fractions. */
export function add(...parts: readonly Fraction[]): Fraction {
  return parts.reduce((a, b) => fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom), zero)
}

/** `a` − `b`. */
export function subtract(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom)
}

/** The product of any number of fractions. */
export function multiply(...parts: readonly Fraction[]): Fraction {
  return parts.reduce((a, b) => fraction(a.top * b.top, a.bottom * b.bottom), one)
}

/** `a` ÷ `b`. Throws `division by zero`. */
export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom, a.bottom * b.top)
}

/** Whether two fractions are the same number. */
export function isSame(a: Fraction, b: Fraction): boolean {
  return a.top === b.top && a.bottom === b.bottom
}

/** The whole number nearest to a fraction; halves away from zero, so that −x rounds to minus what x rounds to. */
export function nearest({ top, bottom }: Fraction): bigint {
  const size = top < 0n ? -top : top
  const rounded = (2n * size + bottom) / (2n * bottom)
  return top < 0n ? -rounded : rounded
}

/** Euclid's greatest common divisor; 1 for two zeros. */
function divisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller]
  return larger === 0n ? 1n : larger
}
