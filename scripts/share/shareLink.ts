import type { Access } from '../../src/bundle/access.ts'

/**
 * The link that opens the site's numbers; whoever has it, can. What stands behind # is sent to no server.
 * `site` ends with a slash.
 */
export function shareLink(site: string, { identity, signer, expires, audience }: Access): string {
  const end = expires?.replaceAll('-', '') ?? '0'
  return `${site}#v1.${identity}.${signer}.${end}.${audience === 'owner' ? 'O' : 'V'}`
}

/** The link of two-part mode, which opens nothing without its six words. */
export function twoPartLink(site: string, id: string): string {
  return `${site}#v1p.${id}`
}
