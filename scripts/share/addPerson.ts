import { resolve } from 'node:path'
import { audiences, type Audience } from '../../src/cubes/audience.ts'
import { SyncError } from '../errors/SyncError.ts'
import { nearestName } from '../private/config/nearestName.ts'
import { invitationText, opens } from './invitationText.ts'
import { invite, type Invitation, type InviteRequest } from './invite.ts'
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
  /** What is shown once: a link, its code, its words. Rejects where nobody can read it any more. */
  reveal(text: string): Promise<void>
  readonly json: boolean
  readonly colours: boolean
}

/** Longest time for which a person can be let in, besides for good: five years. */
const longest = 1826

/**
 * `npm run share -- add`: lets a person in, and tells their link this once. The link comes first of all, and the
 * person is added once it is out: a key that nobody saw would be lost. Throws `SyncError`.
 */
export async function addPerson(options: AddOptions, sharing: Sharing, output: Output): Promise<void> {
  const picture = options.qr === undefined ? null : resolve(options.qr)
  const request = requestOf(options)
  if (picture !== null) await guardQrFile(picture, sharing.place.project)
  const invitation = await inviteShown(request, sharing, output)
  if (!output.json) {
    const { before, after } = invitationText(invitation, sharing.sync)
    output.print(`${before}\n\n${after}`)
  }
  if (picture === null) return
  await writeQrFile(picture, invitation.link)
  if (!output.json) output.print(qrFileText(picture, invitation))
}

function requestOf({ label, audience, expires, twoPart = false }: AddOptions): InviteRequest {
  return { label, audience: audienceOf(audience), days: daysOf(expires), twoPart }
}

async function inviteShown(request: InviteRequest, sharing: Sharing, output: Output): Promise<Invitation> {
  const shown: Invitation[] = []
  const showOnce = async (invitation: Invitation) => {
    await show(invitation, output)
    shown.push(invitation)
  }
  try {
    return await invite({ ...request, show: showOnce }, sharing.place, sharing.today)
  } catch (error) {
    if (shown.length === 0 || !(error instanceof SyncError)) throw error
    throw new SyncError(error.message, `${error.hint} The link that was shown opens nothing.`)
  }
}

/** All that must not be lost. Throws `SyncError` where nobody could read it. */
async function show({ reader, link, words }: Invitation, output: Output): Promise<void> {
  try {
    if (output.json) {
      const { id, label, audience, added, expires } = reader
      const told = { ok: true, id, label, audience, added, expires, link, words }
      await output.reveal(JSON.stringify(told, null, 1))
      return
    }
    await output.reveal(`${link}\n`)
    if (words !== null) await output.reveal(`Six words:  ${words}\n`)
    if (output.colours) await output.reveal(`${qrText(link)}\n`)
  } catch (cause) {
    throw new SyncError(
      'The link could not be shown, because the output was closed: nobody was added.',
      'Run it again where its output can be read to the end.',
      { cause },
    )
  }
}

function qrFileText(picture: string, { words }: Invitation): string {
  const secret = words === null ? ' It opens the numbers as the link does: print it, then delete it.' : ''
  return `QR code for print: ${picture}.${secret}`
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
