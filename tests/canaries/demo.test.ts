import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { CommandRun } from '../sync/runSync.ts'
import { plantedDemo } from './plantedDemo.ts'
import { plantedPractice, type PlantedPractice } from './plantedPractice.ts'
import { published } from './published.ts'

// The real command and the demo's simulation.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

let practice: PlantedPractice
let run: CommandRun

beforeAll(async () => {
  practice = await plantedPractice(plantedDemo)
  run = await practice.run(['--folder', practice.input, '--config', practice.config, '--out', practice.out])
})
afterAll(() => practice.close())

describe('a practice in the shape of the demo workbook, with a canary in every column', () => {
  it('is published', () => {
    expect(run).toMatchObject({ code: 0, stderr: '' })
    expect(run.stdout).toMatch(/taken for +rows/)
  })

  it('comes out nowhere, nor do the lines above its headers and below its rows', async () => {
    expect(practice.tabs.length).toBeGreaterThan(10)
    expect(await practice.cameOut(run)).toEqual([])
    expect(await practice.strays()).toEqual([])
  })

  it('while what is published on purpose does', async () => {
    expect((await practice.published(published.providers[0])).length).toBeGreaterThan(0)
  })
})
