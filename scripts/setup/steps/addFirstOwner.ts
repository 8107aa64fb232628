import { SyncError } from '../../errors/SyncError.ts'
import { invitationText } from '../../share/invitationText.ts'
import type { Invitation } from '../../share/invite.ts'
import type { Prompter } from '../prompter.ts'
import { SetupCancelled } from '../SetupCancelled.ts'
import type { SetupEffects } from '../setupEffects.ts'

const explanation = `What a sync publishes is sealed for the people that you name, so it needs at least one: you. Your link
is shown once, here; keep it in a password manager. More people later: npm run share -- add`

/**
 * Offers to add the first owner, and shows their link. The config is written by now: whoever leaves here, or
 * cannot be added, does it later with `npm run share`. `sync` is the command that publishes. Gives whether anybody
 * is there now.
 */
export async function addFirstOwner(
  prompter: Prompter,
  effects: Pick<SetupEffects, 'sharing'>,
  { path, sync }: { readonly path: string; readonly sync: string },
): Promise<boolean> {
  try {
    const sharing = await effects.sharing(path)
    if ((await sharing.people()) > 0) return true
    prompter.tell('Who may open it', explanation)
    if (!(await prompter.confirm('Add yourself as the first owner now?', true))) return false
    const label = await prompter.ask({
      question: 'Your name, as the list of people shows it',
      example: 'Dr. Quill',
      problem: (text) => (text === '' ? 'Type a name.' : null),
    })
    show(prompter, await sharing.addOwner(label), sync)
    return true
  } catch (error) {
    if (error instanceof SetupCancelled) return false
    if (!(error instanceof SyncError)) throw error
    prompter.trouble(error.message, error.hint)
    return false
  }
}

function show(prompter: Prompter, invitation: Invitation, sync: string): void {
  const { before, link, after } = invitationText(invitation, sync)
  prompter.good(before)
  prompter.copyable(link)
  prompter.tell('Your link', after)
}
