/** Of 25 bits: the product of two numbers below it is exact. */
export const prime = 33_554_393

/** What a number other than 0 is to be multiplied with for 1, modulo the prime. */
export function inverseOf(value: number): number {
  let [result, square] = [1, value]
  for (let left = prime - 2; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) % prime
    square = (square * square) % prime
  }
  return result
}
