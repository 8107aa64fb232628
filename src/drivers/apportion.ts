import { fraction, subtract, type Fraction } from './fraction.ts'

/**
 * Effects in whole units (cents, hundredths of a point) that add up to `total`. Each is cut off towards zero; what is
 * then missing is given, one unit each, to those whose cut-off part is the largest in its direction, the first of
 * equals first (the largest-remainder rule). All signs swapped give the same with all signs swapped. `total` must be
 * within one unit of the effects' exact sum; an effect that is whole stays as it is then.
 */
export function apportion(effects: readonly Fraction[], total: bigint): bigint[] {
  // BigInt division cuts off towards zero.
  const whole = effects.map(({ top, bottom }) => top / bottom)
  const missing = total - whole.reduce((sum, units) => sum + units, 0n)
  const direction = missing < 0n ? -1n : 1n
  const rests = effects.map((effect, place) => ({
    place,
    rest: subtract(effect, fraction(whole[place] ?? 0n)),
  }))
  const chosen = rests
    .toSorted((a, b) => compare(b.rest, a.rest, direction) || a.place - b.place)
    .slice(0, Number(missing * direction))
  const places = new Set(chosen.map(({ place }) => place))
  return whole.map((units, place) => (places.has(place) ? units + direction : units))
}

/** Below zero if `a` reaches less far in a direction than `b`, above if further. */
function compare(a: Fraction, b: Fraction, direction: bigint): number {
  const difference = direction * (a.top * b.bottom - b.top * a.bottom)
  return difference === 0n ? 0 : difference < 0n ? -1 : 1
}
