import type { Audience } from '../cubes/audience.ts'
import { formatDay } from '../format/formatDay.ts'
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
  const until = expires === null ? '' : `, until ${formatDay(expires)}`
  const where = makeElement('span', {})
  where.setAttribute('role', 'status')
  const remember = makeElement(
    'button',
    { type: 'button', className: 'button quiet' },
    'Remember on this device',
  )
  const forget = makeElement('button', { type: 'button', className: 'button quiet' }, 'Forget')
  remember.onclick = () => void store.remember(kept).then((isKept) => say(isKept ? 'device' : 'refused'))
  forget.onclick = () => void forgetHere()

  function say(keeping: keyof typeof keepings): void {
    where.textContent = keepings[keeping]
    if (keeping !== 'device') return
    // Whoever pressed the button that goes with the keyboard goes on from its neighbour.
    const hadFocus = document.activeElement === remember
    remember.hidden = true
    if (hadFocus) forget.focus()
  }

  const isRemembered = await store.isRemembered(kept.access)
  for (const place of document.querySelectorAll<HTMLElement>('[data-access]')) {
    place.replaceChildren(
      makeElement('p', {}, `Opened with a link for ${whom}${until}. `, where),
      makeElement('p', { className: 'access-tools' }, remember, forget),
    )
    place.hidden = false
  }
  say(isRemembered ? 'device' : 'tab')
}

const keepings = {
  tab: 'Its key is kept for this tab only. Remember it on no device that others use.',
  device: 'This device remembers it: whoever uses this browser can open the numbers until you choose Forget.',
  refused: 'This browser keeps nothing, so the link cannot be remembered here.',
} as const
