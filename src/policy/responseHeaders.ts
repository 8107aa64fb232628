import { headerPolicy } from './contentPolicy.ts'

/** Devices and services that no page of the site asks for. */
const refusedFeatures = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]

/** What a host sends with every answer, whatever its status. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': headerPolicy,
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': refusedFeatures.map((feature) => `${feature}=()`).join(', '),
  'Referrer-Policy': 'no-referrer',
  // Browsers heed it over HTTPS only. Other names under the practice's domain are not ours to bind.
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-Robots-Tag': 'noindex, nofollow, noarchive',
}

/** Folders whose files are named by their contents. */
export const hashedFolders = ['_astro', 'engine', 'bundle/data'] as const

/** A file that is named by its contents never changes. */
export const keptForever = 'public, max-age=31536000, immutable'

/** Pages, the manifest and links' keys may change with every publication, or be taken back. */
export const neverKept = 'no-store'

/** How long a file of the site may be kept; `path` is relative to the site's root, without a leading slash. */
export function cacheRule(path: string): string {
  return hashedFolders.some((folder) => path.startsWith(`${folder}/`)) ? keptForever : neverKept
}
