import { Encrypter } from 'age-encryption'
import { z } from 'zod'
import { audiences } from '../../src/bundle/audience.ts'

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
    .startsWith('-----BEGIN AGE ENCRYPTED FILE-----\n', 'expected what npm run share wrote there')
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
