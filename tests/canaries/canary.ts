import { createHash } from 'node:crypto'

/** A value that must come out nowhere: what it is, and how it stands in its cell. */
export interface Canary {
  /** Where it was planted, for the report of a finding: `charges.patient_key`. Holds no part of the value. */
  readonly name: string
  readonly kind: 'text' | 'money' | 'day'
  /** Text as typed; money as `48731.57`; a day as `1931-03-07`. */
  readonly value: string
}

const consonants = 'bdfgjkmpqvwxz'
const vowels = 'aiouy'

/** Fourteen letters of no language, always the same ones for a seed and others for any other seed. */
export function madeUpWord(seed: string): string {
  const bytes = createHash('sha256').update(`canary ${seed}`).digest()
  return Array.from({ length: 14 }, (_, index) => {
    const letters = index % 2 === 0 ? consonants : vowels
    return letters[(bytes[index] ?? 0) % letters.length] ?? ''
  }).join('')
}

/** So many digits, the first of them not zero, by the same rule. */
export function madeUpDigits(seed: string, count: number): string {
  const bytes = createHash('sha512').update(`digits ${seed}`).digest()
  const digits = Array.from({ length: count }, (_, index) => String((bytes[index] ?? 0) % 10)).join('')
  return digits.replace(/^0/, '7')
}

/** Remembers what was planted; planting the same again is no second canary. */
export class Planted {
  private readonly found = new Map<string, Canary>()
  private readonly wholes = new Map<string, Set<string>>()

  /** A text cell: a made-up word of its own for the place, and `more` behind it. */
  text(name: string, more = ''): string {
    const word = capital(madeUpWord(name))
    this.add({ name, kind: 'text', value: word })
    if (more === '') return word
    const whole = `${word}-${more}`
    // The word is in all of them. As a whole, which matters for hashes alone, a few stand for the rest.
    const wholes = this.wholes.get(name) ?? new Set()
    this.wholes.set(name, wholes)
    if (wholes.size >= 3 && !wholes.has(whole)) return whole
    wholes.add(whole)
    return this.add({ name: `${name} (${more})`, kind: 'text', value: whole })
  }

  /** A text that is given, such as a telephone number. */
  given(name: string, value: string): string {
    return this.add({ name, kind: 'text', value })
  }

  /** An amount between 20,000 and 99,999 dollars with odd cents. */
  money(name: string): string {
    const dollars = 20_000 + (Number(madeUpDigits(name, 9)) % 79_999)
    const cents = 11 + (Number(madeUpDigits(`${name} cents`, 6)) % 88)
    return this.add({ name, kind: 'money', value: `${String(dollars)}.${String(cents)}` })
  }

  /** A day, as `1931-03-07`. */
  day(name: string, value: string): string {
    return this.add({ name, kind: 'day', value })
  }

  get all(): readonly Canary[] {
    return [...this.found.values()]
  }

  private add(canary: Canary): string {
    this.found.set(`${canary.kind} ${canary.value}`, canary)
    return canary.value
  }
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}
