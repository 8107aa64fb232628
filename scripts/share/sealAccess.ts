import { armor, Encrypter } from 'age-encryption'
import type { Access } from '../../src/bundle/access.ts'

/** 2^18 rounds: a second or two for whoever knows the words, far too much for whoever guesses them. */
const workFactor = 18

/** What a link without a secret opens with six words, as age armour. Takes a second or two. */
export async function sealAccess(access: Access, words: string): Promise<string> {
  const encrypter = new Encrypter()
  encrypter.setScryptWorkFactor(workFactor)
  encrypter.setPassphrase(words)
  return armor.encode(await encrypter.encrypt(JSON.stringify(access)))
}
