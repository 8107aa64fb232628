import type { Audience } from '../cubes/audience.ts'

/** What opens a sealed bundle; it comes from a person's link, is kept sealed for the tab, and for the device only if they choose so. */
export interface Access {
  /** The person's age identity, `AGE-SECRET-KEY-PQ-1…`. */
  readonly identity: string
  /** The public Ed25519 key whose signature the manifest must bear, 32 bytes as RFC 4648 base32 without padding. */
  readonly signer: string
  /** Civil date after which the link is not meant to open any more; null if it has no end. */
  readonly expires: string | null
  /** Whose edition the identity was made for. It says only what to ask for first: the identity decides what opens. */
  readonly audience: Audience
}
