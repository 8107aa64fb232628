import { randomBytes, type KeyObject } from 'node:crypto'
import { generateHybridIdentity, identityToRecipient } from 'age-encryption'
import { Temporal } from 'temporal-polyfill'
import type { Access } from '../../src/bundle/access.ts'
import type { Audience } from '../../src/cubes/audience.ts'
import { SyncError } from '../errors/SyncError.ts'
import { signerOf } from '../publish/signerOf.ts'
import { changeReaders } from './changeReaders.ts'
import { makeSigningKey } from './makeSigningKey.ts'
import { labelKey } from './readReaders.ts'
import { longestLabel, readerSchema, type Reader } from './reader.ts'
import { readSigningKey } from './readSigningKey.ts'
import { sealAccess } from './sealAccess.ts'
import { shareLink, twoPartLink } from './shareLink.ts'
import type { SharingPlace } from './sharingPlace.ts'
import { sixWords } from './sixWords.ts'

/** Days for which a person is let in unless told otherwise. */
export const usualDays = 180

/** A person to be let in. */
export interface InviteRequest {
  readonly label: string
  readonly audience: Audience
  /** Days until the last one on which they can open what is published; null for no end. */
  readonly days: number | null
  /** A link without a secret, and six words for another channel. */
  readonly twoPart: boolean
  /** Shows the link, before the person counts as added: if it throws, nobody was let in. */
  readonly show?: (invitation: Invitation) => Promise<void>
}

/** What is told once, to be handed on. The link, or in two parts the link with the words, opens the numbers. */
export interface Invitation {
  readonly reader: Reader
  readonly link: string
  /** Null for a link that opens by itself. */
  readonly words: string | null
}

/**
 * Lets a person in from the next sync on: makes their key, writes its public half to the readers file, and
 * gives the link with the secret half, which is kept nowhere. The first person's makes the signing key too.
 * `today` is a civil date. Throws `SyncError`; nobody was let in then.
 */
export async function invite(
  request: InviteRequest,
  place: SharingPlace,
  today: string,
): Promise<Invitation> {
  const site = siteOf(place)
  guardLabel(request.label)
  const { invitation } = await changeReaders(
    place,
    async (readers) => {
      refuseSameLabel(request.label, readers)
      const signer = signerOf(await keyFor(readers, place))
      const made = await makeInvitation(request, { site, today, signer })
      return { add: made.reader, invitation: made }
    },
    (decided) => request.show?.(decided.invitation) ?? Promise.resolve(),
  )
  return invitation
}

/** The site's address. Throws `SyncError` where the config has none: a link must lead somewhere. */
export function siteOf({ site }: Pick<SharingPlace, 'site'>): string {
  if (site !== null) return site
  throw new SyncError(
    'The config does not say where the site is: "sharing: site:" is missing.',
    'Say it in the config (data/private/practice.yaml, unless --config names another one; npm run setup writes it): sharing: { site: https://YOUR-SITE/ }. As long as there is no site, http://127.0.0.1:4321/ will do: links then work on this computer only.',
  )
}

function guardLabel(label: string): void {
  if (readerSchema.shape.label.safeParse(label.trim()).success) return
  throw new SyncError(
    'The label will not do.',
    `Say who it is for, on one line and in at most ${longestLabel} letters: --label "Front desk"`,
  )
}

function refuseSameLabel(label: string, readers: readonly Reader[]): void {
  const same = readers.find((reader) => labelKey(reader.label) === labelKey(label))
  if (same === undefined) return
  throw new SyncError(
    `There is somebody with the label "${same.label}" already.`,
    `Choose another label. If they need a new link, remove the old one first: npm run share -- remove ${same.id}`,
  )
}

/** A new key where people hold links would turn all of these into links to a stranger. */
async function keyFor(readers: readonly Reader[], place: SharingPlace): Promise<KeyObject> {
  const key = await readSigningKey(place)
  if (key !== null) return key
  if (readers.length === 0) return makeSigningKey(place)
  throw missingKey(place.signingKey)
}

/** That links were given out and the key that they trust is gone. */
export function missingKey(path: string): SyncError {
  return new SyncError(
    `The signing key is not there: ${path}.`,
    'Put it back from a copy, or from the computer on which people were added: their links trust this one key. If it is lost, remove everybody and add them anew.',
  )
}

async function makeInvitation(
  { label, audience, days, twoPart }: InviteRequest,
  { site, today, signer }: { readonly site: string; readonly today: string; readonly signer: string },
): Promise<Invitation> {
  const identity = await generateHybridIdentity()
  const expires = days === null ? null : Temporal.PlainDate.from(today).add({ days }).toString()
  const access: Access = { identity, signer, expires, audience }
  const reader: Reader = {
    id: randomBytes(8).toString('hex'),
    label: label.trim().replace(/\s+/g, ' '),
    audience,
    recipient: await identityToRecipient(identity),
    added: today,
    expires,
  }
  if (!twoPart) return { reader, link: shareLink(site, access), words: null }
  const words = sixWords()
  const sealed = { ...reader, sealed_link: await sealAccess(access, words) }
  return { reader: sealed, link: twoPartLink(site, reader.id), words }
}
