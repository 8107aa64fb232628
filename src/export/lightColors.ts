/**
 * Shows an element in the light colours of the style sheet while `act` runs, whatever the page's are: a picture is
 * for paper and for letters. Nothing is painted in between.
 */
export function inLightColors<T>(element: HTMLElement, act: () => T): T {
  const before = element.getAttribute('style')
  const { style } = element
  for (const [name, value] of lightTokens()) style.setProperty(name, value)
  style.setProperty('color-scheme', 'light')
  style.setProperty('color', 'var(--ink)')
  try {
    return act()
  } finally {
    if (before === null) element.removeAttribute('style')
    else element.setAttribute('style', before)
  }
}

/** The custom properties of `:root` outside of all conditions, which are the light ones. */
function lightTokens(): ReadonlyMap<string, string> {
  const tokens = new Map<string, string>()
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
  for (const rule of rules) {
    if (!(rule instanceof CSSStyleRule) || !isRoot(rule)) continue
    for (const name of rule.style)
      if (name.startsWith('--')) tokens.set(name, rule.style.getPropertyValue(name))
  }
  return tokens
}

function isRoot({ selectorText }: CSSStyleRule): boolean {
  return selectorText.split(',').some((selector) => selector.trim() === ':root')
}
