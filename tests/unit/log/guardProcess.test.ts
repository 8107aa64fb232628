import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const module = resolve(import.meta.dirname, '../../../scripts/log/guardProcess.ts')
const node = resolve(import.meta.dirname, '../../../node_modules/.bin/node')
const secret = 'Zebulon-Quagga'

/** Runs code in a process that was guarded. */
function guarded(code: string): Promise<{ code: number; stdout: string; stderr: string }> {
  const text = `import { guardProcess } from ${JSON.stringify(module)}\nguardProcess()\n${code}`
  return new Promise((done) => {
    execFile(node, ['--input-type=module-typescript', '-e', text], (error, stdout, stderr) => {
      done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr })
    })
  })
}

describe('a guarded process', () => {
  it.each([
    ['an error that nobody caught', `throw new RangeError('${secret}')`],
    [
      'one of a promise',
      `await new Promise(() => { void Promise.reject(new Error('${secret}')); setTimeout(() => {}, 50) })`,
    ],
    ['one that is no error', `setTimeout(() => { throw '${secret}' })`],
  ])('ends with 1 and says nothing of %s but its kind', async (_, code) => {
    const run = await guarded(code)
    expect(run.code).toBe(1)
    expect(run.stderr).toMatch(/^✗ This failed in a way that is not known \((RangeError|Error|string) at /)
    expect(run.stdout + run.stderr).not.toContain(secret)
  })

  it('says nothing of what a library prints, or the runtime warns of, but its kind', async () => {
    const run = await guarded(
      `console.log('${secret}'); console.error(new Error('${secret}'), 7); process.emitWarning('${secret}')`,
    )
    expect(run).toEqual({
      code: 0,
      stdout: '',
      stderr:
        'Note: a library printed text, 14 characters.\nNote: a library printed error; number.\nNote: a warning of the runtime.\n',
    })
  })

  it.skipIf(!existsSync('/proc/self/coredump_filter'))('leaves no memory in a core file', async () => {
    const read = `import { readFileSync } from 'node:fs'\nprocess.stdout.write(readFileSync('/proc/self/coredump_filter', 'utf8'))`
    expect((await guarded(read)).stdout.trim()).toBe('00000000')
  })
})
