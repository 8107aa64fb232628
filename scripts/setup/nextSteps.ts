import type { DataPlace } from './draft.ts'

/** The sync's arguments for a config, without --dry-run. */
export function syncArguments(from: DataPlace, config: string): string[] {
  if (from.kind === 'sheets') return ['--source', 'sheets', '--config', config]
  return ['--source', 'folder', '--folder', from.folder, '--config', config]
}

/** What to do once the config is there; its path whole, or from the project's folder, in which npm runs. */
export function nextSteps(from: DataPlace, config: string): string {
  const doctor =
    from.kind === 'sheets' ? [`Check everything:    npm run doctor -- --config ${quoted(config)}`] : []
  return [
    ...doctor,
    `Let people in:       npm run share -- add --label "Dr. Quill" --audience owner --config ${quoted(config)}`,
    `Sync and publish:    ${syncCommand(from, config)}`,
    'Look at it:          npm run build && npm run serve -- --bundle data/private/bundle',
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
