import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const main = join(import.meta.dirname, '../../../scripts/setup/main.ts')

describe('npm run setup without a terminal', () => {
  it('says so, says how to write the config by hand, and ends with 1', async () => {
    const run = promisify(execFile)(process.execPath, [main])
    run.child.stdin?.end('\n')
    const failure: unknown = await run.catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 1, stdout: '' })
    expect(failure).toHaveProperty('stderr', expect.stringContaining('the input is no terminal'))
    expect(failure).toHaveProperty('stderr', expect.stringContaining('scripts/private/config/example.yaml'))
  })
})
