import type { Access } from '../bundle/access.ts'
import { makeElement } from './makeElement.ts'
import { normalWords, wordCount } from './normalWords.ts'
import { isAccess } from './parseLink.ts'
import { showCard, showState } from './showState.ts'

const problems = {
  wrong:
    'These words do not open this link. Compare them with what you were told, word by word, in their order.',
  unreachable: 'The link’s key could not be fetched. Check the connection, then try again.',
  damaged: 'What the words should open did not arrive whole. Try again.',
} as const

/**
 * Asks for the six words of a two-part link, as often as it takes. Never done if the link is closed, which
 * has a page of its own.
 */
export function askForWords(base: URL, id: string): Promise<Access> {
  const { form, input, button, status } = wordsForm()
  showCard(
    'This link needs its six words',
    makeElement('p', {}, 'They were told to you apart from the link: by phone, in a message or on paper.'),
    form,
  )
  document.documentElement.dataset.state = 'words'
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
    else say(problems[found.problem ?? 'damaged'], true)
    return null
  }
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
