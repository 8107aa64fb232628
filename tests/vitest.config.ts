import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { LongFirst } from './LongFirst.ts'
import { needsOwnWorker } from './needsOwnWorker.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const long = ['tests/{oracle,real,sync,canaries,privacy}/**/*.test.{ts,tsx}']
const short = ['tests/{unit,lint,mess}/**/*.test.{ts,tsx}']
const ownWorker = needsOwnWorker(root)

export default defineConfig({
  test: {
    root,
    environment: 'node',
    expect: { requireAssertions: true },
    // One more than CI has cores: while one waits for a command or the disk, two others work.
    maxWorkers: 3,
    sequence: { sequencer: LongFirst },
    // What pages have of browsers, Node has on trial: that of ML-KEM would say so in every worker.
    execArgv: ['--disable-warning=ExperimentalWarning'],
    // For what hangs, not for what is slow: two cores run browsers and checks beside these.
    testTimeout: 300_000,
    hookTimeout: 600_000,
    env: {
      TZ: 'America/New_York',
      // Tests start a command two hundred times; compiled once, it starts in half the time.
      NODE_COMPILE_CACHE: `${root}node_modules/.cache/commands`,
    },
    projects: [
      { extends: true, test: { name: 'alone', include: [...long, ...ownWorker] } },
      { extends: true, test: { name: 'shared', include: short, exclude: ownWorker, isolate: false } },
    ],
  },
})
