import { dirname, join, resolve } from 'node:path'
import { isBelow } from '../../files/isBelow.ts'
import { shownPath } from '../../files/shownPath.ts'
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
      problem: problemOf,
    })
    const path = resolve(effects.folder, answer)
    const trouble = await troubleWith(path, effects)
    if (trouble !== null) {
      prompter.trouble(...trouble)
      continue
    }
    if ((await effects.pathKind(path)) === null) {
      if (await isMeant(prompter, path, project)) return path
      continue
    }
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

/** Why a config cannot go there, and what to do; null if it can. */
async function troubleWith(
  path: string,
  effects: Pick<SetupEffects, 'pathKind' | 'servedFolder'>,
): Promise<readonly [what: string, remedy: string] | null> {
  const served = await effects.servedFolder(path)
  if (served !== null)
    return [`${served}/ is part of the site, or published with it.`, 'Name a private place.']
  const kind = await effects.pathKind(path)
  if (kind === 'folder') return ['That is a folder.', 'Name a file in it, such as practice.yaml.']
  return (await effects.pathKind(dirname(path))) === 'file'
    ? ['Its folder is a file.', 'Name another place.']
    : null
}

function problemOf(text: string): string | null {
  if (text === '') return 'Type the path of a file.'
  return /\.ya?ml$/i.test(text) ? null : 'The config is a YAML file: let its name end in .yaml.'
}

/** In the repository, outside its private folder, a config is easily committed. */
async function isMeant(prompter: Prompter, path: string, project: string): Promise<boolean> {
  if (!isBelow(path, project) || isBelow(path, join(project, 'data', 'private'))) return true
  return prompter.confirm('git would commit it there, with the links and names in it. Is that meant?', false)
}
