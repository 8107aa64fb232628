import { resolve } from 'node:path'
import { audiences, type Audience } from '../../src/bundle/audience.ts'
import { SyncError } from '../errors/SyncError.ts'
import { nearestName } from '../private/config/nearestName.ts'
import { invitationText, opens } from './invitationText.ts'
import { invite, type InviteRequest } from './invite.ts'
import type { Sharing } from './openSharing.ts'
import { qrText } from './qrText.ts'
import { guardQrFile, writeQrFile } from './writeQrFile.ts'

/** What `add` takes on the command line, as it was typed. */
export interface AddOptions {
  readonly label: string
  readonly audience: string
  readonly expires: string
  readonly twoPart?: boolean
  readonly qr?: string
}

/** Where words for a person go, and whether a code can be drawn there. */
export interface Output {
  /** A paragraph that holds no secret. */
  print(text: string): void
  /** What is shown once: a link, its code, its words. */
  reveal(text: string): void
  readonly json: boolean
  readonly colours: boolean
}

/** Longest time for which a person can be let in, besides for good: five years. */
const longest = 1826

/** `npm run share -- add`: lets a person in, and tells their link this once. Throws `SyncError`. */
export async function addPerson(options: AddOptions, sharing: Sharing, output: Output): Promise<void> {
  const request: InviteRequest = {
    label: options.label,
    audience: audienceOf(options.audience),
    days: daysOf(options.expires),
    twoPart: options.twoPart === true,
  }
  const picture = options.qr === undefined ? null : resolve(options.qr)
  if (picture !== null) guardQrFile(picture, sharing.place.project)
  const invitation = await invite(request, sharing.place, sharing.today)
  const { reader, link, words } = invitation
  if (output.json) {
    const { id, label, audience, added, expires } = reader
    output.reveal(JSON.stringify({ ok: true, id, label, audience, added, expires, link, words }, null, 1))
  } else {
    const text = invitationText(invitation, sharing.sync)
    output.print(`${text.before}\n`)
    output.reveal(`${link}\n`)
    if (words !== null) output.reveal(`Six words:  ${words}\n`)
    if (output.colours) output.reveal(`${qrText(link)}\n`)
    output.print(text.after)
  }
  if (picture === null) return
  await writeQrFile(picture, link)
  if (output.json) return
  const secret = words === null ? ' It opens the numbers as the link does: print it, then delete it.' : ''
  output.print(`QR code for print: ${picture}.${secret}`)
}

function audienceOf(typed: string): Audience {
  const found = audiences.find((audience) => audience === typed.trim().toLowerCase())
  if (found !== undefined) return found
  const near = nearestName(typed, audiences)
  const kinds = audiences.map((audience) => `${audience} opens ${opens[audience]}`).join('; ')
  throw new SyncError(
    `There is no audience "${typed}".${near === null ? '' : ` Did you mean "${near}"?`}`,
    `Say --audience viewer or --audience owner: ${kinds}.`,
  )
}

function daysOf(typed: string): number | null {
  if (typed === 'never') return null
  const days = /^\d{1,5}$/.test(typed) ? Number(typed) : 0
  if (days >= 1 && days <= longest) return days
  throw new SyncError(
    `--expires "${typed}" is no number of days.`,
    `Say how many days it shall open, from 1 to ${longest}: --expires 180. Or never, for a key to lock away.`,
  )
}
