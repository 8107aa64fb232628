import { armor, Encrypter } from 'age-encryption'
import { z } from 'zod'
import { audiences } from '../../src/cubes/audience.ts'

/** A label on one line, as lists and summaries show it. */
export const longestLabel = 60

/** A person who may open what is published, by their public key: nothing in it opens anything. */
export const readerSchema = z.strictObject({
  /** Sixteen hexadecimal digits, drawn at random; a two-part link names it. */
  id: z.string().regex(/^[0-9a-f]{16}$/, 'expected sixteen digits from 0 to 9 and a to f'),
  /** Who it is, in the practice's words. */
  label: z
    .string()
    .regex(/^[^\p{Cc}\u2028\u2029]*\S[^\p{Cc}\u2028\u2029]*$/u, 'expected a name on one line')
    .max(longestLabel),
  audience: z.enum(audiences),
  /** Hybrid post-quantum age recipient, `age1pq1…`. */
  recipient: z.string().superRefine((text, context) => {
    const message = recipientProblem(text)
    if (message !== null) context.addIssue({ code: 'custom', message })
  }),
  /** Civil date. */
  added: z.iso.date('expected a date, such as 2026-10-31'),
  /** Last civil day on which the person is sealed for; null if it has no end. */
  expires: z.iso.date('expected a date, such as 2027-04-29, or null').nullable(),
  /** Of a two-part link: the person's link sealed with six words, age armour. Published as it is. */
  sealed_link: z
    .string()
    .superRefine((text, context) => {
      const message = sealedLinkProblem(text)
      if (message !== null) context.addIssue({ code: 'custom', message })
    })
    .optional(),
})

export type Reader = z.output<typeof readerSchema>

/**
 * Why a recipient will not do; null if it will. What lies with a host can be kept until a quantum computer
 * opens it, so the older X25519 keys are refused: one of them in a file would undo all others.
 */
export function recipientProblem(text: string): string | null {
  if (/^age-secret-key-/i.test(text)) {
    return 'a secret key stands where the public one belongs: remove this person and add them anew'
  }
  if (!text.startsWith('age1pq1')) {
    return 'expected a post-quantum recipient, age1pq1…; npm run share -- add makes one'
  }
  try {
    new Encrypter().addRecipient(text)
    return null
  } catch {
    return 'the recipient is damaged: remove this person and add them anew'
  }
}

/** How an age file begins that only words open, and the salt after it. */
const wordsHeader = /^age-encryption\.org\/v1\n-> scrypt [A-Za-z0-9+/]{22} \d{1,2}\n/

/** Why a link that was sealed with six words will not do; null if it will, as far as can be told without them. */
export function sealedLinkProblem(text: string): string | null {
  const remedy = 'take this person out and add them anew with --two-part'
  try {
    const header = Buffer.from(armor.decode(text)).toString('latin1', 0, 200)
    return wordsHeader.test(header) ? null : `it is not sealed with six words: ${remedy}`
  } catch {
    return `it is damaged: ${remedy}`
  }
}
