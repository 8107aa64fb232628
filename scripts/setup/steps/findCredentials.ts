import { loginCommand, scopesFor } from '../../google/scopes.ts'
import type { Credentials } from '../../google/readCredentials.ts'
import { kindsOfCredentials } from '../../doctor/checks/credentialsFound.ts'
import { SyncError } from '../../errors/SyncError.ts'
import type { Prompter } from '../prompter.ts'
import type { SetupEffects } from '../setupEffects.ts'
import { SetupCancelled } from '../SetupCancelled.ts'

/** Three ways to be known to Google, best first. */
const ways = `The sync makes itself known to Google in one of three ways, best first:

1. Workload identity federation: a schedule such as GitHub Actions, or a Google Cloud
   machine, proves who it is. There is no key to lose. See scripts/schedule/README.md
2. A gcloud login, for your own computer. The command stands below.
3. A key file of a service account, only if neither will do. Keep it outside this folder
   and closed (chmod 600), and set GOOGLE_APPLICATION_CREDENTIALS to its path.`

/** Finds credentials, explaining until there are some; shows the address to share with. */
export async function findCredentials(prompter: Prompter, effects: SetupEffects): Promise<Credentials> {
  for (let isFirst = true; ; isFirst = false) {
    try {
      const credentials = await effects.credentials()
      prompter.good(`Credentials found: ${kindsOfCredentials[credentials.kind]}.`)
      showSharing(prompter, credentials.account)
      return credentials
    } catch (error) {
      if (!(error instanceof SyncError)) throw error
      prompter.trouble(error.message, error.hint)
    }
    if (isFirst) explain(prompter)
    const next = await prompter.choose({
      question: 'What now?',
      choices: [
        { value: 'again', label: 'Look again', hint: 'after a login in another window' },
        { value: 'stop', label: 'Stop here', hint: 'nothing is written' },
      ],
    })
    if (next === 'stop') throw new SetupCancelled()
  }
}

function explain(prompter: Prompter): void {
  prompter.tell('Access to Google', ways)
  prompter.copyable(loginCommand(scopesFor({ access: 'read', changeDetection: true })))
}

function showSharing(prompter: Prompter, account: string | null): void {
  if (account === null) {
    const text = `The credentials do not say their address. Share every spreadsheet with the Google
account that you signed in with, as Viewer.`
    prompter.tell('Sharing', text)
    return
  }
  const text = `In each spreadsheet that is to be read: Share, paste the address below, choose Viewer,
untick "Notify people", Share. Nothing more than Viewer is needed.`
  prompter.tell('Sharing', text)
  prompter.copyable(account)
}
