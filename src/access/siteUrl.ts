/** The site's root, absolute: what the page's markup says of it ('./', '../' or a path), seen from here. */
export function siteUrl(): URL {
  return new URL(document.documentElement.dataset.root ?? './', location.href)
}
