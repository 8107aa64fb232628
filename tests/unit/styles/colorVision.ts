/** How a colour is seen; the three are the whole loss of one kind of cone. */
export const visions = ['all cones', 'deuteranopia', 'protanopia', 'tritanopia'] as const
type Vision = (typeof visions)[number]
type Triple = readonly [number, number, number]

/** Machado, Oliveira and Fernandes 2009, table 1, severity 1.0; on linear RGB. */
const seen: Record<Vision, readonly [Triple, Triple, Triple]> = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

/** How different two colours look: the distance in OKLab (Ottosson 2020), times 100. About 2 can just be told. */
export function differenceFor(vision: Vision, one: string, other: string): number {
  const [a, b] = [one, other].map((color) => oklab(times(seen[vision], linear(color)).map(inGamut)))
  return 100 * Math.hypot(...(a ?? []).map((part, index) => part - (b?.[index] ?? 0)))
}

/** The contrast of two colours, 1 to 21: WCAG 2.2, "contrast ratio". */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [one, other].map(luminance).toSorted((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = linear(color)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** `#rrggbb` as linear light, 0 to 1. */
function linear(color: string): number[] {
  return [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
}

function times(matrix: readonly Triple[], color: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, factor, index) => sum + factor * (color[index] ?? 0), 0))
}

function inGamut(part: number): number {
  return Math.min(1, Math.max(0, part))
}

function oklab(color: readonly number[]): number[] {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    color,
  ).map(Math.cbrt)
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones,
  )
}
