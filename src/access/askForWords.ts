import type { Access } from '../bundle/access.ts'
import { makeElement } from './makeElement.ts'
import { normalWords, wordCount } from './normalWords.ts'
import type { WordsProblem } from './openWithWords.ts'
import { isAccess } from './parseLink.ts'
import { actionOf, showCard, showState } from './showState.ts'

/** After so many tries the words themselves are in doubt, not the typing. */
const triesUntilDoubt = 3

const problems = {
  wrong:
    'These words do not open this link. Compare them with what you were told, word by word, in their order.',
  doubtful:
    'These words do not open this link either. They may be another link’s, or misheard. Ask the person who gave you the link for a new one, with new words.',
  unreachable: 'The link’s key could not be fetched. Check the connection, then try again.',
  damaged: 'What the words should open did not arrive whole. Try again.',
} as const

/**
 * Asks for the six words of a two-part link, as often as it takes, and offers a way on without them. Never done
 * if the link is closed, or its words are lost: those have pages of their own.
 */
export function askForWords(base: URL, id: string): Promise<Access> {
  const { form, input, button, status } = wordsForm()
  showCard(
    'This link needs its six words',
    makeElement('p', {}, 'They were told to you apart from the link: by phone, in a message or on paper.'),
    form,
    ...waysOut(),
  )
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
      say(`${countOf(words.length)} Six are needed, with spaces between them.`, true)
      return null
    }
    say('Opening. This takes a second or two, on purpose.', false)
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
    return problems[problem === 'wrong' && wrongTries >= triesUntilDoubt ? 'doubtful' : problem]
  }
}

/** For whoever has lost the words, or was given the wrong link. */
function waysOut(): HTMLElement[] {
  const lost = makeElement('button', { type: 'button', className: 'button' }, 'I do not have the words')
  lost.onclick = () => showState({ kind: 'words-lost' })
  return [
    makeElement('h2', {}, 'If they do not open it'),
    makeElement(
      'p',
      {},
      'Each link has six words of its own: see that this link and these words belong together.',
    ),
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
  const button = makeElement('button', { type: 'submit', className: 'button' }, 'Open')
  const status = makeElement('p', { id: 'words-status', className: 'words-status' })
  status.setAttribute('role', 'status')
  const form = makeElement(
    'form',
    { className: 'words', noValidate: true },
    makeElement('label', { htmlFor: 'words' }, 'The six words'),
    makeElement(
      'p',
      { id: 'words-hint' },
      'In their order. Capitals, commas and extra spaces do not matter.',
    ),
    input,
    makeElement('p', { className: 'words-send' }, button, makeElement('span', { className: 'working-mark' })),
    status,
  )
  return { form, input, button, status }
}

function countOf(words: number): string {
  if (words === 0) return 'There are no words yet.'
  return words === 1 ? 'That is one word.' : `Those are ${words} words.`
}

/** Lets the browser paint before the computing holds it up. A hidden page does not wait. */
function painted(): Promise<void> {
  if (document.hidden) return Promise.resolve()
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
}
