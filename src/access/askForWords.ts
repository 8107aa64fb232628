import type { Access } from '../bundle/access.ts'
import { wordsTexts } from '../texts/wordsTexts.ts'
import { makeElement } from './makeElement.ts'
import { normalWords, wordCount } from './normalWords.ts'
import type { WordsProblem } from './openWithWords.ts'
import { isAccess } from './parseLink.ts'
import { actionOf, showCard, showState } from './showState.ts'

/** After so many tries the words themselves are in doubt, not the typing. */
const triesUntilDoubt = 3

/**
 * Asks for the six words of a two-part link, as often as it takes, and offers a way on without them. Never done
 * if the link is closed, or its words are lost: those have pages of their own.
 */
export function askForWords(base: URL, id: string): Promise<Access> {
  const { form, input, button, status } = wordsForm()
  showCard(wordsTexts.title, makeElement('p', {}, wordsTexts.told), form, ...waysOut())
  document.documentElement.dataset.state = 'words'
  let wrongTries = 0
  input.focus({ preventScroll: true })
  return new Promise((resolve) => {
    form.onsubmit = (event) => {
      event.preventDefault()
      void answer(input.value).then((access) => access && resolve(access))
    }
  })

  function say(text: string, isProblem: boolean): void {
    status.textContent = text
    status.classList.toggle('bad', isProblem)
    input.ariaInvalid = String(isProblem)
  }

  async function answer(text: string): Promise<Access | null> {
    const words = normalWords(text)
    if (words.length !== wordCount) {
      say(wordsTexts.otherCount(words.length), true)
      return null
    }
    say(wordsTexts.opening, false)
    button.disabled = true
    form.classList.add('working')
    await painted()
    const { openWithWords } = await import('./openWithWords.ts')
    const found = await openWithWords(base, id, words)
    button.disabled = false
    form.classList.remove('working')
    if (found.problem === null && isAccess(found.content)) return found.content
    if (found.problem === 'closed') showState({ kind: 'words-closed' })
    else say(problemText(found.problem ?? 'damaged'), true)
    return null
  }

  function problemText(problem: Exclude<WordsProblem, 'closed'>): string {
    if (problem === 'wrong') wrongTries += 1
    return wordsTexts.problems[problem === 'wrong' && wrongTries >= triesUntilDoubt ? 'doubtful' : problem]
  }
}

/** For whoever has lost the words, or was given the wrong link. */
function waysOut(): HTMLElement[] {
  const lost = makeElement('button', { type: 'button', className: 'button' }, wordsTexts.lost)
  lost.onclick = () => showState({ kind: 'words-lost' })
  return [
    makeElement('h2', {}, wordsTexts.ifNot),
    makeElement('p', {}, wordsTexts.ofEachLink),
    makeElement('p', { className: 'actions' }, lost, actionOf('aside')),
  ]
}

function wordsForm() {
  const input = makeElement('textarea', {
    id: 'words',
    rows: 2,
    required: true,
    spellcheck: false,
    autocapitalize: 'none',
    autocomplete: 'off',
  })
  input.setAttribute('aria-describedby', 'words-hint words-status')
  input.onkeydown = (event) => {
    if (event.key !== 'Enter' || event.isComposing) return
    event.preventDefault()
    form.requestSubmit()
  }
  const button = makeElement('button', { type: 'submit', className: 'button' }, wordsTexts.open)
  const status = makeElement('p', { id: 'words-status', className: 'words-status' })
  status.setAttribute('role', 'status')
  const form = makeElement(
    'form',
    { className: 'words', noValidate: true },
    makeElement('label', { htmlFor: 'words' }, wordsTexts.label),
    makeElement('p', { id: 'words-hint' }, wordsTexts.hint),
    input,
    makeElement('p', { className: 'words-send' }, button, makeElement('span', { className: 'working-mark' })),
    status,
  )
  return { form, input, button, status }
}

/** Lets the browser paint before the computing holds it up. A hidden page does not wait. */
function painted(): Promise<void> {
  if (document.hidden) return Promise.resolve()
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
}
