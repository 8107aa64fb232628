import { join, resolve } from 'node:path'
import { renderSVG } from 'uqr'
import { isBelow } from '../doctor/look/shownPath.ts'
import { SyncError } from '../errors/SyncError.ts'
import { replaceFile } from '../files/replaceFile.ts'

/**
 * Why a picture of a link must not go to a path. In the project it would be served with the site or committed;
 * only data/private is neither. Throws `SyncError`.
 */
export function guardQrFile(path: string, project: string): void {
  if (!/\.svg$/i.test(path)) {
    throw new SyncError('The QR code is an SVG picture.', 'Let the name end in .svg: --qr front-desk.svg')
  }
  const full = resolve(path)
  if (!isBelow(full, project) || isBelow(full, join(project, 'data', 'private'))) return
  throw new SyncError(
    'The QR code holds the link, and would lie in the folder of the project, where it could be published.',
    'Name a place outside of it, or in data/private: --qr data/private/front-desk.svg',
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
