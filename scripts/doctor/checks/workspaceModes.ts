import { readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fail, note, pass, warn, type Check, type Finding } from '../check.ts'

/** So many open files are named; the rest is counted. */
const named = 5

/** Whether other users of this computer are kept out of data/private. Windows has no such modes. */
export const workspaceModes: Check = {
  id: 'workspace-modes',
  title: 'who can open data/private',
  needs: [],
  run: async ({ workspace, project }) => {
    if (process.platform === 'win32') return [note('Windows has no file modes to look at.')]
    const top = await stat(workspace).catch(() => null)
    if (top === null) return [pass('data/private is not there yet; the sync makes it for you alone')]
    if (!top.isDirectory()) {
      return [fail('data/private is a file.', 'Move it away; the sync needs a folder of that name.')]
    }
    const shown = (path: string) => relative(project, path)
    const open = await openEntries(workspace)
    const topFinding: Finding = isOpen(top.mode)
      ? fail(
          `${shown(workspace)} can be opened by other users of this computer (mode ${octal(top.mode)}).`,
          `chmod 700 ${shown(workspace)}`,
        )
      : pass(`${shown(workspace)} can be opened by you alone`)
    if (open.length === 0) return [topFinding]
    const list = open.slice(0, named).map(({ path, mode }) => `${shown(path)} (${octal(mode)})`)
    const more = open.length > named ? ` and ${String(open.length - named)} more` : ''
    return [
      topFinding,
      warn(
        `Not closed to others by themselves: ${list.join(', ')}${more}.`,
        `chmod -R go-rwx ${shown(workspace)}`,
      ),
    ]
  },
}

/** What others could open if its folder were; a closed folder below the first covers what is in it. */
async function openEntries(folder: string): Promise<{ path: string; mode: number }[]> {
  const found: { path: string; mode: number }[] = []
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    const about = await stat(path).catch(() => null)
    if (about === null) continue
    if (isOpen(about.mode) && !isForAll(entry.name)) found.push({ path, mode: about.mode })
    if (about.isDirectory() && isOpen(about.mode)) found.push(...(await openEntries(path)))
  }
  return found
}

/** The heartbeat says when a run ended and whether it went well, which anyone may know. */
function isForAll(name: string): boolean {
  return name.endsWith('-heartbeat.json')
}

/** Whether anybody but the owner may read, write or enter. */
function isOpen(mode: number): boolean {
  return (mode & 0o077) !== 0
}

function octal(mode: number): string {
  return (mode & 0o777).toString(8).padStart(4, '0')
}
