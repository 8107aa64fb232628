import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BundlePart } from '../../../scripts/publish/bundlePart.ts'
import { writeBundle } from '../../../scripts/publish/writeBundle.ts'
import { servedFolderOf } from '../../../scripts/publish/servedFolderOf.ts'

let place = ''
let project = ''

beforeEach(async () => {
  place = await realpath(await mkdtemp(join(tmpdir(), 'served-')))
  project = join(place, 'project')
  for (const folder of ['public', 'src', 'data/private/bundle/data', 'data/private/keys', 'plain'])
    await mkdir(join(project, folder), { recursive: true })
})
afterEach(() => rm(place, { recursive: true, force: true }))

const servedBy = (path: string) => servedFolderOf(join(project, path), project)

describe('a path that would be served', () => {
  it.each([
    ['public/key.pem', 'public'],
    ['public', 'public'],
    ['dist/a/b/not-there-yet.svg', 'dist'],
    ['src/pages/key.pem', 'src'],
    ['plain/../public/key.pem', 'public'],
    ['data/private/bundle/key.pem', 'data/private/bundle'],
    ['data/private/bundle/data/key.pem', 'data/private/bundle'],
  ])('%s, by %s', async (path, folder) => {
    expect(await servedBy(path)).toBe(folder)
  })

  it('lies in such a folder by the name of another', async () => {
    await symlink(join(project, 'public'), join(project, 'plain/own'))
    expect(await servedBy('plain/own/key.pem')).toBe('public')
    expect(await servedBy('plain/own/new/key.pem')).toBe('public')
  })

  it('is a link into such a folder', async () => {
    await writeFile(join(project, 'public/key.pem'), '')
    await symlink(join(project, 'public/key.pem'), join(project, 'plain/key.pem'))
    expect(await servedBy('plain/key.pem')).toBe('public')
  })

  it('lies elsewhere, under a link that such a folder holds: a host follows it', async () => {
    await symlink(join(project, 'plain'), join(project, 'public/more'))
    expect(await servedBy('public/more/key.pem')).toBe('public')
    await symlink(join(project, 'public'), join(project, 'door'))
    expect(await servedBy('door/more/key.pem')).toBe('public')
  })

  it('lies where such a folder leads', async () => {
    await mkdir(join(place, 'www'))
    await symlink(join(place, 'www'), join(project, 'dist'))
    expect(await servedFolderOf(join(place, 'www/key.pem'), project)).toBe('dist')
  })

  it('lies in another folder that holds a bundle', async () => {
    const other = join(place, 'upload')
    await mkdir(other)
    await writeFile(join(other, 'manifest.json'), '{"name":"some other program’s"}')
    expect(await servedFolderOf(join(other, 'keys/key.pem'), project)).toBeNull()
    const parts: BundlePart[] = [{ name: 'practice', audience: 'viewer', bytes: Buffer.from('{}') }]
    await writeBundle(other, parts, {
      demo: true,
      syncedAt: '2026-11-04T11:00:00Z',
      sealing: null,
      before: null,
    })
    expect(await servedFolderOf(join(other, 'keys/key.pem'), project)).toBe(other)
    await symlink(other, join(project, 'plain/up'))
    expect(await servedBy('plain/up/key.pem')).toBe(other)
  })

  it('is found by the project’s own name or by a link to it', async () => {
    await symlink(project, join(place, 'alias'))
    expect(await servedFolderOf(join(place, 'alias/public/key.pem'), project)).toBe('public')
    expect(await servedBy('public/key.pem')).toBe('public')
    expect(await servedFolderOf(join(project, 'public/key.pem'), join(place, 'alias'))).toBe('public')
  })
})

it.each([
  'data/private/key.pem',
  'data/private/bundle',
  'data/private/bundle-quarantine.csv',
  'data/private/keys/key.pem',
  'publications/key.pem',
  '..public',
  'plain/key.pem',
])('%s is not served', async (path) => {
  expect(await servedBy(path)).toBeNull()
})
