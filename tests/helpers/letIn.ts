import { invite } from '../../scripts/share/invite.ts'
import { sharingPlace } from '../../scripts/share/sharingPlace.ts'
import type { Access } from '../../src/bundle/access.ts'
import type { Audience } from '../../src/cubes/audience.ts'

/**
 * Lets a person in, as `npm run share -- add` does, where a sync with this config (a path, or null for none) in
 * this project looks for readers. Returns what their link holds.
 */
export async function letIn(
  config: string | null,
  { project, audience = 'owner' }: { readonly project: string; readonly audience?: Audience },
): Promise<Access> {
  const sharing = { site: 'https://clinic.example/' }
  const place = sharingPlace({ sharing, practice: {} }, { configPath: config, project })
  const { link } = await invite(
    { label: `Test ${audience}`, audience, days: null, twoPart: false },
    place,
    '2026-01-01',
  )
  const [, identity, signer] = link.split('.').slice(-5)
  if (identity === undefined || signer === undefined) throw new Error('not a link')
  return { identity, signer, expires: null, audience }
}
