/** Whether the site's worker answers this page, and so a copy of the numbers may be on the device. */
export function mayHaveCopy(): boolean {
  // Typed as always there, but missing over plain http.
  return Boolean((navigator as Partial<Navigator>).serviceWorker?.controller)
}
