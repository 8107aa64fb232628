import { flushSync } from 'react-dom'

/**
 * Whether the page is being laid out for paper. The browser says so twice: `beforeprint`, in time for a change of the
 * document, and the media query, which also follows a tool that only emulates print, but in a print comes too late.
 */
let isPaper = false
const listeners = new Set<() => void>()

/** Whether the page is on paper now. */
export function isOnPaper(): boolean {
  return isPaper
}

/** Calls back when the page goes to paper, and when it comes back; returns the way to stop. */
export function subscribePaper(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Follows the browser's prints for the life of the page. `prepare` writes what the document needs besides React, and
 * is called before React draws.
 */
export function followPrint(prepare: () => void): void {
  const print = matchMedia('print')
  const set = (next: boolean) => {
    if (next === isPaper) return
    isPaper = next
    document.documentElement.toggleAttribute('data-paper', next)
    if (next) prepare()
    drawNow()
  }
  addEventListener('beforeprint', () => set(true))
  addEventListener('afterprint', () => set(false))
  print.addEventListener('change', ({ matches }) => set(matches))
  if (print.matches) set(true)
}

/**
 * The print's picture is taken as soon as the event's listeners are done. The first pass mounts the drawings, which
 * measure their place; the others draw at the width that was measured.
 */
function drawNow(): void {
  for (let pass = 0; pass < 3; pass++) {
    flushSync(() => {
      for (const listener of listeners) listener()
    })
  }
}
