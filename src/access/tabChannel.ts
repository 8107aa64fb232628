// The site's pages in other tabs: told of nothing but that the key has been forgotten.

/** Tells every other tab that is open. */
export function tellTabs(root: URL): void {
  const channel = new BroadcastChannel(channelName(root))
  channel.postMessage('forgotten')
  channel.close()
}

/** Calls back when another tab has forgotten the key. */
export function onForgotten(root: URL, forgotten: () => void): void {
  new BroadcastChannel(channelName(root)).onmessage = forgotten
}

function channelName(root: URL): string {
  return `access ${root.href}`
}
