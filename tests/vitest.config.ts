import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { LongFirst } from './LongFirst.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

export default defineConfig({
  test: {
    root,
    include: ['tests/{unit,oracle,real,sync,canaries,lint,privacy}/**/*.test.{ts,tsx}'],
    environment: 'node',
    expect: { requireAssertions: true },
    // One more than CI has cores: while one waits for a command or the disk, two others work.
    maxWorkers: 3,
    sequence: { sequencer: LongFirst },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    env: {
      TZ: 'America/New_York',
      // Tests start a command two hundred times; compiled once, it starts in half the time.
      NODE_COMPILE_CACHE: `${root}node_modules/.cache/commands`,
    },
  },
})
