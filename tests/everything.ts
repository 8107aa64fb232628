import { spawn } from 'node:child_process'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { demoSource } from '../scripts/sync/demoSource.ts'
import { runSync } from './sync/runSync.ts'

/**
 * `npm test`: while the unit tests run, the demo is synced, once for all tests, and the site is built with it; then
 * come the browser tests. Ends with 1 where anything failed.
 */
async function everything(): Promise<void> {
  const project = resolve(import.meta.dirname, '..')
  const place = await mkdtemp(join(tmpdir(), 'tests-'))
  const said = join(place, 'demo.json')

  /** Another script of package.json; whether it went well. What it says is held back where it is `quiet`. */
  function npm(script: string, { quiet = false } = {}): Promise<boolean> {
    return new Promise((done, fail) => {
      const env = { ...process.env, TEST_DEMO: said }
      const stdio = ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'] as const
      const child = spawn('npm', ['run', script], { cwd: project, env, stdio: [...stdio] })
      child.on('error', fail)
      child.on('close', (code) => done(code === 0))
    })
  }

  async function site(): Promise<boolean> {
    const run = await runSync(project, ['--source', 'demo', '--json'])
    // Whole or not there: tests wait for it.
    await writeFile(`${said}.partial`, JSON.stringify(run))
    await rename(`${said}.partial`, said)
    if (run.code !== 0) process.stderr.write(run.stderr)
    return run.code === 0 && (await npm('build', { quiet: true }))
  }

  try {
    // Before all else: two at a time would simulate it twice, into the same file.
    await demoSource(project)
    const [isTested, isBuilt] = await Promise.all([npm('test:unit'), site()])
    const isWell = isTested && isBuilt && (await npm('test:pages'))
    if (!isWell) process.exitCode = 1
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}

await everything()
