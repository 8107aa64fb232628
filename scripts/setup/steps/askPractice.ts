import { isTimeZone } from '../../private/config/isTimeZone.ts'
import type { ReviewedTab } from '../draft.ts'
import type { Prompter } from '../prompter.ts'

/** Name and time zone of the practice. An empty name leaves it to the settings tab, if there is one. */
export async function askPractice(
  prompter: Prompter,
  given: { readonly tabs: readonly ReviewedTab[]; readonly timeZone: string },
): Promise<{ practiceName: string | null; timeZone: string }> {
  const hasSettings = given.tabs.some(
    ({ recognition }) => recognition.kind === 'data' && recognition.dataset === 'settings',
  )
  const name = await prompter.ask({
    question: hasSettings
      ? 'Name of the practice (empty: as the settings tab has it)'
      : 'Name of the practice, as the dashboard shows it',
    example: 'Two Rivers Clinic',
    problem: (text) => (text === '' && !hasSettings ? 'Type a name.' : null),
  })
  const timeZone = await prompter.ask({
    question: 'Time zone of the practice',
    initial: given.timeZone,
    problem: (text) => (isTimeZone(text) ? null : 'Type a time zone by its city, such as America/Chicago.'),
  })
  return { practiceName: name === '' ? null : name, timeZone }
}
