/** For each of several places the smallest place that the links connect it with, directly or through others. */
export function components(
  count: number,
  links: Iterable<{ readonly from: number; readonly to: number }>,
): Int32Array {
  const up = Int32Array.from({ length: count }, (_, place) => place)
  const top = (place: number): number => {
    let at = place
    while (up[at] !== at) at = up[at] ?? at
    return at
  }
  for (const { from, to } of links) {
    const [a, b] = [top(from), top(to)]
    up[Math.max(a, b)] = Math.min(a, b)
  }
  return up.map((_, place) => top(place))
}
