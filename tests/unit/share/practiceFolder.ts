import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Decrypter, Encrypter } from 'age-encryption'
import { onTestFinished } from 'vitest'
import { parseLink } from '../../../src/access/parseLink.ts'
import type { Access } from '../../../src/bundle/access.ts'
import type { Audience } from '../../../src/cubes/audience.ts'
import { invite, type Invitation, type InviteRequest } from '../../../scripts/share/invite.ts'
import type { SharingPlace } from '../../../scripts/share/sharingPlace.ts'

export const today = '2026-11-02'

/** A practice in a folder of its own, in which nobody was added yet; removed when the test is over. */
export async function practiceFolder(): Promise<SharingPlace> {
  const folder = await mkdtemp(join(tmpdir(), 'share-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const project = join(folder, 'project')
  await mkdir(project)
  return {
    site: 'https://numbers.tworivers.example/board/',
    config: join(folder, 'practice.yaml'),
    readers: join(folder, 'readers.yaml'),
    signingKey: join(folder, 'keys', 'signing-key.pem'),
    project,
    timeZone: 'America/Chicago',
  }
}

/** Lets somebody in, with a link that opens by itself, for 180 days unless told otherwise. */
export function letIn(
  place: SharingPlace,
  label: string,
  audience: Audience = 'owner',
  request: Partial<InviteRequest> = {},
): Promise<Invitation> {
  return invite({ label, audience, days: 180, twoPart: false, ...request }, place, today)
}

/** What a browser takes from a link that opens by itself. */
export function accessOf(link: string): Access {
  const opened = parseLink(new URL(link).hash.slice(1))
  if (opened.kind !== 'key') throw new Error(`expected a link that opens by itself, but it is ${opened.kind}`)
  return opened.access
}

/** Whether an identity opens what is sealed for these recipients. */
export async function isOpenedBy(recipients: readonly string[], { identity }: Access): Promise<boolean> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  const sealed = await encrypter.encrypt('numbers')
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  return decrypter.decrypt(sealed, 'text').then(
    (text) => text === 'numbers',
    () => false,
  )
}
