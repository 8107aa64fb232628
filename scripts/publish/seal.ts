import { Encrypter } from 'age-encryption'
import { SyncError } from '../errors/SyncError.ts'
import { pad } from './pad.ts'

/** A hybrid post-quantum recipient of age, as `age-keygen -pq` writes it. */
const hybrid = /^age1pq1[02-9ac-hj-np-z]+$/

/**
 * Seals content for recipients: padded, then age. Throws `SyncError` unless there is a recipient and every one
 * is a hybrid post-quantum one: a single classical one would open the file to whoever breaks it later.
 */
export async function seal(content: Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
  if (recipients.length === 0) throw new Error('nobody to seal for')
  const encrypter = new Encrypter()
  for (const recipient of recipients) addRecipient(encrypter, recipient)
  return encrypter.encrypt(pad(content))
}

function addRecipient(encrypter: Encrypter, recipient: string): void {
  try {
    if (!hybrid.test(recipient)) throw new Error('not a hybrid recipient')
    encrypter.addRecipient(recipient)
  } catch {
    throw new SyncError(
      "A reader's key is not of the post-quantum kind that this sync seals for, so nothing was sealed.",
      'Remove that reader and add them again: npm run share -- remove, then npm run share -- add.',
    )
  }
}
