import type { Access } from '../bundle/access.ts'
import type { KeyRecords, SealedText } from './keyRecords.ts'
import { isAccess } from './parseLink.ts'
import { sealText, unsealText } from './sealText.ts'

/** An access, and the two-part link that it was opened from, so that its words are asked for once. */
export interface Kept {
  readonly access: Access
  /** Id of the two-part link; null for a link that held its key. */
  readonly words: string | null
}

export type ForgetOutcome = 'forgotten' | 'forget-failed'

/** Keeps an access, never in clear. Nothing here throws: what a browser does not keep is not kept. */
export interface AccessStore {
  /** For this tab's next pages, a day at most. False where the browser keeps nothing. */
  readonly keepForTab: (kept: Kept) => Promise<boolean>
  /** On this device, until `forget`. */
  readonly remember: (kept: Kept) => Promise<boolean>
  /** What this tab was opened with, or else what the device remembers. */
  readonly recall: () => Promise<Kept | null>
  /** Whether this very access is remembered on the device. */
  readonly isRemembered: (access: Access) => Promise<boolean>
  /** Whether there may be something to recall, without asking the database. */
  readonly mayRecall: () => boolean
  /** The id of a two-part link whose words this tab still waits for. No secret. */
  readonly awaited: () => string | null
  readonly awaitWords: (id: string | null) => void
  /** What the page that is loaded next in this tab has to say of forgetting; told once. */
  readonly noteOutcome: (outcome: ForgetOutcome) => void
  readonly takeOutcome: () => ForgetOutcome | null
  /** Removes everything kept, of this and other tabs. False where it could not be removed. */
  readonly forget: () => Promise<boolean>
}

/** What of a browser's storage is used. */
export type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** What the store stands on. */
export interface AccessStoreParts {
  readonly records: KeyRecords
  /** The tab's memory. */
  readonly tab: Memory
  /** The device's; holds no more than the mark that there is something to recall. */
  readonly device: Memory
  /** The site's root: two practices on one host do not share a key. */
  readonly place: string
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** A tab's key is useless after this long, so that a browser's restored session opens nothing. */
export const tabKeyMs = 24 * 3_600_000

/** A store of accesses over a tab's memory and the browser's database of keys. */
export function createAccessStore({ records, tab, device, place, now }: AccessStoreParts): AccessStore {
  const item = `access ${place}`
  const waiting = `words ${place}`
  const outcome = `outcome ${place}`
  const deviceName = `device ${place}`
  const tabPrefix = `tab ${place} `

  async function keepForTab(kept: Kept): Promise<boolean> {
    return attempt(async () => {
      const { key, sealed } = await sealText(JSON.stringify(kept), place)
      const name = tabPrefix + crypto.randomUUID()
      await removeOldTabs()
      await records.write(name, { key, made: now(), sealed: null })
      tab.setItem(item, [name.slice(tabPrefix.length), encode(sealed)].join(' '))
    })
  }

  async function remember(kept: Kept): Promise<boolean> {
    return attempt(async () => {
      const { key, sealed } = await sealText(JSON.stringify(kept), place)
      await records.write(deviceName, { key, made: now(), sealed })
      device.setItem(item, 'remembered')
    })
  }

  async function recallTab(): Promise<Kept | null> {
    const [id = '', nonce = '', bytes = ''] = tab.getItem(item)?.split(' ') ?? []
    const record = id === '' ? null : await records.read(tabPrefix + id)
    if (!record || now() - record.made > tabKeyMs) return null
    return parseKept(await unsealText(record.key, decode(nonce, bytes), place))
  }

  async function recallDevice(): Promise<Kept | null> {
    const record = await records.read(deviceName)
    return record?.sealed ? parseKept(await unsealText(record.key, record.sealed, place)) : null
  }

  async function removeOldTabs(): Promise<void> {
    const old = (await records.list()).filter(
      ({ name, made }) => name.startsWith('tab ') && now() - made > tabKeyMs,
    )
    await records.remove(old.map(({ name }) => name))
  }

  return {
    keepForTab,
    remember,
    recall: async () => (await recallTab().catch(() => null)) ?? (await recallDevice().catch(() => null)),
    isRemembered: async ({ identity }) => {
      const kept = await recallDevice().catch(() => null)
      return kept?.access.identity === identity
    },
    mayRecall: () => tab.getItem(item) !== null || device.getItem(item) !== null,
    awaited: () => tab.getItem(waiting),
    awaitWords: (id) => (id === null ? tab.removeItem(waiting) : tab.setItem(waiting, id)),
    noteOutcome: (text) => tab.setItem(outcome, text),
    takeOutcome: () => {
      const text = tab.getItem(outcome)
      tab.removeItem(outcome)
      return text === 'forgotten' || text === 'forget-failed' ? text : null
    },
    forget: () =>
      attempt(async () => {
        tab.removeItem(item)
        tab.removeItem(waiting)
        device.removeItem(item)
        const all = await records.list()
        const ours = all.filter(({ name }) => name === deviceName || name.startsWith(tabPrefix))
        await records.remove(ours.map(({ name }) => name))
      }),
  }
}

async function attempt(work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return true
  } catch {
    return false
  }
}

function parseKept(text: string): Kept | null {
  const { access, words } = JSON.parse(text) as Partial<Record<keyof Kept, unknown>>
  return isAccess(access) ? { access, words: typeof words === 'string' ? words : null } : null
}

function encode({ nonce, bytes }: SealedText): string {
  return [nonce, bytes].map((part) => btoa(String.fromCharCode(...part))).join(' ')
}

function decode(nonce: string, bytes: string): SealedText {
  const [first, second] = [nonce, bytes].map((text) =>
    Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)),
  )
  return { nonce: first ?? new Uint8Array(), bytes: second ?? new Uint8Array() }
}
