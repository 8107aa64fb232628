import type { KeyRecord, KeyRecords } from './keyRecords.ts'

const database = 'practice-vitals'
const store = 'keys'

/** Keys in the browser's own database, which can hold a key without ever showing it to a script. */
export const browserRecords: KeyRecords = {
  read: async (name) => {
    const found = await run('readonly', (keys) => keys.get(name) as IDBRequest<KeyRecord | undefined>)
    return found ?? null
  },
  write: async (name, record) => {
    await run('readwrite', (keys) => keys.put(record, name))
  },
  list: async () => {
    const names = (await run('readonly', (keys) => keys.getAllKeys())).filter(
      (name) => typeof name === 'string',
    )
    const records = await Promise.all(
      names.map(async (name) => ({ name, record: await browserRecords.read(name) })),
    )
    return records.flatMap(({ name, record }) => (record ? [{ name, made: record.made }] : []))
  },
  remove: async (names) => {
    for (const name of names) await run('readwrite', (keys) => keys.delete(name))
  },
}

/** One request in a transaction of its own; done when the transaction is. */
async function run<T>(mode: IDBTransactionMode, ask: (keys: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opened = await open()
  try {
    return await new Promise((resolve, reject) => {
      const transaction = opened.transaction(store, mode)
      const request = ask(transaction.objectStore(store))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error ?? new Error('the browser kept nothing'))
    })
  } finally {
    opened.close()
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(store)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the browser keeps nothing'))
    request.onblocked = () => reject(new Error('another version of this site is open'))
  })
}
