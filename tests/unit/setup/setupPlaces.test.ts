import { mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../../scripts/private/config/readConfig.ts'
import { setup } from '../../../scripts/setup/setup.ts'
import { SetupCancelled } from '../../../scripts/setup/SetupCancelled.ts'
import { scriptedPrompter, type Answer } from './scriptedPrompter.ts'
import { world, plain, answersWith } from './world.ts'

describe('setup, as to where the config goes,', () => {
  it('replaces an existing config only if told so', async () => {
    const { project, effects } = await world()
    const path = join(project, 'mine.yaml')
    await writeFile(path, 'mine')
    const place = (then: readonly (readonly [string, string])[]) =>
      scriptedPrompter(
        answersWith({
          'Where shall': [['Where shall', path], ['there already', then[0]?.[1] ?? ''], ...then.slice(1)],
        }),
      )
    await expect(setup(place([['', 'stop']]), effects)).rejects.toThrow(SetupCancelled)
    await setup(
      place([
        ['', 'other'],
        ['Where shall', 'data/private/other.yml'],
      ]),
      effects,
    )
    expect(await readFile(path, 'utf8')).toBe('mine')
    expect(await readConfig(join(project, 'data/private/other.yml'))).toBeDefined()
    await setup(place([['', 'replace']]), effects)
    expect((await readConfig(path)).practice.name).toBe('Two Rivers Clinic')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  it.each([
    { place: 'practice.txt', says: /YAML/ },
    { place: '', says: /path of a file/ },
  ])('does not write to "$place"', async ({ place, says }) => {
    const { effects } = await world()
    const prompter = scriptedPrompter(answersWith({ 'Where shall': [['Where shall', place]] }))
    await expect(setup(prompter, effects)).rejects.toThrow(says)
  })

  it('does not write to where the site is served from, nor through a link that leads there', async () => {
    const { project, effects } = await world()
    await mkdir(join(project, 'public'))
    await symlink(join(project, 'public'), join(project, 'own'))
    const places: readonly Answer[] = [
      ['Where shall', 'public/practice.yaml'],
      ['Where shall', 'own/practice.yaml'],
      ['Where shall', 'data/private/bundle/practice.yaml'],
    ]
    const prompter = scriptedPrompter(answersWith({ 'Where shall': places }))
    await expect(setup(prompter, effects)).rejects.toThrow('Where shall the config go?')
    for (const folder of ['public', 'data/private/bundle'])
      expect(prompter.said).toContain(`${folder}/ is part of the site, or published with it.`)
    expect(prompter.said.filter((text) => text.startsWith('public/ is part'))).toHaveLength(2)
  })

  it('explains the three ways to credentials until there are some', async () => {
    const { env, google, effects } = await world()
    delete env.GOOGLE_APPLICATION_CREDENTIALS
    const first = scriptedPrompter([
      ['Where is the data', 'sheets'],
      ['What now', 'again'],
      ['What now', 'stop'],
    ])
    await expect(setup(first, effects)).rejects.toThrow(SetupCancelled)
    const said = first.said.join('\n')
    for (const way of ['Workload identity federation', 'gcloud login', 'key file'])
      expect(said).toContain(way)
    Object.assign(env, google.env)
    expect(await setup(scriptedPrompter(plain), effects)).toBe(0)
  })

  it('writes a config for a folder, with pins only where the person chose', async () => {
    const { project, effects, syncs } = await world()
    const folder = join(project, 'exports')
    await mkdir(folder)
    await writeFile(
      join(folder, 'schedule-2026-10.csv'),
      'Appt ID,Date,Provider,Status\nA1,2026-10-01,Ada Birch,completed\n',
    )
    await writeFile(join(folder, 'scratch.csv'), 'Canary Quill\n1\n')
    const prompter = scriptedPrompter([
      ['Where is the data', 'folder'],
      ['Folder with', 'exports'],
      ['Is that right', 'change'],
      ['Which tab', '1'],
      ['What does "scratch.csv" hold', 'ignore'],
      ['Is that right', 'yes'],
      ['Name of the practice', 'Two Rivers Clinic'],
      ['Time zone', true],
      ['Address of the site', true],
      ['Where shall', true],
      ['Write the config', true],
      ['Add yourself as the first owner', false],
    ])
    expect(await setup(prompter, effects)).toBe(0)
    const path = join(project, 'data', 'private', 'practice.yaml')
    const config = await readConfig(path)
    expect(config.tabs).toEqual([{ file: 'scratch.csv', ignore: true }])
    expect(config.practice.time_zone).toBe('America/New_York')
    expect(syncs).toEqual([['--source', 'folder', '--folder', folder, '--config', path, '--dry-run']])
    expect(prompter.said.join('\n')).not.toContain('Canary Quill')
  })
})
