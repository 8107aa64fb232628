import { execFile, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'

describe('npm run share', () => {
  const script = (name: string) => join(import.meta.dirname, '../../../scripts', name, 'main.ts')
  const run = (name: string, ...args: readonly string[]) =>
    new Promise<{ code: number; stdout: string; stderr: string }>((done) => {
      const child = execFile(process.execPath, [script(name), ...args], (error, stdout, stderr) =>
        done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
      )
      child.stdin?.end()
    })

  async function config(text = 'sharing: { site: https://tworivers.example, signing_key: key.pem }\n') {
    const folder = await mkdtemp(join(tmpdir(), 'share-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const path = join(folder, 'practice.yaml')
    await writeFile(path, text)
    return { folder, path }
  }

  it('adds, lists and removes beside the config, and shows a key in the line of the link alone', async () => {
    const { path } = await config()
    const added = await run('share', 'add', '--label', 'Dr. Quill', '--audience', 'owner', '--config', path)
    const lines = added.stdout.split('\n').filter((line) => /AGE-SECRET-KEY/i.test(line))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^https:\/\/tworivers\.example\/#v1\.AGE-SECRET-KEY-PQ-1/)
    expect(added.stderr).toBe('')
    const listed = await run('share', 'list', '--config', path)
    expect(listed.stdout).toContain('Dr. Quill')
    const unconfirmed = await run('share', 'remove', 'Dr. Quill', '--config', path)
    expect([unconfirmed.code, unconfirmed.stderr]).toEqual([1, expect.stringContaining('--yes')])
    const removed = await run('share', 'remove', 'Dr. Quill', '--yes', '--json', '--config', path)
    expect(JSON.parse(removed.stdout)).toMatchObject({ ok: true, removed: { label: 'Dr. Quill' } })
    const again = await run('share', 'remove', 'Dr. Quill', '--yes', '--json', '--config', path)
    expect([again.code, JSON.parse(again.stdout)]).toMatchObject([1, { ok: false }])
    expect(added.code + listed.code + removed.code).toBe(0)
  })

  it('shows the link even to a reader that takes one line and goes', async () => {
    const { path } = await config()
    const main = script('share')
    const add = `"${process.execPath}" "${main}" add --label Quill --audience owner --config "${path}"`
    const shell = await new Promise<{ stdout: string; stderr: string }>((done) => {
      execFile('sh', ['-c', `${add} | head -n 1`], (_, stdout, stderr) => done({ stdout, stderr }))
    })
    expect(shell.stdout).toMatch(/^https:\/\/tworivers\.example\/#v1\.AGE-SECRET-KEY-PQ-1\w+\.\S+\n$/)
    expect(shell.stderr).toBe('')
    expect((await run('share', 'list', '--config', path)).stdout).toContain('Quill')
  })

  it('adds nobody where its output is closed before the link', async () => {
    const { folder, path } = await config()
    const options = ['--label', 'Quill', '--audience', 'owner', '--config', path]
    const code = await new Promise((done) => {
      const child = spawn(process.execPath, [script('share'), 'add', ...options], { stdio: 'pipe' })
      child.stdout.destroy()
      child.on('close', done)
    })
    expect(code).toBe(1)
    await expect(stat(join(folder, 'readers.yaml'))).rejects.toThrow('ENOENT')
  })

  it('comes before everything else of a sync: with nobody added, nothing is read', async () => {
    const { folder, path } = await config()
    const options = ['--source', 'folder', '--folder', join(folder, 'nowhere'), '--config', path]
    const refused = await run('sync', ...options, '--out', join(folder, 'bundle'))
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain('Nobody can open what this sync would publish: nobody has been added.')
    await expect(stat(join(folder, 'bundle'))).rejects.toThrow('ENOENT')
    const dry = await run('sync', ...options, '--dry-run')
    expect(dry.stderr).not.toContain('Nobody can open')
  })

  it('leaves a heartbeat that says so where nobody watches', async () => {
    const { folder, path } = await config()
    const out = join(folder, 'bundle')
    await run('sync', '--source', 'sheets', '--spreadsheet', '1TwoRivers', '--config', path, '--out', out)
    expect(JSON.parse(await readFile(`${out}-heartbeat.json`, 'utf8'))).toMatchObject({ ok: false })
  })
})
