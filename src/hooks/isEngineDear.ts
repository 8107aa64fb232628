interface Line {
  readonly saveData?: boolean
  readonly effectiveType?: string
}

/** What a browser tells of its line and memory; most tell neither. */
export interface Means {
  readonly connection?: Line
  /** Gigabytes, rounded down to a power of two. */
  readonly deviceMemory?: number
}

/** The engine's tables and code take some 300 MB. */
const leastMemory = 4

/**
 * Whether the engine (about 8 MB) is fetched only if the reader agrees: where data is to be saved, where the line is slow, and where
 * memory is short. What a browser does not tell is no reason to ask.
 */
export function isEngineDear({ connection, deviceMemory }: Means = navigator as Means): boolean {
  const isSlow = connection?.effectiveType !== undefined && connection.effectiveType !== '4g'
  return connection?.saveData === true || isSlow || (deviceMemory ?? leastMemory) < leastMemory
}
