import type { Audience } from '../../src/cubes/audience.ts'
import { isLoopback } from '../private/config/siteAddress.ts'
import type { Invitation } from './invite.ts'

/** What an audience opens. */
export const opens: Readonly<Record<Audience, string>> = {
  owner: 'everything, payroll, expenses and money by provider too',
  viewer: 'everything but payroll, expenses and money by provider',
}

/** What is said once about an invitation, above its link and below. Only `link` and `words` hold a secret. */
export interface InvitationText {
  readonly before: string
  readonly link: string
  /** Null for a link that opens by itself. */
  readonly words: string | null
  readonly after: string
}

/** An invitation in words for the person who hands it on; `sync` is the command that publishes next. */
export function invitationText({ reader, link, words }: Invitation, sync: string): InvitationText {
  const { label, audience, expires } = reader
  const until = expires === null ? 'It has no end.' : `The last day is ${expires}.`
  return {
    before: `Added: ${label} (${audience}), who will open ${opens[audience]}.`,
    link,
    words,
    after: [
      ...(words === null ? wholeLink : twoParts),
      '',
      `It opens what the next sync publishes, not what is out there now. Run it: ${sync}`,
      until,
      ...(isLoopback(new URL(link).hostname)
        ? ['Its address is this computer’s own: the link works here only, until "sharing: site:" is changed.']
        : []),
    ].join('\n'),
  }
}

const wholeLink = [
  'This link is shown now and never again: the key in it is kept nowhere else.',
  'Whoever has it can open the numbers. Hand it on by chat, or let them scan the QR code from your screen.',
  'Do not send it by e-mail: mail filters open links and keep them. For e-mail: remove, and add with --two-part.',
]

const twoParts = [
  'The six words are shown now and never again, and are kept nowhere else. The link alone opens nothing.',
  'Send the link, by e-mail if you like, and say the words on the phone or by text message; never both together.',
]
