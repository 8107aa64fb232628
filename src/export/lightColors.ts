/**
 * Shows an element in the light colours of the style sheet while `act` runs, whatever the page's are: a picture is
 * for paper and for letters. Nothing is painted in between.
 */
export function inLightColors<T>(element: HTMLElement, act: () => T): T {
  element.setAttribute('data-on-white', '')
  try {
    return act()
  } finally {
    element.removeAttribute('data-on-white')
  }
}
