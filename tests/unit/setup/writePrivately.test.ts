import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writePrivately } from '../../../scripts/setup/writePrivately.ts'
import { spreadsheetFolder } from '../../helpers/spreadsheetFolder.ts'

describe('writePrivately', () => {
  it('makes folder and file for their owner alone', async () => {
    const folder = await spreadsheetFolder({})
    const path = join(folder, 'private', 'practice.yaml')
    await writePrivately(path, 'text')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect((await stat(join(folder, 'private'))).mode & 0o777).toBe(0o700)
  })

  it('closes a file that was open before', async () => {
    const folder = await spreadsheetFolder({ 'practice.yaml': 'old' })
    const path = join(folder, 'practice.yaml')
    await writePrivately(path, 'new')
    expect(await readFile(path, 'utf8')).toBe('new')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).toEqual(['practice.yaml'])
  })

  it('leaves nothing beside it when it fails', async () => {
    const folder = await spreadsheetFolder({})
    const path = join(folder, 'practice.yaml')
    await mkdir(path)
    await writeFile(join(path, 'x'), '')
    await expect(writePrivately(path, 'text')).rejects.toThrow()
    expect(await readdir(folder)).toEqual(['practice.yaml'])
  })
})
