import { chmod, mkdir, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createOutput, guardOutput } from '../../../scripts/sync/guardOutput.ts'

let project = ''

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'project-'))
})
afterEach(async () => {
  await rm(project, { recursive: true, force: true })
})

describe('guardOutput(out, {demo, project})', () => {
  it.each(['public', 'public/bundle', 'dist/bundle', 'dist', 'public/../public/x'])(
    'keeps real numbers out of %s',
    async (folder) => {
      await expect(guardOutput(join(project, folder), { demo: false, project })).rejects.toThrow(
        'must not hold a real practice',
      )
    },
  )

  it.each(['data/private/bundle', 'publications', 'public-of-another', '..data'])(
    'lets real numbers into %s, closed to others',
    async (folder) => {
      const out = join(project, folder)
      await guardOutput(out, { demo: false, project })
      await createOutput(out, { demo: false })
      expect((await stat(out)).mode & 0o777).toBe(0o700)
    },
  )

  it('follows links: a private name that leads into the site is refused', async () => {
    await mkdir(join(project, 'public'))
    await symlink(join(project, 'public'), join(project, 'private'))
    await expect(guardOutput(join(project, 'private/bundle'), { demo: false, project })).rejects.toThrow(
      'must not hold a real practice',
    )
  })

  it('refuses a link in the site to a private folder: more is written beside it', async () => {
    await mkdir(join(project, 'public'))
    await mkdir(join(project, 'secure'), { mode: 0o700 })
    await symlink(join(project, 'secure'), join(project, 'public/bundle'))
    await expect(guardOutput(join(project, 'public/bundle'), { demo: false, project })).rejects.toThrow(
      'must not hold a real practice',
    )
  })

  it('keeps it out of another bundle, which would be uploaded with what is written beside it', async () => {
    await expect(
      guardOutput(join(project, 'data/private/bundle/mine'), { demo: false, project }),
    ).rejects.toThrow('published with it')
  })

  it('refuses a folder that others can read', async () => {
    const out = join(project, 'open')
    await mkdir(out)
    await chmod(out, 0o755)
    await expect(guardOutput(out, { demo: false, project })).rejects.toThrow('can be read by other users')
  })

  it('refuses a file', async () => {
    const out = join(project, 'file')
    await writeFile(out, '')
    await expect(guardOutput(out, { demo: false, project })).rejects.toThrow('is a file')
  })

  it('says so when the folder cannot be made', async () => {
    await writeFile(join(project, 'file'), '')
    await expect(createOutput(join(project, 'file/bundle'), { demo: false })).rejects.toThrow(
      'cannot be made',
    )
  })

  it('lets the invented practice go where the site is served from', async () => {
    await guardOutput(join(project, 'public/bundle'), { demo: true, project })
    await createOutput(join(project, 'public/bundle'), { demo: true })
    expect((await stat(join(project, 'public/bundle'))).isDirectory()).toBe(true)
  })
})
