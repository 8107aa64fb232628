import { printTexts } from '../texts/printTexts.ts'

/**
 * Writes what every sheet of paper says of itself, for the margin boxes of `print.css`: practice, page and view above,
 * and how old the numbers are; below, for whom they are. All but the view is read from the page, where it stands.
 */
export function writePaperHead(view: string): void {
  const { style } = document.documentElement
  const head = [textOf('[data-practice-name]'), textOf('h1'), view]
  style.setProperty('--paper-head', cssString(printTexts.head(head)))
  style.setProperty('--paper-as-of', cssString(textOf('[data-freshness]')))
  const foot = textOf(
    '.site-footer [data-demo]:not([hidden]), .site-footer [data-confidential]:not([hidden])',
  )
  style.setProperty('--paper-foot', cssString(foot))
}

function textOf(selector: string): string {
  return (document.querySelector(selector)?.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
}

/** A text as a string of CSS; a practice's name may hold a quote. */
export function cssString(text: string): string {
  return `"${text.replaceAll(/\s+/g, ' ').replaceAll(/["\\]/g, String.raw`\$&`)}"`
}
