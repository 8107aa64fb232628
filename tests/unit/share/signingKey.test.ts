import { chmod, mkdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSealing } from '../../../scripts/share/readSealing.ts'
import { readSigningKey } from '../../../scripts/share/readSigningKey.ts'
import { caughtSyncError } from '../../helpers/caughtSyncError.ts'
import { letIn, practiceFolder, today } from './practiceFolder.ts'

describe('the signing key', () => {
  it('is made with the first person, for its owner alone, and never replaced', async () => {
    const place = await practiceFolder()
    expect(await readSigningKey(place)).toBeNull()
    await letIn(place, 'Dr. Quill')
    const first = await readFile(place.signingKey, 'utf8')
    expect(first).toMatch(/^-----BEGIN PRIVATE KEY-----/)
    expect((await stat(place.signingKey)).mode & 0o777).toBe(0o600)
    expect((await stat(dirname(place.signingKey))).mode & 0o777).toBe(0o700)
    await letIn(place, 'Dr. Reed')
    expect(await readFile(place.signingKey, 'utf8')).toBe(first)
  })

  it('is not made anew where people hold links that trust the one that is gone', async () => {
    const place = await practiceFolder()
    await letIn(place, 'Dr. Quill')
    await rm(place.signingKey)
    for (const work of [() => letIn(place, 'Dr. Reed'), () => readSealing(place, today)]) {
      expect((await caughtSyncError(work)).message).toContain('The signing key is not there')
    }
    await expect(stat(place.signingKey)).rejects.toThrow('ENOENT')
  })

  it('is refused where others could have read it', async () => {
    const place = await practiceFolder()
    await letIn(place, 'Dr. Quill')
    await chmod(place.signingKey, 0o640)
    for (const work of [() => letIn(place, 'Dr. Reed'), () => readSealing(place, today)]) {
      expect((await caughtSyncError(work)).hint).toContain('chmod 600')
    }
  })

  it.each(['public', 'dist', 'src', 'data/private/bundle'])(
    'is not made in %s, which is served',
    async (folder) => {
      const usual = await practiceFolder()
      const place = { ...usual, signingKey: join(usual.project, folder, 'key.pem') }
      await mkdir(dirname(place.signingKey), { recursive: true })
      expect((await caughtSyncError(() => letIn(place, 'Dr. Quill'))).message).toContain('part of the site')
      await expect(stat(place.signingKey)).rejects.toThrow('ENOENT')
    },
  )

  it('is refused where a link leads to it in a folder that is served', async () => {
    const place = await practiceFolder()
    await letIn(place, 'Dr. Quill')
    await mkdir(join(place.project, 'public'))
    await rename(place.signingKey, join(place.project, 'public/key.pem'))
    await symlink(join(place.project, 'public/key.pem'), place.signingKey)
    const { message, hint } = await caughtSyncError(() => readSealing(place, today))
    expect(message).toContain('The signing key would lie in public/')
    expect(hint).toContain('add them anew')
  })

  it('is refused if it is damaged, or a key of another kind, without a word of it', async () => {
    const place = await practiceFolder()
    await letIn(place, 'Dr. Quill')
    const pem = await readFile(place.signingKey, 'utf8')
    await writeFile(place.signingKey, pem.replace(/[A-Z]{2}/g, 'aa').slice(0, 90))
    const { message, hint } = await caughtSyncError(() => readSealing(place, today))
    expect(message).toContain('holds no private Ed25519 key')
    expect(message + hint).not.toContain(pem.split('\n')[1])
  })
})
