import { note, pass, type Check } from '../check.ts'

/** The address that spreadsheets are shared with. */
export const accountAddress: Check = {
  id: 'account',
  title: 'the address of the account',
  needs: ['credentials'],
  run: async (context) => {
    const account = (await context.credentials()).account
    if (account !== null) return [pass(`Spreadsheets are shared with: ${account}`)]
    return [
      note(
        'The credentials do not say their address: share each spreadsheet with the Google account that signed in.',
      ),
    ]
  },
}
