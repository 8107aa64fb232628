// These functions run inside the measured page: they may use nothing from outside themselves.

/**
 * Calls `benchFirstNumber` with the time since navigation once the first KPI value with a digit has been painted, or
 * `benchNoNumber` with what the page says in the place of numbers: sentences of the site, never of the data.
 */
export function watchFirstNumber(): void {
  const page = window as typeof window & {
    benchFirstNumber?: (ms: number) => Promise<void>
    benchNoNumber?: (text: string) => Promise<void>
  }
  const observer = new MutationObserver(() => {
    const said = document.querySelector('[data-state] main h1, [data-problem] [role=alert]')
    if (said) {
      observer.disconnect()
      void page.benchNoNumber?.(said.textContent)
      return
    }
    const values = [...document.querySelectorAll('[data-metric] [data-part="value"]')]
    if (!values.some((value) => /\d/.test(value.textContent))) return
    observer.disconnect()
    // The second frame starts after the first one, with the number in it, has been painted.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        void page.benchFirstNumber?.(performance.now())
      }),
    )
  })
  observer.observe(document, { attributes: true, childList: true, characterData: true, subtree: true })
}

/**
 * Chooses an option of the filter with this label, and times how long its numbers take to be in the page, to be painted,
 * and how long everything takes (tiles and the charts in view). Rejects after two minutes.
 */
export function timeFilter({
  label,
  index,
}: {
  label: string
  index: number
}): Promise<{ numbersMs: number; paintedMs: number; everythingMs: number }> {
  const field = [...document.querySelectorAll('label')].find(
    (one) => one.firstChild?.textContent?.trim() === label,
  )
  const select = field?.querySelector('select')
  if (!select) throw new Error(`missing filter: ${label}`)
  const option = select.options[Math.min(index, select.options.length - 1)]
  if (!option) throw new Error(`missing option: ${label}`)
  const app = document.querySelector('#app')
  const tiles = () => [...document.querySelectorAll('#app [data-metric]')]
  const values = () =>
    tiles()
      .map((tile) => tile.textContent)
      .join('|')
  const settled = () =>
    !tiles().some((tile) => tile.getAttribute('data-state') === 'loading') &&
    !document.querySelector('#app [aria-busy=true], #app .progress')
  const before = values()
  let numbersMs = 0
  let changed = false
  const start = performance.now()
  const observer = new MutationObserver(() => {
    // The work of looking is not the page's.
    const now = performance.now() - start
    changed = true
    if (numbersMs === 0 && settled() && values() !== before) numbersMs = now
  })
  if (app) observer.observe(app, { attributes: true, childList: true, characterData: true, subtree: true })
  Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(select, option.value)
  select.dispatchEvent(new Event('change', { bubbles: true }))
  return new Promise((resolve, reject) => {
    const quietMs = 500
    let paintedMs = 0
    let everythingMs = 0
    function look(): void {
      const now = performance.now() - start
      // What came into the page before this frame is painted with it.
      if (numbersMs > 0 && paintedMs === 0) paintedMs = now
      if (changed) everythingMs = now
      changed = false
      if (numbersMs > 0 && settled() && now > everythingMs + quietMs) {
        observer.disconnect()
        resolve({ numbersMs, paintedMs, everythingMs })
      } else if (now > 120_000) {
        observer.disconnect()
        reject(new Error(`no answer for filter: ${label}`))
      } else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}
