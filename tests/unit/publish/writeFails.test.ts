import { SyncError } from '../../../scripts/errors/SyncError.ts'
import { mkdir, readFile, readdir, rm, rmdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { writeBundle, type BundleHead } from '../../../scripts/publish/writeBundle.ts'
import { openParts } from '../../helpers/openParts.ts'
import { ownersOnly, testSealing, type TestSealing } from '../../helpers/testSealing.ts'
import { bundleFolder, filesOf, open, parts, syncedAt } from './sampleBundle.ts'

let place = ''
let folder = ''
let keys: TestSealing
let sealed: BundleHead

beforeAll(async () => {
  keys = await testSealing()
  sealed = { demo: false, syncedAt, sealing: keys.sealing, before: null }
})
beforeEach(async () => ({ place, folder } = await bundleFolder()))
afterEach(() => rm(place, { recursive: true, force: true }))

describe('a run that fails', () => {
  const key = Buffer.from('age-encryption.org/v1\n-> scrypt c2FsdA 18\nbody')
  /** The name of the second key is longer than a file's may be: the disk refuses after everything else is written. */
  const refused = (): BundleHead => ({
    ...sealed,
    sealing: {
      ...keys.sealing,
      keys: new Map([
        ['0123456789abcdef', key],
        ['x'.repeat(300), key],
      ]),
    },
  })

  it('takes away again what it brought, and leaves the last good bundle whole', async () => {
    await writeBundle(folder, parts('one'), sealed)
    const before = await filesOf(place)
    const note = await readFile(`${folder}-sealed.json`, 'utf8')
    await expect(writeBundle(folder, parts('two'), refused())).rejects.toThrow('could not be written')
    expect(await filesOf(place)).toEqual(before)
    expect(await readFile(`${folder}-sealed.json`, 'utf8')).toBe(note)
    expect(await openParts(folder, keys.owner)).toHaveLength(2)
  })

  it('leaves nothing in a folder that was empty', async () => {
    await expect(writeBundle(folder, parts('one'), refused())).rejects.toThrow('could not be written')
    expect(await readdir(folder)).toEqual([])
  })

  it('leaves nothing that it sealed for one audience, if another cannot be sealed for', async () => {
    const classical = await identityToRecipient(await generateX25519Identity())
    const sealing = {
      ...keys.sealing,
      recipients: { ...keys.sealing.recipients, owner: [classical] },
    }
    await expect(writeBundle(folder, parts('one'), { ...sealed, sealing })).rejects.toThrow('post-quantum')
    expect(await readdir(folder)).toEqual([])
  })

  it('takes away an open pack too', async () => {
    await writeBundle(folder, parts('one'), open)
    const before = await filesOf(folder)
    await mkdir(join(folder, 'manifest.previous.json'))
    await expect(writeBundle(folder, parts('two'), open)).rejects.toThrow('could not be written')
    expect(await filesOf(folder)).toEqual(before)
  })

  it('does not let somebody open again who was removed by it, in the generation before', async () => {
    await writeBundle(folder, parts('one'), sealed)
    const rest: BundleHead = { ...sealed, sealing: ownersOnly(keys.sealing) }
    // The last step fails: a folder stands where the manifest is written before its rename.
    const inTheWay = join(folder, `manifest.json.${String(process.pid)}.partial`)
    await mkdir(inTheWay)
    await expect(writeBundle(folder, parts('two'), rest)).rejects.toThrow('could not be written')
    await rmdir(inTheWay)
    await writeBundle(folder, parts('two'), rest)
    expect(await readdir(folder)).not.toContain('manifest.previous.json')
  })

  it('was never noted as published: what is noted comes once nothing stands in the way', async () => {
    const noted: string[] = []
    const before = () => {
      noted.push('before')
      return Promise.resolve(null)
    }
    await writeFile(join(folder, 'holiday.jpg'), 'plain')
    await expect(writeBundle(folder, parts('one'), { ...sealed, before })).rejects.toThrow('holiday.jpg')
    expect(noted).toEqual([])
    await rm(join(folder, 'holiday.jpg'))
    const full = () => Promise.reject(new SyncError('It cannot be noted.', 'Mend it.'))
    await expect(writeBundle(folder, parts('one'), { ...sealed, before: full })).rejects.toThrow('cannot be')
    expect(await readdir(folder)).toEqual([])
    await writeBundle(folder, parts('one'), { ...sealed, before })
    expect(noted).toEqual(['before'])
  })
})
