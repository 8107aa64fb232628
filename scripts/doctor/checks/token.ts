import { pass, type Check } from '../check.ts'

/** Whether Google gives an access token for the credentials. */
export const token: Check = {
  id: 'token',
  title: 'whether Google accepts the credentials',
  needs: ['config-valid', 'root-urls', 'credentials'],
  run: async (context) => {
    await context.token()
    return [pass('Google gives an access token for these credentials')]
  },
}
