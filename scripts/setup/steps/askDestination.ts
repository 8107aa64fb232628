import { dirname, join, resolve } from 'node:path'
import { isBelow, shownPath } from '../../doctor/look/shownPath.ts'
import type { Prompter } from '../prompter.ts'
import type { SetupEffects } from '../setupEffects.ts'
import { SetupCancelled } from '../SetupCancelled.ts'

/** Where the config goes, absolute. An existing file is replaced only if the person says so. */
export async function askDestination(prompter: Prompter, effects: SetupEffects): Promise<string> {
  const { project } = effects
  const usual = shownPath(join(project, 'data', 'private', 'practice.yaml'), effects.folder)
  for (;;) {
    const answer = await prompter.ask({
      question: 'Where shall the config go? (data/private is never committed)',
      initial: usual,
      problem: (text) => problemOf(resolve(effects.folder, text), text, project),
    })
    const path = resolve(effects.folder, answer)
    const kind = await effects.kindOf(path)
    if (kind === 'folder') {
      prompter.trouble('That is a folder.', 'Name a file in it, such as practice.yaml.')
      continue
    }
    if ((await effects.kindOf(dirname(path))) === 'file') {
      prompter.trouble('Its folder is a file.', 'Name another place.')
      continue
    }
    if (kind === null && (await isMeant(prompter, path, project))) return path
    if (kind === null) continue
    const next = await prompter.choose({
      question: `${shownPath(path, project)} is there already. Replace it?`,
      choices: [
        { value: 'other', label: 'No, write somewhere else' },
        { value: 'replace', label: 'Yes, replace it', hint: 'what stands in it is lost' },
        { value: 'stop', label: 'Stop here', hint: 'nothing is written' },
      ],
    })
    if (next === 'stop') throw new SetupCancelled()
    if (next === 'replace') return path
  }
}

function problemOf(path: string, text: string, project: string): string | null {
  if (text === '') return 'Type the path of a file.'
  if (!/\.ya?ml$/i.test(path)) return 'The config is a YAML file: let its name end in .yaml.'
  const served = ['public', 'dist', 'src'].some((folder) => isBelow(path, join(project, folder)))
  return served ? 'That folder is part of the site.' : null
}

/** In the repository, outside its private folder, a config is easily committed. */
async function isMeant(prompter: Prompter, path: string, project: string): Promise<boolean> {
  if (!isBelow(path, project) || isBelow(path, join(project, 'data', 'private'))) return true
  return prompter.confirm('git would commit it there, with the links and names in it. Is that meant?', false)
}
