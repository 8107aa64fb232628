import { Decrypter } from 'age-encryption'

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
  const response = await fetch(new URL(`keys/${id}.age`, base), { cache: 'no-store' }).catch(() => null)
  if (!response) return { problem: 'unreachable' }
  if (!response.ok) return { problem: response.status === 404 ? 'closed' : 'unreachable' }
  const decrypter = new Decrypter()
  decrypter.addPassphrase(words.join(' '))
  try {
    const sealed = new Uint8Array(await response.arrayBuffer())
    const text = await decrypter.decrypt(sealed, 'text')
    return { problem: null, content: JSON.parse(text) as unknown }
  } catch (error) {
    const isWrong = error instanceof Error && error.message.startsWith('no identity matched')
    return { problem: isWrong ? 'wrong' : 'damaged' }
  }
}
