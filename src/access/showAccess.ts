import type { Audience } from '../cubes/audience.ts'
import { formatDay } from '../format/formatDay.ts'
import { keptTexts } from '../texts/accessTexts.ts'
import type { AccessStore, Kept } from './accessStore.ts'
import { forgetHere } from './forgetHere.ts'
import { makeElement } from './makeElement.ts'

/** What the foot of an opened page is about. */
export interface ShownAccess {
  readonly kept: Kept
  readonly audience: Audience
  readonly store: AccessStore
}

/** Says, in the page's foot, for whom the link is and where its key is kept; to be remembered or forgotten. */
export async function showAccess({ kept, audience, store }: ShownAccess): Promise<void> {
  const { expires } = kept.access
  const whom = audience === 'owner' ? 'owners' : 'viewers'
  const until = expires === null ? '' : formatDay(expires)
  const where = makeElement('span', {})
  where.setAttribute('role', 'status')
  const remember = makeElement('button', { type: 'button', className: 'button quiet' }, keptTexts.remember)
  const forget = makeElement('button', { type: 'button', className: 'button quiet' }, keptTexts.forget)
  remember.onclick = () => void store.remember(kept).then((isKept) => say(isKept ? 'device' : 'refused'))
  forget.onclick = () => void forgetHere()

  function say(keeping: 'tab' | 'device' | 'refused'): void {
    where.textContent = keptTexts[keeping]
    if (keeping !== 'device') return
    // Whoever pressed the button that goes with the keyboard goes on from its neighbour.
    const hadFocus = document.activeElement === remember
    remember.hidden = true
    if (hadFocus) forget.focus()
  }

  const isRemembered = await store.isRemembered(kept.access)
  for (const place of document.querySelectorAll<HTMLElement>('[data-access]')) {
    place.replaceChildren(
      makeElement('p', {}, keptTexts.openedWith(whom, until), where),
      makeElement('p', { className: 'access-tools' }, remember, forget),
    )
    place.hidden = false
  }
  say(isRemembered ? 'device' : 'tab')
}
