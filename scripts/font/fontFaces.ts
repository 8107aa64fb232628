/** A file of the package's typeface, and what the site keeps of it. */
export interface FontFace {
  /** As `font.css` calls it. */
  readonly name: string
  readonly source: string
  /** First and last of each run of characters. */
  readonly characters: readonly (readonly [number, number])[]
}

const typeface = '@fontsource-variable/inter/files/inter'

/**
 * What the interface is written with, and the letters of people's and places' names. A browser asks for the second file
 * only where a page has one of its letters.
 */
export const fontFaces: readonly FontFace[] = [
  {
    name: 'latin.woff2',
    source: `${typeface}-latin-wght-normal.woff2`,
    characters: [
      [0x20, 0x7e],
      [0xa0, 0xff],
      [0x131, 0x131],
      [0x152, 0x153],
      // Spaces, dashes, quotes, dots and primes.
      [0x2002, 0x203a],
      [0x20ac, 0x20ac],
      [0x2122, 0x2122],
      [0x2191, 0x2193],
      [0x2212, 0x2212],
    ],
  },
  {
    name: 'latin-extended.woff2',
    source: `${typeface}-latin-ext-wght-normal.woff2`,
    characters: [
      [0x100, 0x130],
      [0x132, 0x148],
      [0x14a, 0x151],
      [0x154, 0x17f],
    ],
  },
]

/** Figures of one width; then what browsers apply unasked. The package's files have no other forms of letters. */
export const fontFeatures: readonly string[] = ['tnum', 'calt', 'ccmp', 'kern', 'locl', 'mark', 'mkmk']

/** From the text's weight in `tokens.css` to the bold that browsers give without being told. */
export const fontWeights = { min: 400, max: 700 } as const
