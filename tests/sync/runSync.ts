import { spawn } from 'node:child_process'
import { mkdir, symlink } from 'node:fs/promises'
import { join, resolve } from 'node:path'

const project = resolve(import.meta.dirname, '../..')

/** What a run of the command left. */
export interface CommandRun {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/**
 * A folder in which the project's own code runs, and whose `data` and `public` are not the project's:
 * a test must not write over a practice's list of rejected rows, nor beside the site.
 */
export async function projectView(folder: string): Promise<string> {
  await mkdir(folder)
  for (const name of ['scripts', 'src', 'node_modules'])
    await symlink(join(project, name), join(folder, name))
  return folder
}

/** Runs the sync as a person does, `npm run sync -- …`, in a view of the project, and waits for its end. */
export function runSync(
  view: string,
  options: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<CommandRun> {
  const node = join(project, 'node_modules/.bin/node')
  // The link is the main module, so that the command takes the view for the project.
  const command = ['--preserve-symlinks-main', join(view, 'scripts/sync/main.ts'), ...options]
  return new Promise((done, fail) => {
    const child = spawn(node, command, {
      cwd: view,
      env: { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const chunks = { stdout: [] as Buffer[], stderr: [] as Buffer[] }
    child.stdout.on('data', (chunk: Buffer) => chunks.stdout.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.stderr.push(chunk))
    child.on('error', fail)
    child.on('close', (code) => {
      const text = (name: keyof typeof chunks) => Buffer.concat(chunks[name]).toString()
      done({ code, stdout: text('stdout'), stderr: text('stderr') })
    })
  })
}

/** Output without what differs from machine to machine: the folder's path becomes `<folder>`. */
export function withoutPaths(text: string, folder: string): string {
  return text.replaceAll(folder, '<folder>')
}
