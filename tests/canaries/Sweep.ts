import type { Canary } from './canary.ts'
import { spellingsOf, type Spelling } from './spellings.ts'

/** A canary that came out. */
export interface Finding {
  readonly canary: string
  readonly form: string
  /** Which output, and in which layer of it: `stdout`, `data/x.age > decrypted > cubes/visits`. */
  readonly where: string
}

interface Pattern extends Spelling {
  readonly canary: Canary
}

const bits = 22
const mask = (1 << bits) - 1

/** Finds any of many byte strings in one pass. */
class Finder {
  private readonly byStart = new Map<number, Pattern[]>()
  /** One bit for each start that exists, so that almost every place is passed over at once. */
  private readonly starts = new Uint8Array((mask + 1) >> 3)

  constructor(patterns: readonly Pattern[]) {
    for (const pattern of patterns) {
      const start = pattern.bytes.readUInt32LE(0)
      const bit = slot(start)
      this.starts[bit >> 3] = (this.starts[bit >> 3] ?? 0) | (1 << (bit & 7))
      this.byStart.set(start, [...(this.byStart.get(start) ?? []), pattern])
    }
  }

  find(bytes: Buffer): Pattern[] {
    const found = new Set<Pattern>()
    for (let at = 0; at + 4 <= bytes.length; at += 1) {
      const start = bytes.readUInt32LE(at)
      const bit = slot(start)
      if (((this.starts[bit >> 3] ?? 0) & (1 << (bit & 7))) === 0) continue
      for (const pattern of this.byStart.get(start) ?? []) {
        const end = at + pattern.bytes.length
        if (!found.has(pattern) && bytes.subarray(at, end).equals(pattern.bytes)) found.add(pattern)
      }
    }
    return [...found]
  }
}

function slot(start: number): number {
  return (Math.imul(start, 0x9e37_79b1) >>> (32 - bits)) & mask
}

/** Looks for canaries in bytes, in every spelling of `spellingsOf`, capitals or not. */
export class Sweep {
  private readonly exact: Finder
  private readonly folded: Finder

  constructor(canaries: readonly Canary[]) {
    const patterns = canaries.flatMap((canary) => spellingsOf(canary).map((one) => ({ ...one, canary })))
    this.exact = new Finder(patterns.filter(({ exact }) => exact))
    this.folded = new Finder(
      patterns.filter(({ exact }) => !exact).map((one) => ({ ...one, bytes: lower(one.bytes) })),
    )
  }

  /** What is in these bytes, each canary and form once. */
  find(bytes: Uint8Array, where: string): Finding[] {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return [...this.exact.find(buffer), ...this.folded.find(lower(buffer))].map(({ canary, form }) => ({
      canary: canary.name,
      form,
      where,
    }))
  }
}

/** ASCII capitals as small letters, byte by byte, so that it works within UTF-16 too. */
function lower(bytes: Buffer): Buffer {
  const folded = Buffer.from(bytes)
  for (let at = 0; at < folded.length; at += 1) {
    const byte = folded[at] ?? 0
    if (byte >= 0x41 && byte <= 0x5a) folded[at] = byte + 0x20
  }
  return folded
}
