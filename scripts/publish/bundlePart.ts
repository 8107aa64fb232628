import type { Audience } from '../../src/cubes/audience.ts'

/** A part of an edition before it lies in a pack: `cubes/charges`, whose edition, and its bytes. */
export interface BundlePart {
  readonly name: string
  readonly audience: Audience
  readonly bytes: Uint8Array
}
