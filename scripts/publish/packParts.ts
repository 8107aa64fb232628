import { gunzipSync } from 'node:zlib'
import type { BundleFile } from '../../src/bundle/bundle.ts'
import { isCompressed } from '../../src/bundle/packNames.ts'
import { unpack } from '../../src/bundle/unpack.ts'
import type { BundlePart } from './bundlePart.ts'

/** The parts of a published pack, by its plain bytes. Throws for what is no pack. */
export function packParts(
  { name: pack, audience }: Pick<BundleFile, 'name' | 'audience'>,
  bytes: Uint8Array,
): BundlePart[] {
  const content = new Uint8Array(isCompressed(pack) ? gunzipSync(bytes) : bytes)
  return [...unpack(content)].map(([name, part]) => ({ name, audience, bytes: part }))
}
