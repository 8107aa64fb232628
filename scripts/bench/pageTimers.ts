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
 * Chooses an option of the filter with this label, and times how long its numbers take to be painted
 * and how long everything takes (tiles and the charts in view). Rejects after two minutes.
 */
export function timeFilter({
  label,
  index,
}: {
  label: string
  index: number
}): Promise<{ numbersMs: number; everythingMs: number }> {
  const field = [...document.querySelectorAll('label')].find(
    (one) => one.firstChild?.textContent?.trim() === label,
  )
  const select = field?.querySelector('select')
  if (!select) throw new Error(`missing filter: ${label}`)
  const option = select.options[Math.min(index, select.options.length - 1)]
  if (!option) throw new Error(`missing option: ${label}`)
  const values = () =>
    [...document.querySelectorAll('#app [data-metric]')].map((tile) => tile.textContent).join('|')
  const sentences = () =>
    [...document.querySelectorAll('#app .chart-summary')].map((one) => one.textContent).join('|')
  const settledTiles = () => !document.querySelector('#app [data-metric][data-state="loading"]')
  const settledCharts = () =>
    ![...document.querySelectorAll('#app .chart-empty')].some((one) => one.textContent === 'Loading…')
  const before = values()
  const sentencesBefore = sentences()
  const start = performance.now()
  Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(select, option.value)
  select.dispatchEvent(new Event('change', { bubbles: true }))
  return new Promise((resolve, reject) => {
    let numbersMs = 0
    function look(): void {
      const now = performance.now() - start
      if (numbersMs === 0 && settledTiles() && values() !== before) numbersMs = now
      if (numbersMs > 0 && settledTiles() && settledCharts() && sentences() !== sentencesBefore)
        resolve({ numbersMs, everythingMs: now })
      else if (now > 120_000) reject(new Error(`no answer for filter: ${label}`))
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}
