/**
 * Puts a style sheet that comes with later code into the page, once, and waits until it counts. Fails where it does not
 * come. It stands in no built page: what is drawn first does not wait for it.
 */
export async function addStyles(href: string): Promise<void> {
  if ([...document.styleSheets].some((sheet) => sheet.href === href)) return
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = href
  await new Promise((resolve, reject) => {
    link.addEventListener('load', resolve)
    link.addEventListener('error', reject)
    document.head.append(link)
  })
}
