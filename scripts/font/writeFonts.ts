import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import { fontFaces, fontFeatures, fontWeights, type FontFace } from './fontFaces.ts'

const { resolve } = createRequire(import.meta.url)

/** Writes the site's typeface into `folder`, without the characters, features and weights that it has no use for. */
export async function writeFonts(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const face of fontFaces) await writeFile(join(folder, face.name), await subsetOf(face))
}

async function subsetOf({ source, characters }: FontFace): Promise<Uint8Array> {
  const kept = characters.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_none, index) => String.fromCodePoint(first + index)),
  )
  return subsetFont(await readFile(resolve(source)), kept.join(''), {
    targetFormat: 'woff2',
    keepFeatures: fontFeatures,
    variationAxes: { wght: fontWeights },
  })
}
