import type { AccessStoreParts } from './accessStoreParts.ts'
import type { SealedText } from './keyRecords.ts'
import { sealKept, unsealKept, type Kept } from './sealKept.ts'

/** A tab's key is useless after this long, so that a browser's restored session opens nothing. */
export const tabKeyMs = 24 * 3_600_000

/** Keeps one access for the next pages of a tab: sealed in the tab's memory, its key in the database. */
export interface TabKeeper {
  /** Rejects where the browser keeps nothing. */
  readonly keep: (kept: Kept) => Promise<void>
  /** Null for nothing, and for what is older than a day. Rejects for what was changed. */
  readonly recall: () => Promise<Kept | null>
  readonly mayRecall: () => boolean
  readonly forget: () => void
  /** Whether a record of the database is the key of one of this site's tabs. */
  readonly isTabKey: (name: string) => boolean
}

/** A keeper over a tab's memory. Keys of any site's tabs that are older than a day go with the next one. */
export function tabKeeper({ records, tab, place, now }: Omit<AccessStoreParts, 'device'>): TabKeeper {
  const item = `access ${place}`
  const prefix = `tab ${place} `

  async function removeOldKeys(): Promise<void> {
    const old = (await records.list()).filter(
      ({ name, made }) => name.startsWith('tab ') && now() - made > tabKeyMs,
    )
    await records.remove(old.map(({ name }) => name))
  }

  return {
    keep: async (kept) => {
      const { key, sealed } = await sealKept(kept, place)
      const id = crypto.randomUUID()
      await removeOldKeys()
      await records.write(prefix + id, { key, made: now(), sealed: null })
      tab.setItem(item, [id, encode(sealed)].join(' '))
    },
    recall: async () => {
      const [id = '', nonce = '', bytes = ''] = tab.getItem(item)?.split(' ') ?? []
      const record = id === '' ? null : await records.read(prefix + id)
      if (!record || now() - record.made > tabKeyMs) return null
      return unsealKept(record.key, { nonce: decode(nonce), bytes: decode(bytes) }, place)
    },
    mayRecall: () => tab.getItem(item) !== null,
    forget: () => tab.removeItem(item),
    isTabKey: (name) => name.startsWith(prefix),
  }
}

function encode({ nonce, bytes }: SealedText): string {
  return [nonce, bytes].map((part) => btoa(String.fromCharCode(...part))).join(' ')
}

function decode(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))
}
