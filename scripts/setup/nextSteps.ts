import type { DataPlace } from './draft.ts'

/** The sync's arguments for a config, without --dry-run. */
export function syncArguments(from: DataPlace, config: string): string[] {
  if (from.kind === 'sheets') return ['--source', 'sheets', '--config', config]
  return ['--source', 'folder', '--folder', from.folder, '--config', config]
}

/**
 * What to do once the config is there; its path whole, or from the project's folder, in which npm runs. `people`
 * says whether anybody was added yet.
 */
export function nextSteps(
  from: DataPlace,
  { config, people }: { readonly config: string; readonly people: boolean },
): string {
  const add = (label: string, audience: string) =>
    `npm run share -- add --label "${label}" --audience ${audience} --config ${quoted(config)}`
  const doctor =
    from.kind === 'sheets' ? [`Check everything:    npm run doctor -- --config ${quoted(config)}`] : []
  return [
    ...doctor,
    ...(people ? [] : [`Add yourself:        ${add('Dr. Quill', 'owner')}`]),
    `Sync and publish:    ${syncCommand(from, config)}`,
    'Look at it:          npm run build && npm run serve -- --bundle data/private/bundle (then open your link)',
    `Let more people in:  ${add('Front desk', 'viewer')} (then sync again)`,
    'Let it run by itself: scripts/schedule/README.md',
  ].join('\n')
}

/** The command that publishes, for people. */
export function syncCommand(from: DataPlace, config: string): string {
  return `npm run sync -- ${syncArguments(from, config).map(quoted).join(' ')}`
}

/** For a shell, where it needs it. */
function quoted(word: string): string {
  return /^[\w./@:=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
