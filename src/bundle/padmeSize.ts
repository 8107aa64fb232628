/**
 * The size up to which `length` bytes are padded (Padmé, Nikitin et al. 2019): at most 12 % more, and the
 * size tells the order of magnitude and little else.
 */
export function padmeSize(length: number): number {
  if (length < 2) return length
  const exponent = Math.floor(Math.log2(length))
  const step = 2 ** Math.max(0, exponent - Math.floor(Math.log2(Math.max(1, exponent))) - 1)
  return Math.ceil(length / step) * step
}
