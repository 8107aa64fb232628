import type { Access } from '../../../src/bundle/access.ts'

/** An access in the right form that opens nothing. */
export const sampleAccess: Access = {
  identity: `AGE-SECRET-KEY-PQ-1${'Q'.repeat(58)}`,
  signer: 'A'.repeat(52),
  expires: null,
  audience: 'viewer',
}

/** Its link's fragment, without the `#`. */
export function sampleLink(end: string, letter = 'V'): string {
  return `v1.${sampleAccess.identity}.${sampleAccess.signer}.${end}.${letter}`
}
