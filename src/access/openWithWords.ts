import { Decrypter } from 'age-encryption'
import { BundleError } from '../bundle/BundleError.ts'
import { fetchBytes } from '../bundle/fetchBytes.ts'

/** Why six words opened nothing: `closed` means that the link's key lies there no more. */
export type WordsProblem = 'wrong' | 'closed' | 'unreachable' | 'damaged'

/** What six words opened, not looked at yet, or why they opened nothing. */
export type WordsAnswer =
  { readonly problem: null; readonly content: unknown } | { readonly problem: WordsProblem }

/**
 * Opens `keys/<id>.age` in the bundle's folder with a link's words. Takes a second or two of computing, on
 * purpose, during which the page does not answer. Never throws.
 */
export async function openWithWords(base: URL, id: string, words: readonly string[]): Promise<WordsAnswer> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(words.join(' '))
  try {
    const url = new URL(`keys/${id}.age`, base)
    const sealed = await fetchBytes(url, { ask: fetch, init: { cache: 'no-store' } })
    const text = await decrypter.decrypt(sealed, 'text')
    return { problem: null, content: JSON.parse(text) as unknown }
  } catch (error) {
    if (error instanceof BundleError)
      return { problem: error.reason === 'missing' ? 'closed' : 'unreachable' }
    const isWrong = error instanceof Error && error.message.startsWith('no identity matched')
    return { problem: isWrong ? 'wrong' : 'damaged' }
  }
}
