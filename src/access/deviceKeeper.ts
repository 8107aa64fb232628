import type { AccessStoreParts } from './accessStoreParts.ts'
import { sealKept, unsealKept, type Kept } from './sealKept.ts'

/** Keeps one access on the device: sealed, with its key, in the database; a mark of it in the memory. */
export interface DeviceKeeper {
  /** Rejects where the browser keeps nothing. */
  readonly keep: (kept: Kept) => Promise<void>
  /** Null for nothing. Rejects for what was changed. */
  readonly recall: () => Promise<Kept | null>
  readonly mayRecall: () => boolean
  /** Removes the mark; the record itself is removed with the tabs' keys. */
  readonly forget: () => void
  /** Whether a record of the database is this site's. */
  readonly isDeviceKey: (name: string) => boolean
}

/** A keeper over the device's memory and the browser's database of keys. */
export function deviceKeeper({ records, device, place, now }: Omit<AccessStoreParts, 'tab'>): DeviceKeeper {
  const item = `access ${place}`
  const name = `device ${place}`
  return {
    keep: async (kept) => {
      const { key, sealed } = await sealKept(kept, place)
      await records.write(name, { key, made: now(), sealed })
      device.setItem(item, 'remembered')
    },
    recall: async () => {
      const record = await records.read(name)
      return record?.sealed ? unsealKept(record.key, record.sealed, place) : null
    },
    mayRecall: () => device.getItem(item) !== null,
    forget: () => device.removeItem(item),
    isDeviceKey: (found) => found === name,
  }
}
