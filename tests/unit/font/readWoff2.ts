import { brotliDecompressSync } from 'node:zlib'

/** What a font's file says that it can do. */
export interface FontContents {
  readonly characters: ReadonlySet<number>
  readonly features: ReadonlySet<string>
  /** The least and the greatest weight. */
  readonly weights: readonly [number, number]
}

/** WOFF 2's numbers for the tables that are read here; all others only have a length. */
const known = new Map([
  [0, 'cmap'],
  [10, 'glyf'],
  [11, 'loca'],
  [27, 'GPOS'],
  [28, 'GSUB'],
  [47, 'fvar'],
])
const unnumbered = 63

/** Reads a WOFF 2 file (W3C, 2022), as far as tests ask. */
export function readWoff2(file: Buffer): FontContents {
  if (file.toString('latin1', 0, 4) !== 'wOF2') throw new Error('not a WOFF 2 file')
  const tables = tablesOf(file)
  return {
    characters: charactersOf(tables.get('cmap')),
    features: new Set([...featuresOf(tables.get('GSUB')), ...featuresOf(tables.get('GPOS'))]),
    weights: weightsOf(tables.get('fvar')),
  }
}

function tablesOf(file: Buffer): Map<string, Buffer> {
  let at = 48
  const number = () => {
    let value = 0
    for (;;) {
      const byte = file.readUInt8(at++)
      value = value * 128 + (byte & 127)
      if (byte < 128) return value
    }
  }
  const lengths = Array.from({ length: file.readUInt16BE(12) }, (): readonly [string, number] => {
    const flags = file.readUInt8(at++)
    const kind = flags & 63
    const name = kind === unnumbered ? file.toString('latin1', at, (at += 4)) : (known.get(kind) ?? '')
    const plain = number()
    const version = flags >> 6
    const isTransformed = name === 'glyf' || name === 'loca' ? version !== 3 : version !== 0
    return [name, isTransformed ? number() : plain]
  })
  const bytes = brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20)))
  let start = 0
  return new Map(lengths.map(([name, length]) => [name, bytes.subarray(start, (start += length))]))
}

function charactersOf(cmap: Buffer = Buffer.alloc(0)): Set<number> {
  const found = new Set<number>()
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const table = cmap.subarray(cmap.readUInt32BE(8 + index * 8))
    if (table.readUInt16BE(0) === 4) addSegments(table, found)
    else if (table.readUInt16BE(0) === 12) addGroups(table, found)
  }
  return found
}

/** Format 4: runs of the characters of two bytes. No character of a subset's run is missing. */
function addSegments(table: Buffer, found: Set<number>): void {
  const doubled = table.readUInt16BE(6)
  for (let at = 0; at < doubled; at += 2) {
    const [last, first] = [table.readUInt16BE(14 + at), table.readUInt16BE(16 + doubled + at)]
    for (let character = first; character <= last && character < 0xff_ff; character++) found.add(character)
  }
}

function addGroups(table: Buffer, found: Set<number>): void {
  for (let group = 0; group < table.readUInt32BE(12); group++) {
    const [first, last] = [table.readUInt32BE(16 + group * 12), table.readUInt32BE(20 + group * 12)]
    for (let character = first; character <= last; character++) found.add(character)
  }
}

function featuresOf(layout?: Buffer): string[] {
  if (!layout) return []
  const list = layout.subarray(layout.readUInt16BE(6))
  return Array.from({ length: list.readUInt16BE(0) }, (_none, index) =>
    list.toString('latin1', 2 + index * 6, 6 + index * 6),
  )
}

/** Of the first axis: the site's typeface has only one. */
function weightsOf(fvar: Buffer = Buffer.alloc(0)): [number, number] {
  const axis = fvar.subarray(fvar.readUInt16BE(4))
  if (axis.toString('latin1', 0, 4) !== 'wght') throw new Error('the first axis is not the weight')
  return [axis.readInt32BE(4) / 65_536, axis.readInt32BE(12) / 65_536]
}
