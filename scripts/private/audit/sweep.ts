import type { SweepPattern } from './identifierPatterns.ts'

/** How often a pattern occurs; what stood there is not told. */
export interface SweepFinding {
  readonly pattern: string
  readonly count: number
}

/** Looks for patterns in raw bytes, each byte read as one character. */
export function sweep(bytes: Uint8Array, patterns: readonly SweepPattern[]): SweepFinding[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return patterns.flatMap(({ name, expression, isAllowed }) => {
    let count = 0
    for (const [match] of text.matchAll(expression)) if (isAllowed?.(match) !== true) count += 1
    return count === 0 ? [] : [{ pattern: name, count }]
  })
}
