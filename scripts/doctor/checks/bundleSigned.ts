import { readManifest } from '../../publish/readManifest.ts'
import { readSigningKey } from '../../share/readSigningKey.ts'
import { fail, note, pass, type Check, type Finding } from '../check.ts'

const again = 'Run the sync again: it seals and signs the bundle anew.'

/** Whether people's links would take the bundle that lies there: signed by this key, and still good today. */
export const bundleSigned: Check = {
  id: 'bundle-signed',
  title: 'whether links take the bundle',
  needs: ['bundle', 'signing-key'],
  run: async (context) => {
    const manifest = await readManifest(context.bundle)
    if (manifest === null) return []
    if (manifest.expiresAt === null)
      return [note('The bundle is the demo practice, which nobody needs a link for.')]
    const key = await readSigningKey(await context.sharing())
    const signed = key === null ? null : await readManifest(context.bundle, { trust: key })
    if (signed === null) {
      return [fail('The bundle was signed by another key than this one: people’s links refuse it.', again)]
    }
    return [freshness(signed.expiresAt ?? '', context.now())]
  },
}

/** A fortnight after the last sync the site shows nothing any more. */
function freshness(expiresAt: string, now: number): Finding {
  const day = expiresAt.slice(0, 10)
  if (Date.parse(expiresAt) > now)
    return pass(`The bundle is signed, and opens until ${day} without another sync`)
  return fail(`The bundle is too old: since ${day} the site shows nothing.`, again)
}
