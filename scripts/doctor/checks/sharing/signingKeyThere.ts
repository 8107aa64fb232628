import { missingKey } from '../../../share/invite.ts'
import { readSigningKey } from '../../../share/readSigningKey.ts'
import { pass, type Check } from '../../check.ts'

/** Whether the key is there that signs what is published, and closed to everybody else. */
export const signingKeyThere: Check = {
  id: 'signing-key',
  title: 'the signing key',
  needs: ['readers'],
  run: async (context) => {
    const place = await context.sharing()
    if ((await readSigningKey(place)) === null) throw missingKey(place.signingKey)
    return [pass('The signing key is there, and can be opened by you alone')]
  },
}
