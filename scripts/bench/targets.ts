/** What the product promises, in milliseconds and bytes as the bench measures them; `null` where it promises nothing. */
export interface SiteTargets {
  readonly firstNumberMs: number | null
  readonly firstNumberBytes: number
  readonly prepared: { readonly numbersMs: number; readonly everythingMs: number }
  readonly engineWarm: { readonly numbersMs: number; readonly everythingMs: number }
  readonly coldPreparedMs: number | null
}

const filters = {
  prepared: { numbersMs: 10, everythingMs: 60 },
  engineWarm: { numbersMs: 60, everythingMs: 130 },
} as const

/** By the line's bits a second, and whether the bundle is sealed. The loopback has no first number of its own to reach. */
export function siteTargets(bitsPerSecond: number | null, isSealed: boolean): SiteTargets {
  const firstNumberBytes = isSealed ? 120_000 : 60_000
  if (bitsPerSecond === null)
    return { firstNumberMs: null, firstNumberBytes, ...filters, coldPreparedMs: null }
  const isFast = bitsPerSecond > 5_000_000
  const firstNumberMs = isFast ? (isSealed ? 900 : 500) : isSealed ? 1_400 : 800
  return { firstNumberMs, firstNumberBytes, ...filters, coldPreparedMs: isFast ? 1_500 : 3_000 }
}

export const syncTargets = {
  /** Of a workbook at Google's limit: 10 million cells, about a million rows. */
  seconds: 60,
  megabytes: 2_000,
  /** Times native DuckDB doing CSV to Parquet of the same rows. */
  ratio: 3,
  /** When nothing changed. */
  unchangedSeconds: 2,
} as const

/** Bytes: a common host's limit for one file. */
export const largestFile = 25 * 2 ** 20

/** `(target 500 ms, met)`, or nothing where there is none. */
export function against(value: number, target: number | null, unit: string): string {
  if (target === null) return ''
  return ` (target ${target.toLocaleString('en-US')} ${unit}, ${value <= target ? 'met' : 'missed'})`
}
