/** Longest list of ranges in one address, in encoded characters: longer addresses are refused on the way. */
const longest = 6000

/** Cuts a list of ranges into as few requests as their addresses allow, in order. */
export function batches(ranges: readonly string[]): string[][] {
  const lists: string[][] = []
  let length = Infinity
  for (const range of ranges) {
    const more = encodeURIComponent(range).length + '&ranges='.length
    if (length + more > longest) {
      lists.push([])
      length = 0
    }
    lists.at(-1)?.push(range)
    length += more
  }
  return lists
}
