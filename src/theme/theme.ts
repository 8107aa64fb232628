/** How the reader wants the page: as the device is, or always light or dark. */
export type Theme = 'system' | 'light' | 'dark'

const place = 'practice-vitals:theme'
const browserColors = { light: '#ffffff', dark: '#171b22' } as const

/** What was chosen on this device; `system` where nothing was, or where the browser keeps nothing. */
export function chosenTheme(): Theme {
  try {
    const kept = localStorage.getItem(place)
    return kept === 'light' || kept === 'dark' ? kept : 'system'
  } catch {
    return 'system'
  }
}

/** Shows the page in the chosen colours, and the browser's own frame with it. */
export function showTheme(theme: Theme): void {
  const { dataset } = document.documentElement
  if (theme === 'system') delete dataset.theme
  else dataset.theme = theme
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
    const own = meta.media.includes('dark') ? 'dark' : 'light'
    meta.content = browserColors[theme === 'system' ? own : theme]
  }
}

/** Lets the page's switch change the colours, here and at once in every other tab, and keeps the choice on the device. */
export function followThemeSwitch(): void {
  const inputs = document.querySelectorAll<HTMLInputElement>('input[name=theme]')
  const mark = () => {
    const theme = chosenTheme()
    for (const input of inputs) input.checked = input.value === theme
  }
  mark()
  for (const input of inputs) {
    input.addEventListener('change', () => {
      const theme = input.value as Theme
      showTheme(theme)
      try {
        if (theme === 'system') localStorage.removeItem(place)
        else localStorage.setItem(place, theme)
      } catch {
        // A browser that keeps nothing: the choice holds for this page.
      }
    })
  }
  addEventListener('storage', ({ key }) => {
    if (key !== place) return
    showTheme(chosenTheme())
    mark()
  })
}
