import { accessActions, whatToDo } from '../texts/accessTexts.ts'
import { siteTexts } from '../texts/siteTexts.ts'
import { stateText, type AccessState, type StateAction } from './accessState.ts'
import { forgetHere } from './forgetHere.ts'
import { makeElement } from './makeElement.ts'
import { putAside } from './putAside.ts'
import { siteUrl } from './siteUrl.ts'
import { forgetCopies } from '../worker/forgetOffline.ts'

/** Puts a state's page in the place of everything that the page would show. */
export function showState(state: AccessState): void {
  const { title, texts, next, actions } = stateText(state)
  showCard(
    title,
    ...texts.map((text) => makeElement('p', {}, text)),
    makeElement('h2', {}, whatToDo),
    makeElement('ul', {}, ...next.map((text) => makeElement('li', {}, text))),
    ...(actions.length > 0 ? [makeElement('p', { className: 'actions' }, ...actions.map(actionOf))] : []),
  )
  document.documentElement.dataset.state = state.kind
  // The practice has published without this reader: what was kept before is not for them either.
  if (state.kind === 'closed') void forgetCopies(siteUrl())
}

/** Empties the page for one card; the title is read out, and found by whoever moves by headings. */
export function showCard(title: string, ...contents: readonly Node[]): HTMLElement {
  const heading = makeElement('h1', { tabIndex: -1 }, title)
  const card = makeElement('section', { className: 'card panel state' }, heading, ...contents)
  document.title = siteTexts.titleOf(title)
  document.querySelector('main')?.replaceChildren(card)
  nameNobody()
  heading.focus({ preventScroll: true })
  return card
}

/** Takes back whose numbers the page said it shows, as it had done by the first of them. */
function nameNobody(): void {
  delete document.documentElement.dataset.opened
  for (const name of document.querySelectorAll('[data-practice-name]')) name.textContent = siteTexts.name
  for (const line of document.querySelectorAll<HTMLElement>(
    '[data-access], [data-demo], [data-confidential]',
  )) {
    line.hidden = true
  }
}

/** What a state offers, to be pressed or followed. */
export function actionOf(action: StateAction): HTMLElement {
  if (action === 'out') {
    const link = { href: location.pathname, target: '_blank', rel: 'noopener', className: 'button' }
    return makeElement('a', link, accessActions.out)
  }
  const properties = { type: 'button', className: 'button', onclick: doings[action] } as const
  return makeElement('button', properties, accessActions[action])
}

const doings: Record<Exclude<StateAction, 'out'>, () => void> = {
  reload: () => location.reload(),
  lost: () => showState({ kind: 'lost' }),
  // The tab still waits for them.
  words: () => location.reload(),
  aside: putAside,
  forget: () => void forgetHere(),
}
