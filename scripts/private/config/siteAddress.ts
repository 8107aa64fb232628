/**
 * The address of the site as links begin with it, with a slash at its end; null for what is no such address. It
 * must be https, since whoever can change the page on its way can read what it opens; this computer's own
 * address may be http.
 */
export function siteAddress(text: string): string | null {
  const address = URL.parse(text.trim())
  // Also an empty ? or #, of which the address that was read tells nothing.
  if (address === null || /[?#@]/.test(text)) return null
  const isOwn = address.protocol === 'http:' && isLoopback(address.hostname)
  if (address.protocol !== 'https:' && !isOwn) return null
  return address.href.endsWith('/') ? address.href : `${address.href}/`
}

/** Whether a host is this computer: what is served there nobody else can open. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host)
}
