import { join } from 'node:path'
import { renderSVG } from 'uqr'
import { isBelow } from '../files/isBelow.ts'
import { SyncError } from '../errors/SyncError.ts'
import { refuseServed } from '../publish/refuseServed.ts'
import { replaceFile } from '../files/replaceFile.ts'
import { truePath } from '../files/truePath.ts'

/**
 * Refuses a place for a picture of a link. In the project it would be served with the site or committed; only
 * data/private is neither, without the bundle in it. Throws `SyncError`.
 */
export async function guardQrFile(path: string, project: string): Promise<void> {
  if (!/\.svg$/i.test(path)) {
    throw new SyncError('The QR code is an SVG picture.', 'Let the name end in .svg: --qr front-desk.svg')
  }
  const remedy = 'Name a place outside of the project, or in data/private: --qr data/private/front-desk.svg'
  await refuseServed({ path, project, what: 'The QR code, which holds the link,', remedy })
  const [place, root] = [await truePath(path), await truePath(project)]
  if (!isBelow(place, root) || isBelow(place, join(root, 'data', 'private'))) return
  throw new SyncError(
    'The QR code holds the link, and would lie in the folder of the project, where it could be published.',
    remedy,
  )
}

/** Draws a link as an SVG for print, in a file for its owner alone. Throws `SyncError`. */
export async function writeQrFile(path: string, link: string): Promise<void> {
  try {
    await replaceFile(path, renderSVG(link, { border: 4, ecc: 'M' }))
  } catch (cause) {
    throw new SyncError(
      `The QR code could not be written: ${path}.`,
      'The person was added and the link is above; draw it with any QR program that works offline.',
      { cause },
    )
  }
}
