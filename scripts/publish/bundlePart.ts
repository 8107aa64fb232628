import type { Audience } from '../../src/cubes/audience.ts'

/** A part of a bundle before it lies in a pack: `cubes/charges`, for whom it is, and its bytes. */
export interface BundlePart {
  readonly name: string
  readonly audience: Audience
  readonly bytes: Uint8Array
}
